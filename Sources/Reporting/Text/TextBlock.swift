/// Lines of text that are broken to a terminal's width as they are added.
struct TextBlock {
    private(set) var lines: [String] = []
    let terminal: Terminal

    init(_ terminal: Terminal) {
        self.terminal = terminal
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    /// Adds a line as it stands.
    mutating func line(_ text: String = "") {
        lines.append(text)
    }

    /// Adds a paragraph; its first line begins with `lead`, the others are set in as far.
    mutating func paragraph(_ text: String, lead: String = "", styles: Terminal.Style...) {
        let indentation = String(repeating: " ", count: lead.count)
        for (number, piece) in Self.wrap(text, width: terminal.width - lead.count).enumerated() {
            let styled = styles.reduce(piece) { terminal.styled($0, $1) }
            lines.append((number == 0 ? lead : indentation) + styled)
        }
    }

    mutating func append(_ block: [String], indentation: String) {
        lines += block.map { $0.isEmpty ? $0 : indentation + $0 }
    }

    /// Breaks a text at its blanks; a word that is wider than the line is left whole, so that it can be copied.
    static func wrap(_ text: String, width: Int) -> [String] {
        var pieces: [String] = []
        for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var piece = ""
            for word in paragraph.split(separator: " ") {
                if piece.isEmpty {
                    piece = String(word)
                } else if piece.count + 1 + word.count <= width {
                    piece += " \(word)"
                } else {
                    pieces.append(piece)
                    piece = String(word)
                }
            }
            pieces.append(piece)
        }
        return pieces
    }
}

extension String {
    /// The text with characters that would move a terminal's cursor or change its colours shown as escapes.
    package var printable: String {
        var view = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar == "\n" || scalar == "\t" || !(scalar.properties.generalCategory == .control) {
                view.append(scalar)
            } else {
                view.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            }
        }
        return String(view)
    }
}
