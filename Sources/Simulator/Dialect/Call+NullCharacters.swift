import ConfluenceWire

/// The null character, which no database that Confluence runs on keeps in text.
///
/// Which answer a deployment gives isn't known; it is taken to be that of any other value that can't be had.
extension Call {
    /// Refuses a call that has one in its path, its query or the JSON it sends.
    func refuseNullCharacters() throws(Refusal) {
        if let place = places.first(where: { $0.value.hasNullCharacter }) {
            throw Self.refusal(of: place.key)
        }
        if let item = query.first(where: { $0.value.hasNullCharacter }) {
            throw Self.refusal(of: item.name)
        }
        guard sendsEscapedNull, let json = try? JSONReader.read(request.body), let name = Self.holder(of: json) else {
            return
        }
        throw Self.refusal(of: name)
    }

    static func refusal(of name: String) -> Refusal {
        Refusal(
            .requestInvalid, [.text: "Null characters are not allowed: \(name)"],
            because: "“\(name)” has a null character")
    }

    /// In JSON a null character can stand in no other way.
    private var sendsEscapedNull: Bool {
        request.headers["Content-Type"]?.hasPrefix("multipart/") != true
            && !request.body.isEmpty && String(decoding: request.body, as: UTF8.self).contains("\\u0000")
    }

    /// The member that has a null character in its text.
    ///
    /// `value` is left out: bodies are refused as XML, and what properties hold is kept as JSON, where it is escaped.
    private static func holder(of json: JSON, called name: String = "body") -> String? {
        switch json {
        case .string(let text): return text.hasNullCharacter ? name : nil
        case .array(let elements): return elements.lazy.compactMap { holder(of: $0, called: name) }.first
        case .object(let members):
            for member in members where member.key != "value" {
                if let found = holder(of: member.value, called: member.key) { return found }
            }
            return nil
        default: return nil
        }
    }
}

extension String {
    var hasNullCharacter: Bool { utf8.contains(0) }
}
