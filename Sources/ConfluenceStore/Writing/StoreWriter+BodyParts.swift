import ConfluenceModel
import GRDB

/// What queries ask bodies for: the macros they use and the people they mention.
extension StoreWriter {
    func forgetParts(of id: Int64) throws {
        try run("DELETE FROM content_macros WHERE contentID = ?", [id])
        try run("DELETE FROM content_mentions WHERE contentID = ?", [id])
    }

    func noteParts(of id: Int64, body: String) throws {
        guard body.utf8.contains(UInt8(ascii: ":")) else { return }
        for name in Set(body.values(of: "ac:name", in: "<ac:structured-macro")) {
            try run(
                "INSERT OR IGNORE INTO content_macros (name, contentID) VALUES (?, ?)", [name.lowercased(), id])
        }
        let people = ["ri:account-id", "ri:userkey", "ri:username"].flatMap { body.values(of: $0, in: "<ri:user") }
        for person in Set(people) {
            try run(
                """
                INSERT OR IGNORE INTO content_mentions (userID, contentID)
                SELECT id, ? FROM users WHERE accountID = ? OR userKey = ? OR name = ?
                """, [id, person, person, person])
        }
    }
}

extension String {
    /// The values of an attribute in all tags that begin so.
    fileprivate func values(of attribute: String, in tag: String) -> [String] {
        guard holds(tag) else { return [] }
        let (tag, attribute) = (Array(tag.utf8), Array("\(attribute)=\"".utf8))
        var values: [String] = []
        var rest = Array(utf8)[...]
        while let start = rest.firstPlace(of: tag) {
            rest = rest[(start + tag.count)...]
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
            let inside = rest[..<end]
            rest = rest[end...]
            guard let name = inside.firstPlace(of: attribute) else { continue }
            let value = inside[(name + attribute.count)...].prefix { $0 != UInt8(ascii: "\"") }
            values.append(String(decoding: value, as: UTF8.self))
        }
        return values
    }
}

extension ArraySlice<UInt8> {
    fileprivate func firstPlace(of part: [UInt8]) -> Int? {
        guard let first = part.first else { return startIndex }
        var rest = self
        while let start = rest.firstIndex(of: first) {
            if rest[start...].starts(with: part) { return start }
            rest = rest[(start + 1)...]
        }
        return nil
    }
}
