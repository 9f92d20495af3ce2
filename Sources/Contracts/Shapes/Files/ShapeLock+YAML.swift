import ConfluenceModel
import ConfluenceWire
package import Documents

/// The text of a lock: sorted, a line for each place, so that a change is a change of its own lines alone.
extension ShapeLock {
    package var yaml: String {
        var text = Self.head
        if shapes.isEmpty { return text + "shapes: {}\n" }
        text += "shapes:\n"
        var api: SiteAPI?
        for (key, shape) in shapes.sorted(by: { $0.key < $1.key }) {
            if key.api != api { text += "  \(key.api.rawValue):\n" }
            api = key.api
            text += "    \(Self.scalar(key.description)):\n"
            text += Self.lines(of: shape)
        }
        return text
    }

    private static let head = """
        # What the answers of a Confluence site look like; written by `confluence-doctor contract lock`.
        version: 1

        """

    private static func lines(of shape: ExchangeShape) -> String {
        var text = "      body: \(shape.bodies.sorted().joined(separator: " | "))\n"
        if !shape.headers.isEmpty {
            text += "      headers:\n"
            for (name, header) in shape.headers.sorted(by: { $0.key < $1.key }) {
                text += "        \(name): \(scalar(header.words))\n"
            }
        }
        if let json = shape.json {
            text += "      json:\n"
            for line in ShapeText.lines(of: json) { text += "        \(scalar(line.path)): \(scalar(line.words))\n" }
        }
        if !shape.wording.isEmpty {
            text += "      wording:\n"
            for (path, templates) in shape.wording.sorted(by: { $0.key < $1.key }) {
                text += "        \(scalar(path)):\n"
                for template in templates.sorted() { text += "          - \(JSON.string(template).compactText)\n" }
            }
        }
        return text
    }

    /// A plain scalar where YAML takes it for nothing else, and one in quotes else.
    private static func scalar(_ text: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-$./ {}[]()*?=,;+|&".utf8)
        let starts = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$/".utf8)
        guard let first = text.utf8.first, starts.contains(first), text.utf8.allSatisfy(plain.contains),
            !text.hasSuffix(" "),
            !["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"].contains(text.lowercased())
        else { return JSON.string(text).compactText }
        return text
    }

    // MARK: Reading

    init(_ document: DocumentNode) throws(DocumentError) {
        let file = try document.mapping(keys: ["version", "shapes"])
        let version = try file.required("version")
        guard try version.integer() == 1 else { throw version.error("version 1 is expected") }
        var shapes: [ExchangeKey: ExchangeShape] = [:]
        for group in try file.required("shapes").mapping(keys: SiteAPI.allCases.map(\.rawValue)).entries {
            guard let api = SiteAPI(rawValue: group.key) else { continue }
            for entry in try group.value.mapping().entries {
                guard let key = ExchangeKey(entry.key, api: api) else {
                    throw entry.error("an exchange such as “GET /rest/api/content/{id} 200” is expected")
                }
                shapes[key] = try Self.shape(entry.value)
            }
        }
        self.init(shapes: shapes)
    }

    private static func shape(_ node: DocumentNode) throws(DocumentError) -> ExchangeShape {
        let mapping = try node.mapping(keys: ["body", "headers", "json", "wording"])
        var shape = ExchangeShape()
        shape.bodies = Set(try mapping.required("body").text().split(separator: " | ").map(String.init))
        for entry in try mapping["headers"]?.mapping().entries ?? [] {
            shape.headers[entry.key] = ExchangeShape.HeaderShape(words: try entry.value.text())
        }
        if let json = mapping["json"] {
            var lines: [(path: String, words: String)] = []
            for entry in try json.mapping().entries { lines.append((entry.key, try entry.value.text())) }
            do {
                shape.json = try ShapeText.shape(of: lines)
            } catch {
                let entry = try json.mapping().entries.first { $0.key == error.path }
                throw entry?.error("no shape is described so; see “Shapes” in docs/contracts-guide.md")
                    ?? json.error("no shape is described so")
            }
        }
        for entry in try mapping["wording"]?.mapping().entries ?? [] {
            var templates: Set<String> = []
            for template in try entry.value.list() { templates.insert(try template.text()) }
            shape.wording[entry.key] = templates
        }
        return shape
    }
}

extension ExchangeShape.HeaderShape {
    /// `optional number`, or several forms with a line between them.
    package var words: String { (isOptional ? "optional " : "") + forms.sorted().joined(separator: " | ") }

    init(words: String) {
        isOptional = words.hasPrefix("optional ")
        forms = Set(words.dropFirst(isOptional ? 9 : 0).split(separator: " | ").map(String.init))
    }
}
