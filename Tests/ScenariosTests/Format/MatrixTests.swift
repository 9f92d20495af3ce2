import ConfluenceModel
import ConfluenceWire
import Documents
import Testing

@testable import Scenarios

@Suite("A matrix makes a scenario of each of its combinations")
struct MatrixTests {
    private static let body = """
        steps:
          - tool: read_page_by_id
            arguments: {page_id: "{{matrix.page.id}}", deep: "{{matrix.page.deep}}"}
        """

    private func scenarios(_ matrix: String, name: String = "Reads", body: String = Self.body) throws -> [Scenario] {
        try Samples.scenarios(
            Samples.header.split(separator: "A sample").joined(separator: name) + matrix + "\n" + body + "\n")
    }

    @Test("the last axis changes first, and the combination stands behind the name")
    func combinations() throws {
        let scenarios = try scenarios(
            """
            matrix:
              deployment: [cloud, data-center]
              page: [{name: home, id: 7, deep: [1, 2]}, {name: away, id: "8", deep: {a: b}}]
              exclude: [{deployment: data-center, page: away}]
            """)
        #expect(scenarios.map(\.name) == ["Reads (cloud, home)", "Reads (cloud, away)", "Reads (data-center, home)"])
        #expect(scenarios[1].combination["page"] == "away")
        let arguments = scenarios.map { scenario -> String? in
            guard case .tool(_, let arguments, _)? = scenario.steps.first?.action else { return nil }
            return arguments?.json.compactText
        }
        #expect(
            arguments == [
                #"{"page_id":7,"deep":[1,2]}"#, #"{"page_id":"8","deep":{"a":"b"}}"#, #"{"page_id":7,"deep":[1,2]}"#,
            ])
    }

    @Test("an axis that the name shows by itself is not repeated, and that of drivers never")
    func names() throws {
        let scenarios = try scenarios(
            "matrix: {tool: [read_page_by_id, search_pages], where: [here], driver: [native, elitea]}",
            name: "\"{{matrix.tool}} works\"", body: "steps:\n  - tool: \"{{matrix.tool}}\"")
        #expect(
            scenarios.map(\.name) == [
                "read_page_by_id works (here)", "read_page_by_id works (here)", "search_pages works (here)",
                "search_pages works (here)",
            ])
        #expect(scenarios.map(\.drivers) == [["native"], ["elitea"], ["native"], ["elitea"]])
        #expect(
            scenarios.map { $0.steps[0].toolName } == [
                "read_page_by_id", "read_page_by_id", "search_pages", "search_pages",
            ])
    }

    @Test("keys, whole mappings and names inside of texts are filled in")
    func everywhere() throws {
        let scenarios = try scenarios(
            "matrix: {case: [{name: one, act: trash, expect: {fails: true}, page: 9}]}",
            body: """
                arrange:
                  - "{{matrix.case.act}}": "{{matrix.case.page}}"
                tags: ["{{matrix.case}}-x"]
                steps:
                  - {tool: search_pages, expect: "{{matrix.case.expect}}"}
                """)
        #expect(scenarios[0].arrange == [.trash(page: 9)])
        #expect(scenarios[0].tags == ["one-x"])
        #expect(scenarios[0].steps[0].expectation.fails == true)
    }

    @Test(
        "a mistake in a matrix, or in the use of it, is named once, whatever the number of combinations",
        arguments: [
            ("matrix: {}", "12:9: matrix: a matrix needs at least one axis, such as “deployment: [cloud]”"),
            ("matrix: {page: []}", "12:16: matrix.page: an axis needs at least one value"),
            ("matrix: {page: [a, a]}", "12:20: matrix.page[1]: the value “a” stands twice in this axis"),
            (
                "matrix: {page: [{id: 1}]}",
                "12:17: matrix.page[0]: a mapping in a matrix needs a “name”, by which its scenarios are told apart"
            ),
            (
                "matrix: {page: [a], exclude: [{pge: a}]}",
                "12:32: matrix.exclude[0].pge: unknown axis “pge”, did you mean “page”?"
            ),
            (
                "matrix: {page: [a, b], exclude: [{page: c}]}",
                "12:41: matrix.exclude[0].page: unknown value of page “c”, did you mean “a”?"
            ),
            (
                "matrix: {page: [a], exclude: [{page: a}]}",
                "12:9: matrix: every combination of this matrix is excluded"
            ),
            (
                "matrix: {pages: [{name: a}, {name: b}]}",
                "15:26: steps[0].arguments.page_id: unknown axis “page”, did you mean “pages”?"
            ),
            (
                "matrix: {page: [{name: a, id: 1, dep: 1}, {name: b, id: 1, deep: 1}]}",
                "15:54: steps[0].arguments.deep: unknown key “deep”, did you mean “dep”?"
            ),
            (
                "tags: [x]",
                "15:26: steps[0].arguments.page_id: “{{matrix.page.id}}” needs a “matrix”, and the scenario has none"
            ),
        ])
    func mistakes(matrix: String, message: String) {
        let error = #expect(throws: ScenarioMistakes.self) { try scenarios(matrix) }
        #expect(error?.errors.map(\.description) == ["sample.yaml:\(message)"])
    }
}
