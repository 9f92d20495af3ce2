import ConfluenceModel

/// Where in the configuration a cause lies, as compilers show source code: file, line, column, and a mark.
enum ExcerptText {
    static func append(_ excerpt: ConfigurationExcerpt, field: String, to block: inout TextBlock) {
        let terminal = block.terminal
        let place = "\(excerpt.file.printable):\(excerpt.line):\(excerpt.column)"
        let arrow = "  " + terminal.styled("-->", .cyan) + " "
        guard let text = excerpt.text else {
            let remark = excerpt.label.map { ": \($0)" } ?? ""
            block.line("\(arrow)\(place) \((field + remark).printable)")
            return
        }
        block.line("\(arrow)\(place) \(field.printable)")
        let number = "    \(excerpt.line)"
        let margin = String(repeating: " ", count: number.count + 1)
        let bar = terminal.styled("|", .cyan)
        let window = LineWindow(text.printable, excerpt.highlights, width: terminal.width - margin.count - 2)
        block.line(margin + bar)
        block.line(terminal.styled(number, .cyan) + " " + bar + " " + window.text)
        guard let marks = window.marks else { return }
        let label = excerpt.label?.printable ?? ""
        let styled = margin + bar + " " + terminal.styled(marks, .bold, .red)
        if margin.count + marks.count + DisplayWidth.of(label) + 3 <= terminal.width {
            block.line(label.isEmpty ? styled : styled + " " + terminal.styled(label, .red))
        } else {
            block.line(styled)
            block.paragraph(label, lead: margin + "= ")
        }
    }
}
