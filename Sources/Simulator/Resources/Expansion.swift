import ConfluenceWire

/// The parts of an answer that a client asks for: `body.view,version,children.attachment` as a tree.
struct Expansion: Sendable, Hashable {
    private(set) var parts: [String: Expansion] = [:]

    init() {}

    /// - Parameters:
    ///   - texts: The values of `expand`; names in one are joined by commas.
    ///   - standard: What is expanded where the client asks for nothing.
    init(_ texts: [String], standard: [String] = []) {
        let paths = texts.flatMap { $0.split(separator: ",") }.map(Self.withoutBlanks)
        for path in paths.isEmpty ? standard : paths { add(path.split(separator: ".").map(String.init)[...]) }
    }

    private static func withoutBlanks(_ name: Substring) -> String {
        let hasNone = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        return hasNone ? String(name) : name.filter { !$0.isWhitespace }
    }

    private mutating func add(_ path: ArraySlice<String>) {
        guard let first = path.first else { return }
        parts[first, default: Expansion()].add(path.dropFirst())
    }

    func contains(_ name: String) -> Bool { parts[name] != nil }

    /// What is asked for inside a part; nothing where the part itself is not asked for.
    subscript(name: String) -> Expansion { parts[name] ?? Expansion() }
}

extension Call {
    func expansion(standard: [String] = []) -> Expansion {
        Expansion(query.filter { $0.name == "expand" }.map(\.value), standard: standard)
    }
}
