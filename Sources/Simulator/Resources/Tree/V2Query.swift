import ConfluenceModel
import ConfluenceStore

/// What the queries of v2 have in common; what they can't mean is refused.
extension Call {
    /// The id in the path, which v2 wants to be a number before it looks for anything.
    func numericID(_ name: String = "id") throws(Refusal) -> Int64 {
        let text = place(name)
        guard let id = Int64(text) else {
            throw Refusal(.numberUnreadable, [.name: name, .text: text], because: "“\(text)” is no content id")
        }
        return id
    }

    /// The ids that a query names; v2 wants each to be a number, v1 leaves out what is none.
    func ids(_ name: String) throws(Refusal) -> [Int64]? {
        guard let words = items(name) else { return nil }
        var ids: [Int64] = []
        for word in words {
            if let id = Int64(word) {
                ids.append(id)
            } else if route.api == .v2 {
                throw Refusal(.numberUnreadable, [.name: name, .text: word], because: "“\(word)” is no id")
            }
        }
        return ids
    }

    func flag(_ name: String, standard: Bool = false) -> Bool {
        item(name).map { $0.lowercased() == "true" } ?? standard
    }

    /// The form of the body that is wished for; lists give fewer forms than single pieces.
    func bodyFormat(among formats: [BodyFormat]) throws(Refusal) -> BodyFormat? {
        guard let text = item("body-format") else { return nil }
        guard let format = BodyFormat(rawValue: text.lowercased()), formats.contains(format) else {
            throw Refusal.unfit(text, for: "body-format", expected: "PrimaryBodyRepresentation")
        }
        return format
    }

    func chosenStatuses(among known: Set<ContentStatus>, standard: Set<ContentStatus>) throws(Refusal) -> Set<
        ContentStatus
    > {
        guard let words = items("status") else { return standard }
        var statuses: Set<ContentStatus> = []
        for word in words {
            // What is deleted for good is gone, and old versions are asked for by their number.
            if word == "deleted" || word == "historical" { continue }
            guard let status = ContentStatus(rawValue: word), known.contains(status) else {
                throw Refusal.unfit(word, for: "status", expected: "ContentStatus")
            }
            statuses.insert(status)
        }
        return statuses
    }

    /// `sort`, a field with a `-` before it for the other direction.
    func sort(
        among orders: [String: ContentFilter.Order], standard: ContentFilter.Order
    ) throws(Refusal) -> ContentFilter.Order {
        guard let text = item("sort") else { return standard }
        guard let order = orders[text] else { throw Refusal.unfit(text, for: "sort", expected: "SortOrder") }
        return order
    }
}

extension Refusal {
    /// A value of a query that is none of those it may be; v2 names the type that it expected.
    static func unfit(_ text: String, for name: String, expected: String) -> Refusal {
        Refusal(
            .requestInvalid,
            [.text: "Provided value {\(text)} for '\(name)' is not the correct type. Expected type is \(expected)"],
            because: "“\(text)” is no \(name)")
    }
}

extension ContentFilter.Order {
    /// How v2 spells the orders of content.
    static let version2: [String: ContentFilter.Order] = [
        "id": .id, "-id": .idBackwards, "created-date": .oldestFirst, "-created-date": .newestFirst,
        "modified-date": .longestUnmodifiedFirst, "-modified-date": .lastModifiedFirst,
    ]

    static let pages = version2.merging(["title": .title, "-title": .titleBackwards]) { $1 }

    static let children = version2.merging(
        ["child-position": .position, "-child-position": .positionBackwards]
    ) { $1 }
}
