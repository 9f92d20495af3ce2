import ConfluenceModel
import ConfluenceWire
import Documents
import Testing

@testable import Scenarios

@Suite("What a scenario says of itself, of its sites and of its steps becomes values")
struct ScenarioFieldsTests {
    @Test("whom it is for, what it needs, and the defect that it reproduces")
    func facts() throws {
        let scenario = try Samples.scenario(
            Samples.header + """
                use-case: documentation
                description: Why.
                drivers: elitea
                needs: [pgvector]
                timeout: 60 s
                never: [writes, other-hosts]
                known-defect: {id: labels, title: Labels rewrite, product: elitea-sdk, seen-in: 0.11.27, should: Not.}
                diagnose: {}
                """)
        #expect(scenario.useCase == "documentation")
        #expect(scenario.drivers == ["elitea"])
        #expect(scenario.isFor(driver: "elitea") && !scenario.isFor(driver: "native"))
        #expect(scenario.needs == [.pgvector])
        #expect(scenario.timeout == .seconds(60))
        #expect(scenario.never == [.writes, .otherHosts])
        #expect(
            scenario.knownDefect
                == KnownDefect(
                    id: "labels", product: "elitea-sdk", seenIn: "0.11.27", title: "Labels rewrite", should: "Not."))
    }

    @Test("several sites keep their order, and a scenario without tools needs no configuration")
    func sites() throws {
        let scenario = try Samples.scenario(
            """
            version: 1
            name: Two
            sites:
              acme: ../acme.yaml
              other: {name: other, deployment: cloud, host: other.example}
            receivers: [hook, second-hook]
            data: {issues: payloads/issues.json}
            variables: {page: 7}
            steps:
              - {http: {path: /, on: other}}
              - {site: {trash: "{{var.page}}"}, on: other}
            """, file: "scenarios/a/two.yaml")
        #expect(scenario.sites.map(\.name) == ["acme", "other"])
        #expect(scenario.steps.map(\.site) == ["other", "other"])
        #expect(scenario.receivers == ["hook", "second-hook"])
        #expect(scenario.dataFiles.map(\.path) == ["scenarios/a/payloads/issues.json"])
        #expect(scenario.variables.map(\.name) == ["page"])
    }

    @Test("a step's options")
    func options() throws {
        let scenario = try Samples.scenario(
            Samples.header + """
                steps:
                  - name: Reads the page
                    tool: read_page_by_id
                    timeout: 500 ms
                    retries: {times: 2, wait: 1 s}
                    when: {driver: [elitea, alita]}
                    capture: {id: page.id, number: {pattern: 'ID (\\d+)'}}
                    expect: {answer-contains: x}
                    differences: {alita: {because: It joins hits., expect: {fails: true}}}
                  - {http: {path: /, form: {file: {name: a.txt, text: hello}, comment: x}}, retries: 3}
                """)
        let step = scenario.steps[0]
        #expect(step.name == "Reads the page")
        #expect(step.timeout == .milliseconds(500))
        #expect(step.retries == Retries(times: 2, wait: .seconds(1)))
        #expect(step.drivers == ["elitea", "alita"])
        #expect(step.captures.map(\.name) == ["id", "number"])
        #expect(step.expectation(with: "alita").because == "It joins hits.")
        #expect(step.expectation(with: "alita").expectation.fails == true)
        #expect(step.expectation(with: "elitea").expectation.contains == ["x"])
        #expect(scenario.steps[1].retries.times == 3)
        guard case .http(let request) = scenario.steps[1].action else {
            Issue.record("the step is a request")
            return
        }
        #expect(request.method == .post)
        #expect(request.form.map(\.fileName) == ["a.txt", nil])
    }

    @Test("what only the run knows may stand in any value of a step")
    func probes() throws {
        let scenario = try Samples.scenario(
            Samples.header + """
                variables: {n: 1, flag: true, list: [1], words: [a]}
                steps:
                  - {expect-site: {page: "{{var.n}}", exists: "{{var.flag}}", labels: "{{var.words}}"}}
                  - {http: {path: "{{var.n}}"}, expect: {status: "{{var.n}}"}, timeout: "{{var.n}}"}
                  - {site: {advance-clock: "{{var.n}}"}}
                  - {for-each: {x: "{{var.list}}"}, do: [{tool: search_pages, arguments: {q: "{{var.x}} {{var.index}}"}}]}
                diagnose: {expect: {proven: "{{var.flag}}"}}
                """)
        #expect(scenario.steps.map(\.kind) == [.expectSite, .http, .site, .forEach, .diagnose])
    }
}
