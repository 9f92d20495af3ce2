/// What a file of ours is for, told by its keys: so that a file in the wrong place is called by its name.
package enum FileKind: String, Sendable, CaseIterable {
    case site = "a site file, which “simulate --site” takes"
    case scenario = "a scenario, which “run” takes"
    case laws = "a family of laws, which “run” and “contract check” take"
    case toolMap = "a tool map, which “run --driver mcp:FILE” takes"
    case profiles = "a file of profiles, which “--profiles” takes"
    case configuration = "a toolkit's configuration, which “diagnose” takes"

    /// The keys that only such a file has together, any one of these.
    private var telling: [Set<String>] {
        switch self {
        case .site:
            [["deployment", "users"], ["deployment", "spaces"], ["deployment", "size"], ["deployment", "records"]]
        case .scenario: [["steps"]]
        case .laws: [["laws"]]
        case .toolMap: [["server", "tools"]]
        case .profiles: [["profiles"]]
        case .configuration: [["settings", "type"], ["confluence_configuration"], ["toolkits"], ["toolkit_config"]]
        }
    }

    /// What a document seems to be; `nil` where no keys tell.
    package init?(of node: DocumentNode) {
        guard case .mapping(let entries) = node.content else { return nil }
        let keys = Set(entries.map(\.key))
        guard let kind = Self.allCases.first(where: { $0.telling.contains { $0.isSubset(of: keys) } }) else {
            return nil
        }
        self = kind
    }

    /// What is said of a document that could not be read as what was expected: the error itself, or that it is another kind of file.
    package static func error(_ error: DocumentError, of node: DocumentNode, expected: FileKind) -> DocumentError {
        guard let kind = FileKind(of: node), kind != expected else { return error }
        return node.error("this looks like \(kind.rawValue)")
    }
}
