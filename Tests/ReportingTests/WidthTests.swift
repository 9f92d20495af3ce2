import ConfluenceModel
import Reporting
import Testing

@Suite("Texts keep to the width of a terminal")
struct WidthTests {
    /// The place of what is marked, as it is shown below a line.
    private func lines(_ text: String, _ marks: [Range<Int>], label: String? = nil, width: Int = 80) -> [Substring] {
        var report = Samples.located
        report.causes = [report.causes[0]]
        report.causes[0].excerpt?.text = text
        report.causes[0].excerpt?.highlights = marks
        report.causes[0].excerpt?.label = label
        return DiagnosisText.render(report, terminal: Terminal(width: width)).split(separator: "\n").filter {
            $0.contains(" | ")
        }
    }

    @Test(
        "the mark stands below what is meant, in columns and not in characters",
        arguments: [
            ("abc", "      | ^"), ("語b", "      | ^^"), ("😀b", "      | ^^"), ("👩‍👩‍👧b", "      | ^^"),
            ("❤️b", "      | ^^"), ("🇩🇪b", "      | ^^"), ("e\u{301}b", "      | ^"),
        ])
    func marks(text: String, expected: String) {
        #expect(lines(text, [0..<1]).last == expected[...])
        let behind = lines(text, [1..<2]).last
        #expect(behind == (expected.replacing("^", with: " ") + "^")[...])
    }

    @Test("several marks share a line, and a label that has no room goes below it")
    func labels() {
        #expect(lines("a b c", [0..<1, 4..<5], label: "here").last == "      | ^   ^ here")
        let long = lines("abc", [0..<1], label: String(repeating: "long ", count: 20))
        #expect(long.last == "      | ^")
    }

    @Test("of a long line the part with the mark is shown", arguments: [40, 80, 120])
    func windows(width: Int) {
        let text = String(repeating: "語", count: 60) + "needle" + String(repeating: "x", count: 90)
        let shown = lines(text, [60..<66], width: width)
        for line in shown { #expect(columns(line) <= width) }
        let before = shown.first?.firstRange(of: "needle").map { shown[0][..<$0.lowerBound] }
        #expect(before.map(columns) == shown.last?.prefix { $0 != "^" }.count)
    }

    @Test("a text without blanks is broken between its signs, an address never", arguments: [40, 80])
    func wrapping(width: Int) {
        var report = Samples.healthy
        report.notes = [
            String(repeating: "語", count: 100),
            "see https://acme.example/\(String(repeating: "a", count: 130))/語語 and more words that follow it",
        ]
        let lines = DiagnosisText.render(report, terminal: Terminal(width: width)).split(separator: "\n")
        for line in lines where columns(line) > width { #expect(line.contains("https://") && line.contains("/語語")) }
        #expect(lines.filter { $0.contains("語") }.count > 2)
    }

    @Test(
        "the environment says how wide and how colourful",
        arguments: [
            ([:], true, 132, 120, true), ([:], true, nil, 80, true), ([:], false, nil, 100, false),
            (["COLUMNS": "72"], true, 132, 72, true), (["COLUMNS": "72"], false, nil, 72, false),
            (["COLUMNS": "0"], true, 90, 90, true), (["COLUMNS": "x"], true, 20, 40, true),
            (["NO_COLOR": "1"], true, 80, 80, false), (["NO_COLOR": ""], true, 80, 80, true),
            (["TERM": "dumb"], true, 80, 80, false),
        ] as [([String: String], Bool, Int?, Int, Bool)])
    func environment(_ environment: [String: String], isTerminal: Bool, columns: Int?, width: Int, colour: Bool) {
        let terminal = Terminal(environment: environment, isTerminal: isTerminal, columns: columns)
        #expect(terminal.width == width)
        #expect(terminal.usesColor == colour)
    }

    /// Columns of texts of these tests, in which nothing but one sign is wide.
    private func columns(_ text: Substring) -> Int { text.reduce(0) { $0 + ($1 == "語" ? 2 : 1) } }
}
