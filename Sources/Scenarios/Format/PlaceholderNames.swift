import ConfluenceModel

/// The names that a scenario gives, to tell a placeholder whose root was forgotten from a word of a template.
struct PlaceholderNames: Sendable {
    /// What is to be written for each name: `var.page`, `receiver.hook`.
    private var words: [String: String] = [:]

    init(variables: [String], data: [String], axes: [String], receivers: [String]) {
        let kinds = [("var", variables), ("data", data), ("matrix", axes), ("receiver", receivers)]
        for (root, names) in kinds {
            for name in names where words[name] == nil { words[name] = "\(root).\(name)" }
        }
    }

    /// What is wrong with a word that is a name of the scenario, or nearly one; `nil` for words that are a template's.
    func withoutRoot(_ way: PlaceholderWay) -> String? {
        // ELITEA's own word stays as it is, whatever the scenario calls its variables.
        guard !["secret", "env", "matrix"].contains(way.root) else { return nil }
        let name = String(way.written.prefix { $0 != "." && $0 != "[" })
        guard let known = words[name] == nil ? misspelt(name, whole: way.written) : name, let word = words[known] else {
            return nil
        }
        let rest = word.hasPrefix("receiver.") ? ".url" : String(way.written.dropFirst(name.count))
        return "“{{\(way.written)}}” would stay as it is; write {{\(word)\(rest)}}, "
            + "or {{text.\(way.written)}} where the braces themselves are meant"
    }

    /// Shorter words are near to anything, and what goes on behind a point has a root of somebody else's.
    private func misspelt(_ name: String, whole: String) -> String? {
        name == whole && name.count >= 4 ? NearestWord.find(for: name, in: words.keys.sorted()) : nil
    }
}
