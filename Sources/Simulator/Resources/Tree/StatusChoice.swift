import ConfluenceModel

extension Call {
    /// The states of content that `status` names; without it those that the list shows unasked.
    ///
    /// Old versions are no content of their own here: `historical` says that a version is meant, whatever the state.
    func statuses(standard: Set<ContentStatus>) throws(Refusal) -> Set<ContentStatus> {
        guard let words = items("status") else { return standard }
        var statuses: Set<ContentStatus> = []
        for word in words {
            switch word.lowercased() {
            case "any": statuses.formUnion(ContentStatus.allCases)
            case "historical": statuses.formUnion(standard)
            // What is deleted for good is gone.
            case "deleted": break
            case let word:
                guard let status = ContentStatus(rawValue: word) else {
                    throw Refusal(
                        .requestInvalid, [.text: "Invalid status: \(word)"],
                        because: "“\(word)” is no state of content")
                }
                statuses.insert(status)
            }
        }
        return statuses
    }

    /// The number of an old version that is asked for.
    func versionNumber(_ name: String = "version") throws(Refusal) -> Int? {
        guard let text = item(name) else { return nil }
        guard let number = Int32(text) else {
            throw Refusal(.numberUnreadable, [.name: name, .text: text], because: "\(name)=\(text) is no whole number")
        }
        // Clients that know no version send 0.
        return number > 0 ? Int(number) : nil
    }

    /// The page of results of a list of content; bodies that take long to render come in short lists.
    func contentPaging(limit standard: Int = 25, most: Int = 1000) throws(Refusal) -> Paging {
        let body = expansion()["body"]
        let isSlow = body.contains("export_view") || body.contains("styled_view")
        return try paging(limit: standard, most: isSlow ? 25 : most)
    }
}
