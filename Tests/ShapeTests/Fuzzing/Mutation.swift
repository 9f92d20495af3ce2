import ConfluenceModel
import ConfluenceWire

/// Makes something odd of a good request: what clients with bugs send, and what nobody should.
struct Mutation {
    var chance: SplitMix64

    private static let oddNames = [
        "", "0", "-1", "9223372036854775807", "9223372036854775808", "abc", "att", "att0", "..", "~", "%", "null",
        "1 OR 1=1", "'", "\"", "😀", "ﬁ", "\u{0}", "\u{202E}x", "98311 ", "+98311", "1e3",
        String(repeating: "a", count: 4000),
    ]
    private static let oddValues =
        oddNames + [
            "a,b,,c", "true", "a.b.c.d.e.f.g", "body.storage,body.view,children.page.children", "2026-13-45", "[]", "{",
        ]
    private static let parameters = [
        "expand", "start", "limit", "cursor", "status", "type", "title", "spaceKey", "cql", "cqlcontext", "depth",
        "sort",
        "body-format", "version", "id", "key", "name", "orderby", "accountId", "username", "q", "query", "since",
        "prefix",
        "filename", "mediaType", "space-id", "include-labels", "currentStatus", "postingDay", "groupId", "location",
        "embedded-content", "purge", "draft", "get-draft", "keys", "ids", "labels", "allowDuplicated",
        "resolution-status",
    ]
    private static let oddJSON: [JSON] = [
        .null, [], [:], "", -1, 0, true, 9_223_372_036_854_775_807, .number(1.5), .number(1e300), "\u{0}", "<p>", "😀",
        [[[]]], ["a": ["b": ["c": nil]]], .string(String(repeating: "x", count: 70_000)),
    ]

    mutating func name() -> String { chance.one(of: Self.oddNames) }

    /// A few parameters with odd values.
    mutating func query() -> [QueryItem] {
        (0..<chance.below(4)).map { _ in QueryItem(chance.one(of: Self.parameters), chance.one(of: Self.oddValues)) }
    }

    /// The same JSON with one place changed, left out or doubled.
    mutating func mutate(_ json: JSON) -> JSON {
        if chance.one(in: 6) { return chance.one(of: Self.oddJSON) }
        switch json {
        case .object(let object) where !object.isEmpty:
            var members = object.members
            let index = chance.below(members.count)
            switch chance.below(5) {
            case 0: members.remove(at: index)
            case 1: members.append(members[index])
            default: members[index].value = mutate(members[index].value)
            }
            return .object(
                members.reduce(into: JSONObject()) { $0.append($1.key, $1.value) })
        case .array(let elements) where !elements.isEmpty:
            var elements = elements
            let index = chance.below(elements.count)
            switch chance.below(4) {
            case 0: elements.remove(at: index)
            case 1: elements += Array(repeating: elements[index], count: 300)
            default: elements[index] = mutate(elements[index])
            }
            return .array(elements)
        case .string(let text):
            return chance.one(in: 2) ? .string(text + name()) : chance.one(of: Self.oddJSON)
        default: return chance.one(of: Self.oddJSON)
        }
    }

    /// Bytes that are no JSON of any use.
    mutating func bytes() -> [UInt8] {
        switch chance.below(6) {
        case 0: []
        case 1: Array("{".utf8)
        case 2: [0xFF, 0xFE, 0x00, 0xD8]
        case 3: Array(String(repeating: "[", count: 20_000).utf8)
        case 4: Array("<html>".utf8)
        default: (0..<chance.below(200)).map { _ in UInt8.random(in: 0...255, using: &chance) }
        }
    }
}
