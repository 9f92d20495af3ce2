import Documents

/// Reads an account of a profile; what is not to be written into a file is refused without being repeated.
enum AccountReader {
    private static let basicKeys = ["api-key", "password"]
    static let keys = ["username", "api-key", "password", "token"]

    static func read(_ entry: DocumentNode.Entry) throws(DocumentError) -> ProfileAccount {
        let fields = try entry.value.mapping(keys: keys)
        let present = (basicKeys + ["token"]).filter { fields[$0] != nil }
        guard present.count == 1, let key = present.first, let node = fields[key] else {
            throw entry.error(
                present.isEmpty
                    ? "an account needs one of api-key, password (both with a username) and token"
                    : "an account shows itself in one way, found \(present.joined(separator: " and "))")
        }
        let secret = try reference(node)
        guard key != "token" else {
            if let user = fields["username"] { throw user.error("a token is sent alone; leave the username out") }
            return ProfileAccount(role: entry.key, scheme: .bearer, secret: secret)
        }
        let user = try fields.required("username").text()
        guard !user.isEmpty, !user.contains(":") else {
            throw node.error("the username before the \(key) is a name without a colon")
        }
        return ProfileAccount(role: entry.key, scheme: .basic(user: user), secret: secret)
    }

    private static func reference(_ node: DocumentNode) throws(DocumentError) -> SecretReference {
        guard case .mapping(let entries) = node.content else {
            throw node.error(
                "a secret is not written into this file: name where it is kept, as {env: NAME}, {file: PATH} or {command: [PROGRAM, ARGUMENT]}"
            )
        }
        let kinds = ["env", "file", "command"]
        let fields = try node.mapping(keys: kinds)
        guard entries.count == 1, let entry = fields.entries.first else {
            throw node.error(
                "a secret is kept in one place, as {env: NAME}, {file: PATH} or {command: [PROGRAM, ARGUMENT]}")
        }
        switch entry.key {
        case "env":
            let name = try entry.value.text()
            let isName =
                (1...64).contains(name.utf8.count)
                && name.utf8.allSatisfy { byte in
                    Unicode.Scalar(byte).properties.isAlphabetic || (48...57).contains(byte) || byte == 95
                }
            guard isName else {
                throw entry.value.error("the name of a variable of the environment is expected, such as ACME_TOKEN")
            }
            return SecretReference(source: .environment(name), node: entry.value)
        case "file":
            return SecretReference(source: .file(try entry.value.path()), node: entry.value)
        default:
            var words: [String] = []
            for word in try entry.value.list() { words.append(try word.text()) }
            guard let program = words.first, !program.isEmpty else {
                throw entry.value.error("a program with its arguments is expected, such as [pass, show, acme]")
            }
            return SecretReference(source: .command(words), node: entry.value)
        }
    }
}

extension DocumentNode {
    /// A path as it is written; `~` is filled in by whoever opens it.
    func path() throws(DocumentError) -> String {
        let path = try text()
        guard !path.isEmpty else { throw error("the path of a file is expected") }
        return path
    }
}
