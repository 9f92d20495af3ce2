/// A macro tag of wiki markup on a line of its own: `{panel:title=Scope|borderStyle=dashed}`.
struct WikiMacro {
    var name: String
    var parameters: [(name: String, value: String)] = []

    init?(line: String) {
        guard line.hasPrefix("{"), line.hasSuffix("}"), line.utf8.count > 2 else { return nil }
        let content = line.dropFirst().dropLast()
        let parts = content.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard !parts[0].isEmpty, parts[0].utf8.allSatisfy({ (97...122).contains($0) || $0 == UInt8(ascii: "-") }) else {
            return nil
        }
        name = String(parts[0])
        guard parts.count > 1, !parts[1].contains(where: { $0 == "{" || $0 == "}" }) else {
            if parts.count > 1 { return nil }
            return
        }
        for part in parts[1].split(separator: "|") {
            let pair = part.split(separator: "=", maxSplits: 1)
            if pair.count == 2 {
                parameters.append((String(pair[0]), String(pair[1])))
            } else if name == "code" {
                parameters.append(("language", String(part)))
            }
        }
    }

    var parameterElements: String {
        parameters.map {
            "<ac:parameter ac:name=\"\(Markup.escapeAttribute($0.name))\">\(Markup.escape($0.value))</ac:parameter>"
        }.joined()
    }

    /// The storage format before the macro's body.
    var opening: String {
        if name == "quote" { return "<blockquote>" }
        return "<ac:structured-macro ac:name=\"\(name)\">\(parameterElements)<ac:rich-text-body>"
    }

    static func closing(_ name: String) -> String {
        name == "quote" ? "</blockquote>" : "</ac:rich-text-body></ac:structured-macro>"
    }
}
