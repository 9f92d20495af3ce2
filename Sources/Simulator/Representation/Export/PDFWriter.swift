import ConfluenceWire

/// Writes a title and a text as a PDF without pictures, in letters of one width (ISO 32000-1).
enum PDFWriter {
    private static let columns = 80
    private static let linesAPage = 52

    static func write(title: String, text: String) -> [UInt8] {
        var letters = PDFLetters()
        let lines =
            wrapped(title) + [""]
            + text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapped(String($0)) }
        let pages = stride(from: 0, to: lines.count, by: linesAPage).map { start in
            lines[start..<min(start + linesAPage, lines.count)].map { letters.show($0) }.joined(separator: "\n")
        }
        let firstFont = 4 + 2 * pages.count
        let fonts = letters.fonts(from: firstFont)
        let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
            "<< /Title <FEFF\(PDFLetters.utf16(title))> >>",
        ]
        for (index, page) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R "
                    + "/Resources << /Font << \(fonts.names) >> >> >>")
            objects.append(stream("BT 14 TL 56 786 Td\n\(page)\nET"))
        }
        return file(objects + fonts.objects)
    }

    static func stream(_ content: String) -> String {
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }

    /// The objects, numbered from 1, with the table of where each begins.
    private static func file(_ objects: [String]) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var table = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let place = String(text.utf8.count)
            table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n\(table)"
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 3 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    /// The lines of a paragraph; words that no line holds are cut.
    private static func wrapped(_ paragraph: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in paragraph.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > columns {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
            while line.count > columns {
                lines.append(String(line.prefix(columns)))
                line.removeFirst(columns)
            }
        }
        return lines + [line]
    }
}

/// The fonts of a PDF: one for ASCII, and one for each hundred of the other signs that its text has.
///
/// A font names its signs and says for which text they stand; no outlines are in the file.
struct PDFLetters {
    private var others: [Unicode.Scalar: Int] = [:]
    private var order: [Unicode.Scalar] = []

    private static let perFont = 100
    private static let firstCode = 33

    /// What puts a line on a page and goes on to the next.
    mutating func show(_ line: String) -> String {
        var runs: [(font: Int, codes: String)] = []
        for scalar in line.unicodeScalars {
            let (font, code) = place(of: scalar)
            if runs.last?.font != font { runs.append((font, "")) }
            runs[runs.count - 1].codes += Self.hexadecimal(code, digits: 2)
        }
        return runs.map { "/F\($0.font) 10 Tf <\($0.codes)> Tj " }.joined() + "T*"
    }

    private mutating func place(of scalar: Unicode.Scalar) -> (font: Int, code: Int) {
        if (0x20...0x7E).contains(scalar.value) { return (0, Int(scalar.value)) }
        let index = others[scalar] ?? order.count
        if index == order.count {
            others[scalar] = index
            order.append(scalar)
        }
        return (1 + index / Self.perFont, Self.firstCode + index % Self.perFont)
    }

    /// The objects of all fonts, numbered from a number on, and the names under which pages find them.
    func fonts(from number: Int) -> (names: String, objects: [String]) {
        let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding"
        var names = "/F0 \(number) 0 R"
        var objects = ["\(font) /WinAnsiEncoding >>"]
        for start in stride(from: 0, to: order.count, by: Self.perFont) {
            let signs = order[start..<min(start + Self.perFont, order.count)]
            let own = number + objects.count
            names += " /F\(1 + start / Self.perFont) \(own) 0 R"
            let glyphs = signs.map { "/u" + Self.hexadecimal(Int($0.value), digits: 4) }.joined(separator: " ")
            objects.append(
                "\(font) << /Type /Encoding /Differences [\(Self.firstCode) \(glyphs)] >> /ToUnicode \(own + 1) 0 R >>")
            objects.append(PDFWriter.stream(Self.map(of: Array(signs))))
        }
        return (names, objects)
    }

    private static func map(of signs: [Unicode.Scalar]) -> String {
        let rows = signs.enumerated().map { index, sign in
            "<\(hexadecimal(firstCode + index, digits: 2))> <\(utf16(String(sign)))>"
        }
        return """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CMapName /Adobe-Identity-UCS def /CMapType 2 def
            1 begincodespacerange <00> <FF> endcodespacerange
            \(rows.count) beginbfchar
            \(rows.joined(separator: "\n"))
            endbfchar
            endcmap CMapName currentdict /CMap defineresource pop end end
            """
    }

    static func utf16(_ text: String) -> String { text.utf16.map { hexadecimal(Int($0), digits: 4) }.joined() }

    private static func hexadecimal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
