import ConfluenceModel
import Reporting
import Testing

@Suite("A run of scenarios reads from top to bottom")
struct ScenarioTextTests {
    private let terminal = Terminal(width: 80)

    @Test("a scenario shows what the tool answered, and the diagnosis under it")
    func passed() {
        #expect(
            ScenarioText.render(Samples.run.scenarios[0], terminal: terminal) == """
                passed A revoked token (native, 0.12 s)
                       scenarios/faq/revoked.yaml
                       tool read_page_by_id page_id=98305
                         → ToolException: Pages not found.

                       healthy: nothing is wrong with this configuration (Confluence Cloud)

                       1 request, 0 failed logins, 5 ms


                """)
    }

    @Test("a failure shows what was expected, and which steps were not reached")
    func failed() {
        #expect(
            ScenarioText.render(Samples.run.scenarios[1], terminal: terminal) == #"""
                FAILED A <broken> & "odd" one (native, 0.00 s)
                       scenarios/faq/odd.yaml
                     ✗ tool site_search
                         → bell \u{7} and escape \u{1B}[31m
                         ! the answer should contain “x”, and does not
                       diagnose (not reached)


                """#)
    }

    @Test("a line has the driver, the time and the cause that was found, or why it was skipped")
    func line() {
        #expect(
            Samples.run.scenarios.map { ScenarioText.line($0, terminal: terminal) } == [
                "passed A revoked token (native, 0.12 s) · healthy",
                #"FAILED A <broken> & "odd" one (native, 0.00 s)"#,
                "  skip Never begun (native, 0.00 s): the run was ended",
            ])
    }

    @Test("the summary names what failed with its place, and the sum")
    func summary() {
        #expect(
            RunText.summary(Samples.run, terminal: terminal) == """
                Failed:
                  - A <broken> & "odd" one (native) scenarios/faq/odd.yaml:1

                1 passed, 1 failed, 1 skipped in 1.30 s

                """)
    }

    @Test("a long answer is cut, and says how long it was")
    func longAnswer() {
        var result = Samples.run.scenarios[0]
        result.steps[0].answer = String(repeating: "x", count: 5000)
        let text = ScenarioText.render(result, terminal: terminal)
        #expect(text.contains("x…\n           (5000 characters)\n"))
        #expect(text.count < 1200)
    }
}
