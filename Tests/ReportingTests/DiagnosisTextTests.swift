import ConfluenceModel
import Reporting
import Testing

@Suite("A diagnosis reads like a good compiler's message")
struct DiagnosisTextTests {
    @Test("a problem shows its cause, place, evidence, certainty, fix and what is as likely")
    func problem() {
        #expect(
            DiagnosisText.render(Samples.problem, terminal: Terminal(width: 80)) == """
                problem: a cause was found (Confluence Data Center 9.2.0)

                The API token is not accepted [credential.token-revoked]
                  --> settings.confluence_configuration.api_key
                  Cloud answers as if nobody had logged in, although the configuration holds an
                  API token.
                  evidence
                    + GET /rest/api/user/current answered 403 “Current user not permitted to use
                      Confluence”
                    + the site itself answers, and is Confluence Cloud
                    - the token has the form of a token that is in use
                  not proven, 72 % likely
                  fix, by you
                    1. Make a new API token at id.atlassian.com under Security.
                    2. Paste it into the field “API Key”.
                  can't be told apart from here
                    credential.token-expired, credential.wrong-user
                    what would settle it: the list of API tokens at id.atlassian.com shows which
                    tokens exist and when they end

                note: index tools can't work without a vector store

                4 requests, 1 failed login, 37 ms

                """)
    }

    @Test("a healthy configuration is told in two lines")
    func healthy() {
        #expect(
            DiagnosisText.render(Samples.healthy, terminal: Terminal(width: 80)) == """
                healthy: nothing is wrong with this configuration (Confluence Cloud)

                1 request, 0 failed logins, 5 ms

                """)
    }

    @Test("several causes are numbered, and a proof names its change")
    func proven() {
        let report = DiagnosisReport(
            verdict: .problem, deployment: .init(kind: .unknown), causes: [Samples.whitespace, Samples.revoked])
        let text = DiagnosisText.render(report, terminal: Terminal(width: 80))
        #expect(
            text.hasPrefix(
                "problem: a cause was found, and one more is possible\n\n1. A line feed stands at the end of the token [cred"
            ))
        #expect(text.contains("\n2. The API token is not accepted ["))
        #expect(
            text.contains("  proven\n    tried with one change, and it worked: the token without its last character\n"))
    }

    @Test("a long text that a site said is quoted once")
    func quotes() {
        let said =
            "(“com.atlassian.confluence.mvc.rest.common.exception.StacklessResponseStatusException: 403 FORBIDDEN”)"
        var (first, second) = (Samples.revoked, Samples.revoked)
        first.explanation = "The site answers 403 to Basic \(said)."
        second.id = .tokenExpired
        second.explanation = first.explanation
        let report = DiagnosisReport(
            verdict: .problem, deployment: .init(kind: .unknown), causes: [first, second])
        let text = DiagnosisText.render(report, terminal: Terminal(width: 120))
        #expect(text.split(separator: "StacklessResponseStatusException").count == 2, "\(text)")
        #expect(text.contains("answers 403 to Basic (as quoted above)."))
    }

    @Test("no line is wider than the terminal, but for words that can't be broken", arguments: [40, 60, 80, 120])
    func width(columns: Int) {
        let lines = DiagnosisText.render(Samples.problem, terminal: Terminal(width: columns)).split(separator: "\n")
        for line in lines where line.count > columns {
            let words = line.split(separator: " ")
            #expect(
                words.count == 1 || line.contains("[credential.") || line.hasPrefix("  -->")
                    || line.hasPrefix("problem:"), "\(line)")
        }
    }

    @Test("colour appears only where it was asked for")
    func colour() {
        let plain = DiagnosisText.render(Samples.problem, terminal: Terminal(width: 80))
        let coloured = DiagnosisText.render(Samples.problem, terminal: Terminal(width: 80, usesColor: true))
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.contains("\u{1B}[1;31mproblem\u{1B}[0m"))
        #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
    }

    @Test("control characters of a site's answer can't reach the terminal")
    func control() {
        var cause = Samples.whitespace
        cause.evidence = [.init("it answered \u{1B}]0;owned\u{7}")]
        let report = DiagnosisReport(verdict: .problem, deployment: .init(kind: .other), causes: [cause])
        let text = DiagnosisText.render(report, terminal: Terminal(width: 80))
        #expect(text.contains(#"it answered \u{1B}]0;owned\u{7}"#))
        #expect(!text.contains("\u{1B}"))
    }
}
