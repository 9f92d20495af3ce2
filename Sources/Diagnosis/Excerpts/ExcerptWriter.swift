package import ConfluenceModel
package import ConfluenceToolkit
import ConfluenceWire
package import Documents

/// Points in a configuration's own text at what a report blames, without showing a secret of it.
package struct ExcerptWriter {
    private let text: DocumentText
    private let document: DocumentNode
    private let configuration: ToolkitConfiguration
    private let redactor: Redactor

    package init(_ text: DocumentText, _ document: DocumentNode, _ configuration: ToolkitConfiguration) {
        self.text = text
        self.document = document
        self.configuration = configuration
        // What is shown in part here are known words around a secret.
        redactor = Redactor(secrets: configuration.secretForms, inPart: false)
    }

    /// The report with the place of each cause's field.
    ///
    /// - Parameter overridden: A field whose value was given elsewhere, so that the text is not to blame.
    package func annotate(_ report: DiagnosisReport, overridden: ConfigurationField? = nil) -> DiagnosisReport {
        var report = report
        for (index, cause) in report.causes.enumerated() {
            guard let path = cause.field,
                let field = ConfigurationField.allCases.first(where: { configuration.path(of: $0) == path }),
                field != overridden
            else { continue }
            report.causes[index].excerpt = excerpt(of: field, at: path, for: cause.id)
        }
        return report
    }

    private func excerpt(of field: ConfigurationField, at path: String, for cause: CauseID) -> ConfigurationExcerpt? {
        guard let node = document.node(at: path) else { return missing(field, at: path) }
        guard let value = try? node.text(), let spelling = text.spelling(of: node) else {
            return ConfigurationExcerpt(file: node.file, line: node.place.line, column: node.place.column)
        }
        let blame = Blame(
            cause, in: value, of: field, user: configuration.credential.username,
            allowsInnerSpaces: configuration.allowsInnerSpaces(field))
        return excerpt(node, value, spelling, blame, secret: field.secretScalars(of: value))
    }

    /// The place of what the field should stand in.
    private func missing(_ field: ConfigurationField, at path: String) -> ConfigurationExcerpt? {
        guard path.hasSuffix(field.rawValue) else { return nil }
        let parent = String(path.dropLast(field.rawValue.count + 1))
        guard let node = parent.isEmpty ? document : document.node(at: parent) else { return nil }
        return ConfigurationExcerpt(
            file: node.file, line: node.place.line, column: node.place.column, label: "missing here")
    }

    private func excerpt(
        _ node: DocumentNode, _ value: String, _ spelling: Spelling, _ blame: Blame, secret: Set<Int>
    ) -> ConfigurationExcerpt? {
        guard let line = text.line(spelling.line) else { return nil }
        // A file may write a value otherwise than it reads, as JSON does with quotes and accents.
        if secret.isEmpty, redactor.redact(value) != value {
            return ConfigurationExcerpt(file: node.file, line: spelling.line, column: spelling.columns.lowerBound + 1)
        }
        let scalars = Array(value.unicodeScalars)
        let meant = scalars.indices.filter(blame.meant.contains)
        let (first, last) = (meant.first.map { spelling.scalars[$0] }, meant.last.map { spelling.scalars[$0] })
        var excerpt = ConfigurationExcerpt(
            file: node.file, line: spelling.line,
            column: (first?.lowerBound ?? spelling.columns.lowerBound) + 1,
            endColumn: (last?.upperBound ?? spelling.columns.upperBound) + 1, label: blame.label)

        var shown = ShownLine()
        shown.append(before(spelling, in: line, node))
        let valueStart = shown.text.count
        let start = spelling.scalars.first?.lowerBound ?? spelling.columns.lowerBound
        shown.append(String(line[spelling.columns.lowerBound..<start]))
        for (index, scalar) in scalars.enumerated() {
            shown.append(
                scalar, spelling: Array(line[spelling.scalars[index].clamped(to: 0..<line.count)]),
                isMeant: blame.meant.contains(index),
                isSecret: secret.contains(index) && !blame.harmless.contains(index))
        }
        let end = spelling.scalars.last?.upperBound ?? spelling.columns.lowerBound
        shown.append(String(line[end..<spelling.columns.upperBound]))
        let valueEnd = shown.text.count
        shown.append(after(spelling, in: line))
        // The second wall: a line that would show a secret after all is not shown.
        guard redactor.redact(shown.text) == shown.text else { return excerpt }
        excerpt.text = shown.text
        excerpt.highlights = shown.highlights.isEmpty ? [valueStart..<valueEnd] : shown.highlights
        return excerpt
    }

    /// The key before a value; whatever else stands there, such as another field of the same line, is left out.
    private func before(_ spelling: Spelling, in line: [Unicode.Scalar], _ node: DocumentNode) -> String {
        let prefix = line[..<spelling.columns.lowerBound]
        let key = node.field.split(separator: ".").last.map(String.init) ?? node.field
        var rest = prefix.dropTrailingBlanks()
        guard !rest.isEmpty else { return String(prefix) }
        guard rest.popLast() == ":" else { return "…" }
        rest = rest.dropTrailingBlanks()
        for written in ["\"\(key)\"", "'\(key)'", key] where String(rest).hasSuffix(written) {
            let others = String(rest.dropLast(written.unicodeScalars.count)).trimmingEdges()
            if others.isEmpty || others == "-" { return String(prefix) }
            return "…" + written + String(prefix[rest.endIndex...])
        }
        return "…"
    }

    private func after(_ spelling: Spelling, in line: [Unicode.Scalar]) -> String {
        let suffix = String(line[spelling.columns.upperBound...]).trimmingEdges()
        return suffix.allSatisfy { ",]}".contains($0) } ? suffix : "…"
    }
}

extension ArraySlice<Unicode.Scalar> {
    fileprivate func dropTrailingBlanks() -> Self {
        var rest = self
        while let last = rest.last, last.isStray { rest.removeLast() }
        return rest
    }
}

extension String {
    fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
