import Documents
import Scenarios
import Testing

@Suite("Every mistake of a scenario is named at its place, and none hides another")
struct ScenarioMistakesTests {
    /// What follows the header of lines 1–11, and the only message that it must bring.
    static let mistakes: [(yaml: String, message: String)] = [
        ("driver: [native]\ndiagnose: {}\n", "12:1: driver: unknown key “driver”, did you mean “drivers”?"),
        ("drivers: [eltea]\ndiagnose: {}\n", "12:11: drivers[0]: unknown driver “eltea”, did you mean “elitea”?"),
        ("needs: [pgvectr]\ndiagnose: {}\n", "12:9: needs[0]: unknown value “pgvectr”, did you mean “pgvector”?"),
        ("never: [write]\ndiagnose: {}\n", "12:9: never[0]: unknown value “write”, did you mean “writes”?"),
        ("timeout: 0\ndiagnose: {}\n", "12:10: timeout: a time above zero is expected"),
        ("known-defect: {id: x}\ndiagnose: {}\n", "12:15: known-defect: the key “title” is missing"),
        (
            "known-defect: {id: x, title: y, titel: z}\ndiagnose: {}\n",
            "12:33: known-defect.titel: unknown key “titel”, did you mean “title”?"
        ),
        ("sites: {a: b.yaml}\ndiagnose: {}\n", "3:7: site: write either “site” or “sites”, not both"),
        ("variables: {a b: 1}\ndiagnose: {}\n", "12:13: variables.a b: the name of a variable is made of letters"),
        ("data: {rows: rows.txt}\ndiagnose: {}\n", "12:14: data.rows: a file ending in .json, .yaml, .yml, .csv is"),
        ("receivers: [a, a]\ndiagnose: {}\n", "12:16: receivers[1]: the receiver “a” stands twice in the list"),
        (
            "credentials: [{elitea_title: w, data: {}}, {elitea_title: w, data: {}}]\ndiagnose: {}\n",
            "12:44: credentials[1]: the title “w” is given to two credentials"
        ),
        ("credentials: [{data: {}}]\ndiagnose: {}\n", "12:15: credentials[0]: a credential needs an elitea_title"),
        ("credentials: [{elitea_title: w}]\ndiagnose: {}\n", "12:15: credentials[0]: the key “data” is missing"),
        (
            "steps:\n  - {tool: search_pages, retries: 50}\n",
            "13:35: steps[0].retries: a number from 0 to 20 is expected"
        ),
        (
            "steps:\n  - {tool: search_pages, retries: {wait: 1 s}}\n",
            "13:35: steps[0].retries: the key “times” is missing"
        ),
        (
            "steps:\n  - {tool: search_pages, when: {drivr: native}}\n",
            "13:33: steps[0].when.drivr: unknown key “drivr”, did you mean “driver”?"
        ),
        (
            "steps:\n  - {tool: search_pages, differences: {elitee: {because: x, expect: {}}}}\n",
            "13:40: steps[0].differences.elitee: unknown driver “elitee”, did you mean “elitea”?"
        ),
        (
            "steps:\n  - {tool: search_pages, differences: {elitea: {expect: {}}}}\n",
            "13:48: steps[0].differences.elitea: the key “because” is missing"
        ),
        (
            "steps:\n  - {tool: search_pages, capture: {id: \"a[\"}}\n",
            "13:40: steps[0].capture.id: a ] is missing in the path “a[”"
        ),
        (
            "steps:\n  - {tool: search_pages, capture: {id: {patern: x}}}\n",
            "13:41: steps[0].capture.id.patern: unknown key “patern”, did you mean “pattern”?"
        ),
        (
            "steps:\n  - {http: {path: /, body: x, form: {a: b}}}\n",
            "13:28: steps[0].http.body: a request has either a body or a form, not both"
        ),
        (
            "steps:\n  - {http: {path: /, on: acme}}\n",
            "13:26: steps[0].http.on: unknown site “acme”; known are site"
        ),
        (
            "steps:\n  - {site: {trash: 7}, on: acme}\n",
            "13:28: steps[0].on: unknown site “acme”; known are site"
        ),
        (
            "steps:\n  - {explain: {txt: a}}\n",
            "13:16: steps[0].explain.txt: unknown key “txt”, did you mean “text”?"
        ),
        ("steps:\n  - {explain: {expect: {verdict: healthy}}}\n", "13:15: steps[0].explain: the key “text” is missing"),
        (
            "steps:\n  - {explain: {text: a, expect: {cause: space.no-acess}}}\n",
            "13:41: steps[0].explain.expect.cause: unknown cause “space.no-acess”, did you mean “space.no-access”?"
        ),
        (
            "steps:\n  - {tool: chek_connection}\n",
            "13:12: steps[0].tool: unknown tool “chek_connection”, did you mean “check_connection”?"
        ),
        ("steps:\n  - {site: {freeze-clock: soon}}\n", "13:27: steps[0].site.freeze-clock: a moment such as"),
        (
            "steps:\n  - {expect-delivery: {receiver: hook}}\n",
            "13:34: steps[0].expect-delivery.receiver: the scenario has no receivers; name them as “receivers: [hook]”"
        ),
        (
            "receivers: [hook]\nsteps:\n  - {expect-delivery: {receiver: hok}}\n",
            "14:34: steps[0].expect-delivery.receiver: unknown receiver “hok”, did you mean “hook”?"
        ),
        (
            "steps:\n  - {for-each: {a: [1], b: [2]}, do: [{tool: search_pages}]}\n",
            "13:16: steps[0].for-each: one name and its list are expected, such as {issue: \"{{data.issues}}\"}"
        ),
        (
            "steps:\n  - {for-each: {a: 1}, do: [{tool: search_pages}]}\n",
            "13:20: steps[0].for-each.a: a list is expected, found a number"
        ),
        ("steps:\n  - {for-each: {a: [1]}, do: []}\n", "13:30: steps[0].do: at least one step is expected"),
        (
            "steps:\n  - {for-each: {a: [1]}, do: [{tol: search_pages}]}\n",
            "13:32: steps[0].do[0].tol: unknown key “tol”, did you mean “tool”?"
        ),
        ("setup:\n  - {browser-login: {}}\ndiagnose: {}\n", "13:21: setup[0].browser-login: the key “user” is missing"),
        ("teardown: {}\ndiagnose: {}\n", "12:11: teardown: a list is expected, found an object"),
        (
            "variables: {page: 1}\nsteps:\n  - {tool: search_pages, arguments: {q: \"{{var.pge}}\"}}\n",
            "14:41: steps[0].arguments.q: unknown variable “pge”, did you mean “page”?"
        ),
        (
            "variables: {page: 1}\nsteps:\n  - {tool: search_pages, arguments: {q: \"in {{page}}\"}}\n",
            "14:41: steps[0].arguments.q: “{{page}}” would stay as it is; write {{var.page}}, or {{text.page}}"
        ),
        (
            "variables: {page: 1}\nsteps:\n  - {tool: search_pages, arguments: {q: \"{{page.links[0]}}\"}}\n",
            "14:41: steps[0].arguments.q: “{{page.links[0]}}” would stay as it is; write {{var.page.links[0]}}, or"
        ),
        (
            "receivers: [hook]\nsteps:\n  - {tool: search_pages, arguments: {q: \"{{hok}} {{hokk}}\"}}\n",
            "14:41: steps[0].arguments.q: “{{hokk}}” would stay as it is; write {{receiver.hook.url}}, or {{text.hokk}}"
        ),
        (
            "steps:\n  - {tool: search_pages, arguments: {q: \"{{data.x[0]}}\"}}\n",
            "13:41: steps[0].arguments.q: there is no data file “x”, as the scenario has none"
        ),
        (
            "steps:\n  - {tool: search_pages, arguments: {q: \"{{run.di}}\"}}\n",
            "13:41: steps[0].arguments.q: unknown fact of a run “di”, did you mean “id”?"
        ),
        (
            "steps:\n  - {tool: search_pages, arguments: {q: \"{{env.HOME}}\"}}\n",
            "13:41: steps[0].arguments.q: {{env.…}} stands only in variables, credentials and configurations"
        ),
        (
            "receivers: [hook]\nvariables: {r: hook}\nsteps:\n  - {expect-delivery: {receiver: \"{{var.r}}\"}}\n",
            "15:34: steps[0].expect-delivery.receiver: what stands here must be known before the run"
        ),
    ]

    @Test("each mistake brings one message with its place", arguments: mistakes)
    func mistake(yaml: String, message: String) {
        let error = #expect(throws: ScenarioMistakes.self) { try Samples.scenarios(Samples.header + yaml) }
        #expect(error?.errors.count == 1)
        #expect(error?.description.hasPrefix("sample.yaml:\(message)") == true, "\(error?.description ?? "no error")")
    }

    @Test("words of templates, and of names by their escape, stay as they are")
    func templates() throws {
        let yaml =
            Samples.header + """
                variables: {page: 1, secret: x}
                steps:
                  - {tool: search_pages, arguments: {q: "{{title}} {{text.page}} {{secret.docs}} {{pg}} {{content.value}}"}}

                """
        #expect(try Samples.scenarios(yaml).count == 1)
    }

    @Test("a configuration that names a credential of the scenario names one that it has")
    func credential() {
        let yaml = """
            version: 1
            name: x
            site: {name: acme, deployment: cloud, host: acme.example}
            credentials: [{elitea_title: writer, data: {}}]
            configuration: {settings: {confluence_configuration: {elitea_title: writr, private: false}}}
            diagnose: {}
            """
        let error = #expect(throws: ScenarioMistakes.self) { try Samples.scenarios(yaml) }
        #expect(
            error?.description
                == "sample.yaml:5:69: configuration.settings.confluence_configuration.elitea_title: unknown credential “writr”, did you mean “writer”?"
        )
    }

    @Test("all mistakes of a file are told, in the order of their places, and each once")
    func together() {
        let yaml = """
            version: 1
            nam: Many
            site: {name: acme, deployment: clod}
            tags: x
            matrix: {n: [1, 2]}
            drivers: [nativ]
            configuration: {toolkit_name: docs}
            variables: {a: 1}
            steps:
              - {tool: serch_pages}
              - {http: {path: x}}
              - {for-each: {a: [1]}, do: [{tol: 1}, {site: {trsh: 1}}, {tool: search_pages}]}
              - {tool: search_pages, capture: {id: "a["}}
              - {tool: search_pages, arguments: {q: "{{var.id}} {{var.b}}"}}
            """
        let error = #expect(throws: ScenarioMistakes.self) { try Samples.scenarios(yaml) }
        let places = error?.errors.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.field)" }
        #expect(
            places == [
                "2:1 nam", "3:32 site.deployment", "4:7 tags", "6:11 drivers[0]", "10:12 steps[0].tool",
                "11:19 steps[1].http.path", "12:32 steps[2].do[0].tol", "12:49 steps[2].do[1].site.trsh",
                "13:40 steps[3].capture.id", "14:41 steps[4].arguments.q",
            ])
    }
}
