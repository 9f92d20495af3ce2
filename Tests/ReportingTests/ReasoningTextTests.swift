import ConfluenceModel
import Reporting
import Testing

@Suite("The way to a diagnosis, for people")
struct ReasoningTextTests {
    @Test("a repair heads what was asked with it, and what was known by then is told shortly")
    func render() {
        var report = Samples.problem
        report.reasoning = [
            ReasoningStep(
                question: "who am I?", expectedBits: 1.05, requests: 1, failedLogins: 1, answer: "the site answers 401",
                ruledOut: [.noProductAccess], standing: [.init(.whitespace, 0.9), .init(nil, 0.1)]),
            ReasoningStep(
                question: "who am I?", change: "the token without its blank", expectedBits: 0.5, requests: 2,
                failedLogins: 0, waitedSeconds: 7, answer: "the same request works", ruledOut: [],
                standing: [.init(.whitespace, 0.99)]),
            ReasoningStep(
                question: "who am I?", assuming: ["the token without its blank"], expectedBits: 0.9, requests: 0,
                failedLogins: 0, answer: "the site knows the caller as Reader Bot", ruledOut: [.tokenRevoked],
                standing: [.init(nil, 0.5)]),
        ]
        #expect(
            ReasoningText.render(report, terminal: Terminal(width: 100)) == """
                how it was found
                  1. who am I?
                     → the site answers 401
                     cost 1 request, 1 failed login; expected to tell 1.05 bits
                     ruled out: account.no-product-access
                     still possible: credential.whitespace 90 %, nothing wrong 10 %
                  2. who am I? tried with the token without its blank
                     → the same request works
                     cost 2 requests, 7 s of waiting, as the site asked (429); expected to tell 0.5 bits
                     still possible: credential.whitespace 99 %
                  from here on with the token without its blank
                  3. who am I?
                     → the site knows the caller as Reader Bot
                     nothing was sent: the answer was known

                """)
    }

    @Test("where nothing was asked, that is said")
    func empty() {
        #expect(
            ReasoningText.render(Samples.healthy, terminal: Terminal(width: 80))
                == "how it was found\n  nothing was asked\n")
    }
}
