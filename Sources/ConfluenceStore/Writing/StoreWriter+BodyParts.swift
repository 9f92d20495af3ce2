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
        var values: [String] = []
        var rest = self[...]
        while let start = rest.firstRange(of: tag) {
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: ">") else { break }
            let inside = rest[..<end]
            rest = rest[end...]
            guard let name = inside.firstRange(of: "\(attribute)=\"") else { continue }
            values.append(String(inside[name.upperBound...].prefix { $0 != "\"" }))
        }
        return values
    }
}
