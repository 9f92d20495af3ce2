package import ConfluenceModel
import ConfluenceWire

/// What SARIF says of a cause for all of its findings: the catalogue's words.
package struct SARIFRule: Sendable, Hashable {
    package var id: CauseID
    package var title: String
    /// What the cause looks like, in a sentence or a few.
    package var description: String
    /// How it is mended, as Markdown.
    package var help: String
    /// An official page on the subject.
    package var link: String?

    package init(id: CauseID, title: String, description: String, help: String, link: String?) {
        self.id = id
        self.title = title
        self.description = description
        self.help = help
        self.link = link
    }

    var json: JSON {
        var json: JSON = [
            "id": .string(id.rawValue),
            "name": .string(name),
            "shortDescription": ["text": .string(title)],
            "fullDescription": ["text": .string(description)],
            "help": ["text": .string(help), "markdown": .string(help)],
            "defaultConfiguration": ["level": "error"],
            "properties": ["tags": [.string(String(id.family))]],
        ]
        if let link { json["helpUri"] = .string(link) }
        return json
    }

    /// `credential.token-revoked` as `CredentialTokenRevoked`, which is how viewers expect a name.
    private var name: String {
        id.rawValue.split { $0 == "." || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
