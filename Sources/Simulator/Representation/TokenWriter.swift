import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Writes personal access tokens as `/rest/pat` does; the value comes once only, with the answer that makes it.
enum TokenWriter {
    static func write(_ tokens: [TokenRecord]) -> JSON {
        .array(tokens.map { write($0) })
    }

    static func write(_ token: TokenRecord, isNew: Bool = false) -> JSON {
        var json: JSON = ["id": .integer(token.id), "name": .string(token.name)]
        json["createdAt"] = .string(Instants.text(token.createdAt))
        if case .expires(let end) = token.state { json["expiringAt"] = .string(Instants.text(end)) }
        if isNew { json["rawToken"] = .string(token.value) }
        return json
    }
}
