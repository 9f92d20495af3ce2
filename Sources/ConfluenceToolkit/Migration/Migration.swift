package import ConfluenceWire

/// What the old, Agent-based configuration becomes: credentials and toolkits as ELITEA keeps them today.
package struct Migration: Sendable, Hashable {
    /// A document that ELITEA takes, with the name of the file that it should be in.
    package struct Document: Sendable, Hashable {
        package var name: String
        package var json: JSON
    }

    /// A secret that has to be made in ELITEA, because documents only refer to it.
    package struct SecretToMake: Sendable, Hashable {
        package var name: String
        /// Where its value stands in the old document; the value itself is not repeated.
        package var place: String
    }

    package var credentials: [Document] = []
    package var toolkits: [Document] = []
    /// What is otherwise than before, in words.
    package var changes: [String] = []
    package var secretsToMake: [SecretToMake] = []
    /// Toolkits of the document that already have today's form, or are of another type.
    package var leftAlone: [String] = []

    package var isNeeded: Bool { !toolkits.isEmpty }

    /// Everything as one document, which ``ConfigurationReader`` reads like an agent's.
    package var whole: JSON {
        ["credentials": .array(credentials.map(\.json)), "toolkits": .array(toolkits.map(\.json))]
    }

    /// What is left to do in ELITEA's screens.
    package var steps: [String] {
        var steps: [String] = []
        if !secretsToMake.isEmpty {
            steps.append(
                "In ELITEA, open Settings → Secrets and make "
                    + secretsToMake.map { "“\($0.name)” with the value of \($0.place)" }.joined(separator: ", ")
                    + " of the old document.")
        }
        for credential in credentials {
            let isVectorStore = credential.json["type"]?.stringValue == "pgvector"
            steps.append(
                "Open Credentials → + → \(isVectorStore ? "PgVector" : "Confluence"), name it “\(Self.title(credential.json))” and fill "
                    + "it from \(credential.name)\(isVectorStore ? "" : "; choose “Test Connection”").")
        }
        for toolkit in toolkits {
            let name = toolkit.json["toolkit_name"]?.stringValue ?? ""
            steps.append(
                "Open Toolkits → + → Confluence, name it “\(name)”, choose the credential and fill it from \(toolkit.name)."
            )
        }
        steps.append("Add the toolkit to the agent, pipeline or chat, and take the old entry out of the agent.")
        steps.append(
            "Check it: put the credential's fields (\"data\" in its file) in the place of “confluence_configuration” in a copy of the "
                + "toolkit, the secrets' values in the place of {{secret.…}}, and run `confluence-doctor diagnose` on the copy."
        )
        return steps
    }

    static func title(_ credential: JSON) -> String { credential["alita_title"]?.stringValue ?? "" }
}
