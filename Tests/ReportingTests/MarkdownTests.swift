import ConfluenceModel
import Reporting
import Testing

@Suite("A diagnosis as Markdown can be pasted as it is")
struct MarkdownTests {
    private func markdown(_ text: String) -> String {
        let report = DiagnosisReport(verdict: .healthy, deployment: .init(kind: .cloud), notes: [text])
        let lines = DiagnosisMarkdown.render([NamedReport(name: "a", report: report)]).split(separator: "\n")
        return lines.last.map { String($0.dropFirst(2)) } ?? ""
    }

    @Test(
        "what a site says is text, and nothing more",
        arguments: [
            ("<img src=x> & *b*", "&lt;img src=x\\> &amp; \\*b\\*"),
            ("api_key [x](y) #12", "api\\_key \\[x\\](y) \\#12"),
            ("ask @team now", "ask @<!-- -->team now"),
            ("see (https://a.example/x_y*).", "see (`https://a.example/x_y*`)."),
            ("a\nb", "a b"),
            ("http://a`b", "``http://a`b``"),
            ("\u{202E}evil", "\\\\u{202E}evil"),
        ])
    func escapes(text: String, expected: String) {
        #expect(markdown(text) == expected)
    }
}
