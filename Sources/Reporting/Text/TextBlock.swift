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
        for (number, piece) in Self.wrap(text, width: max(20, terminal.width - lead.count)).enumerated() {
            let styled = styles.reduce(piece) { terminal.styled($0, $1) }
            lines.append((number == 0 ? lead : indentation) + styled)
        }
    }

    mutating func append(_ block: [String], indentation: String) {
        lines += block.map { $0.isEmpty ? $0 : indentation + $0 }
    }

    /// Adds a verdict in colour, and what it means.
    mutating func headline(_ verdict: String, _ color: Terminal.Style, _ text: String) {
        let lead = verdict + ": "
        for (number, piece) in Self.wrap(text, width: terminal.width - lead.count).enumerated() {
            lines.append(
                number == 0
                    ? terminal.styled(verdict, .bold, color) + ": " + piece
                    : String(repeating: " ", count: lead.count) + piece)
        }
    }

    /// Adds the headline of an entry: its name in bold, its id, and what is said of it.
    mutating func title(_ title: String, id: String? = nil, lead: String = "", remark: String = "") {
        let mark = id.map { "[\($0)]" }
        let whole = lead + [title, mark].compactMap(\.self).joined(separator: " ") + remark
        let styledMark = mark.map { terminal.styled($0, .cyan) }
        if DisplayWidth.of(whole) <= terminal.width {
            line(lead + terminal.styled(title, .bold) + (styledMark.map { " " + $0 } ?? "") + remark)
        } else {
            paragraph(title, lead: lead, styles: .bold)
            let rest = (styledMark ?? "") + remark
            line(String(repeating: " ", count: lead.count) + (mark == nil ? String(rest.drop { $0 == " " }) : rest))
        }
    }

    /// Breaks a text at its blanks, and between characters that are written without any.
    ///
    /// Another word that is wider than the line is left whole, so that it can be copied.
    static func wrap(_ text: String, width: Int) -> [String] {
        var pieces: [String] = []
        for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var piece = ""
            var columns = 0
            for word in paragraph.split(separator: " ").flatMap({ breakable($0, width: width) }) {
                let wordColumns = DisplayWidth.of(word.text)
                let blank = word.continues ? 0 : 1
                if piece.isEmpty {
                    piece = word.text
                    columns = wordColumns
                } else if columns + blank + wordColumns <= width {
                    piece += (blank == 0 ? "" : " ") + word.text
                    columns += blank + wordColumns
                } else {
                    pieces.append(piece)
                    piece = word.text
                    columns = wordColumns
                }
            }
            pieces.append(piece)
        }
        return pieces
    }

    /// A word in the pieces between which a line may end: itself, or around each wide character where it is too long.
    private static func breakable(_ word: Substring, width: Int) -> [(text: String, continues: Bool)] {
        guard DisplayWidth.of(word) > width, !word.contains("://") else { return [(String(word), false)] }
        var pieces: [(text: String, continues: Bool)] = []
        var isOpen = false
        for character in word {
            let isWide = DisplayWidth.of(character) > 1
            if isOpen, !isWide, let last = pieces.indices.last {
                pieces[last].text.append(character)
            } else {
                pieces.append((String(character), !pieces.isEmpty))
            }
            isOpen = !isWide
        }
        return pieces
    }
}

extension String {
    /// The text with escapes for characters that would move a terminal's cursor, change its colours or turn its words round.
    package var printable: String {
        var view = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar == "\n" || scalar == "\t" || !scalar.isTricky {
                view.append(scalar)
            } else {
                view.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            }
        }
        return String(view)
    }
}

extension Unicode.Scalar {
    fileprivate var isTricky: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        // Those that join letters and pictures belong to words.
        case .format: value != 0x200C && value != 0x200D && value != 0xAD
        default: false
        }
    }
}
