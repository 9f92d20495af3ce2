package import ConfluenceWire

/// One line of a run's record; a run that was killed leaves all but perhaps the end of its last one.
package enum RecordLine: Sendable, Hashable {
    case begun(RecordHead)
    /// Written before the request is sent.
    case intended(number: Int, Creation)
    /// What the request of that number has made.
    case made(number: Int, ids: [String])
    /// The site refused the request of that number.
    case notMade(number: Int, status: Int)
    /// Written before something is deleted, so that what can't be seen later is known to be gone and not just hidden.
    case removing(id: String)
    case removed(id: String, purged: Bool)

    package var json: JSON {
        switch self {
        case .begun(let head): return head.json
        case .intended(let number, let creation):
            var object: JSONObject = ["number": .integer(Int64(number)), "creates": .string(creation.kind.rawValue)]
            if let title = creation.title { object["title"] = .string(title) }
            if let parent = creation.parent { object["parent"] = .string(parent) }
            return .object(object)
        case .made(let number, let ids):
            return ["number": .integer(Int64(number)), "made": .array(ids.map { .string($0) })]
        case .notMade(let number, let status):
            return ["number": .integer(Int64(number)), "refused": .integer(Int64(status))]
        case .removing(let id): return ["removing": .string(id)]
        case .removed(let id, let purged): return ["removed": .string(id), "purged": .bool(purged)]
        }
    }

    /// `nil` for what is none of these lines.
    package init?(_ json: JSON) {
        if let head = RecordHead(json) {
            self = .begun(head)
        } else if let id = json["removing"]?.stringValue {
            self = .removing(id: id)
        } else if let id = json["removed"]?.stringValue {
            self = .removed(id: id, purged: json["purged"]?.boolValue ?? false)
        } else if let number = json["number"]?.integerValue.map(Int.init) {
            if let kind = json["creates"]?.stringValue.flatMap(Creation.Kind.init) {
                self = .intended(
                    number: number,
                    Creation(kind: kind, title: json["title"]?.stringValue, parent: json["parent"]?.stringValue))
            } else if let ids = json["made"]?.arrayValue {
                self = .made(number: number, ids: ids.compactMap(\.stringValue))
            } else if let status = json["refused"]?.integerValue {
                self = .notMade(number: number, status: Int(status))
            } else {
                return nil
            }
        } else {
            return nil
        }
    }
}

/// What a record begins with: whose it is, and where what it names lies.
package struct RecordHead: Sendable, Hashable {
    package static let version: Int64 = 1

    package var profile: String
    package var base: String
    package var space: String
    package var mark: String
    /// When the run began, as ISO 8601 has it.
    package var begun: String

    package init(profile: String, base: String, space: String, mark: String, begun: String) {
        self.profile = profile
        self.base = base
        self.space = space
        self.mark = mark
        self.begun = begun
    }

    var json: JSON {
        [
            "version": .integer(Self.version), "profile": .string(profile), "base": .string(base),
            "space": .string(space), "mark": .string(mark), "begun": .string(begun),
        ]
    }

    init?(_ json: JSON) {
        guard json["version"]?.integerValue == Self.version, let profile = json["profile"]?.stringValue,
            let base = json["base"]?.stringValue, let space = json["space"]?.stringValue,
            let mark = json["mark"]?.stringValue, let begun = json["begun"]?.stringValue
        else { return nil }
        self.init(profile: profile, base: base, space: space, mark: mark, begun: begun)
    }
}
