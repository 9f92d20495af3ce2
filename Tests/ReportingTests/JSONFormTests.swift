import ConfluenceModel
import ConfluenceWire
import Reporting
import Testing

@Suite("The JSON forms are the published ones")
struct JSONFormTests {
    private static let reports: [DiagnosisReport] = [
        Samples.healthy, Samples.problem, Samples.located, Samples.explanation,
        DiagnosisReport(verdict: .undecided, deployment: .init(kind: .unknown), causes: [Samples.whitespace]),
        noFault,
    ]

    private static let noFault = DiagnosisReport(
        verdict: .undecided, deployment: .init(kind: .unknown), causes: [Samples.whitespace],
        noFault: NoFault(
            rank: 1, confidence: 0.6, reading: .question, title: "reads like a question", evidence: [.init("how can I")]
        ))

    @Test("where no fault comes first, the causes have the places behind it")
    func ranks() {
        let value = DiagnosisJSON.value(Self.noFault)
        #expect(value["noFault"]?["rank"]?.integerValue == 1)
        #expect(value["noFault"]?["reading"]?.stringValue == "question")
        #expect(value["causes"]?[0]?["rank"]?.integerValue == 2)
    }

    @Test("a diagnosis keeps to its schema", arguments: reports)
    func diagnosis(report: DiagnosisReport) throws {
        let schema = try Schema.named("diagnosis")
        #expect(try Schema.violations(DiagnosisJSON.value(report), schema, in: schema) == [])
    }

    @Test("a run keeps to its schema, the diagnoses in it too")
    func run() throws {
        let schema = try Schema.named("run")
        let value = ScenarioJSON.value(Samples.run)
        #expect(try Schema.violations(value, schema, in: schema) == [])
        let diagnosis = try Schema.named("diagnosis")
        let inner = try #require(value["scenarios"]?[0]?["diagnosis"])
        #expect(try Schema.violations(inner, diagnosis, in: diagnosis) == [])
    }

    @Test("a run keeps to its schema, and comes back as it was", arguments: [Samples.run, Samples.matrixRun])
    func roundTrip(report: ScenarioRunReport) throws {
        let schema = try Schema.named("run")
        let value = ScenarioJSON.value(report)
        #expect(try Schema.violations(value, schema, in: schema) == [])
        #expect(try ScenarioJSON.read(try JSONReader.read(ScenarioJSON.render(report))) == report)
    }

    @Test("a report of the first release is read as well")
    func firstRelease() throws {
        let value: JSON = [
            "version": 1, "summary": ["passed": 1, "failed": 0, "skipped": 0], "elapsedMs": 7,
            "scenarios": [
                [
                    "name": "A", "file": "a.yaml", "driver": "native", "status": "passed", "reason": nil,
                    "elapsedMs": 7,
                    "steps": [["title": "diagnose", "status": "passed", "answer": nil, "problems": []]],
                    "diagnosis": nil,
                ]
            ],
        ]
        let report = try ScenarioJSON.read(value)
        #expect(report.scenarios.map(\.name) == ["A"])
        #expect(report.scenarios[0].steps == [StepResult(title: "diagnose", status: .passed)])
    }

    @Test(
        "what is no report of a run is told by the place that is wrong",
        arguments: [
            (["a": 1], "this is no report of “run --format json”"),
            (["version": 2, "scenarios": []], "this release reads reports of version 1, this one is of 2"),
            (["version": 1, "scenarios": [["name": 5]]], "scenarios[0].name is a number, and should be a text"),
            (
                ["version": 1, "scenarios": [["name": "A", "file": "a", "driver": "n", "status": "fine"]]],
                "scenarios[0].status is a text, and should be one of passed, failed, skipped"
            ),
        ] as [(JSON, String)])
    func unreadable(value: JSON, message: String) {
        let error = #expect(throws: UnreadableReport.self) { try ScenarioJSON.read(value) }
        #expect(error?.description == message)
    }

    @Test("metrics keep to their schema")
    func metrics() throws {
        let schema = try Schema.named("metrics")
        #expect(try Schema.violations(RunMetricsJSON.value(Samples.metrics), schema, in: schema) == [])
    }

    @Test("the schema refuses a report with a word that is not published")
    func bites() throws {
        let schema = try Schema.named("diagnosis")
        var value = DiagnosisJSON.value(Samples.problem)
        value["verdict"] = "sick"
        value["extra"] = 1
        value["requests"] = nil
        #expect(
            try Schema.violations(value, schema, in: schema) == [
                "$ lacks \"requests\"", "$.verdict is none of the words", "$ has the unknown member extra",
            ])
    }

    @Test("every word of the model stands in the schema, and no other")
    func words() throws {
        let schema = try Schema.named("diagnosis")
        func words(_ value: JSON?) -> [String] { value?["enum"]?.arrayValue?.compactMap(\.stringValue) ?? [] }
        let causes = schema["$defs"]?["cause"]?["properties"]
        #expect(words(schema["properties"]?["verdict"]) == DiagnosisReport.Verdict.allCases.map(\.rawValue))
        #expect(
            words(schema["properties"]?["deployment"]?["properties"]?["kind"])
                == DeploymentKind.allCases.map(\.rawValue))
        #expect(words(causes?["fix"]?["properties"]?["who"]) == Fixer.allCases.map(\.rawValue))
    }

    @Test("what scripts read stands where DESIGN promises it")
    func shape() {
        let cause = DiagnosisJSON.value(Samples.problem)["causes"]?[0]
        #expect(cause?["rank"] == 1)
        #expect(cause?["confidence"] == .number(0.72))
        #expect(cause?["evidence"]?[2]?["for"] == false)
        #expect(cause?["fix"]?["who"] == "you")
        #expect(cause?["alternatives"] == ["credential.token-expired", "credential.wrong-user"])
        #expect(cause?["repair"] == .null)
        #expect(ScenarioJSON.value(Samples.run)["summary"] == ["passed": 1, "failed": 1, "skipped": 1, "flaky": 0])
    }
}
