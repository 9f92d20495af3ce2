import ConfluenceToolkit

/// What a configuration's addresses show, and the products' names.
///
/// A secret that is such a word (the password “confluence”, a header that repeats the host) stands all over a bundle for other
/// reasons. Nobody learns it from there; so it is taken out where it stands as a secret, and left where it is that word.
struct ShownWords {
    /// In small letters.
    let all: Set<String>

    private static let products: Set = ["confluence", "atlassian", "jira", "wiki", "http", "https"]

    init(_ configurations: [ToolkitConfiguration]) {
        all = configurations.compactMap(\.credential.baseURL).reduce(into: Self.products) { words, address in
            guard let mark = address.firstRange(of: "://") else { return }
            let authority = address[mark.upperBound...].prefix { !"/?#".contains($0) }.lowercased()
            // What stands before the host is a login.
            guard !authority.contains("@") else { return }
            let host = authority.prefix { $0 != ":" }
            words.formUnion([authority, String(host), "//\(authority)", "//\(host)"])
            words.insert(address[..<mark.upperBound].lowercased() + authority)
            words.formUnion(host.split(separator: ".").map(String.init))
        }
    }

    func contains(_ text: String) -> Bool { all.contains(text.lowercased()) }
}
