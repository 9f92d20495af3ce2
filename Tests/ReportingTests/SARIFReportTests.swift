import ConfluenceModel
import ConfluenceWire
import Reporting
import Testing

@Suite("SARIF is what its readers expect")
struct SARIFReportTests {
    static func sarif(_ reports: [NamedReport], source: String? = "conf/site one.json") -> JSON {
        SARIFReport(version: "1.2.3", source: source) { id in
            guard id != .wrongUser else { return nil }
            return SARIFRule(
                id: id, title: "A title", description: "what it looks like", help: "1. Do this.",
                link: "https://docs.example/page")
        }.value(reports)
    }

    private static func run(_ report: DiagnosisReport, source: String? = "conf/site one.json") throws -> JSON {
        let sarif = sarif([NamedReport(name: "docs", report: report)], source: source)
        #expect(sarif["version"] == "2.1.0")
        return try #require(sarif["runs"]?[0])
    }

    @Test("each result names its rule, by id and by place")
    func rules() throws {
        let run = try Self.run(Samples.located)
        let rules = try #require(run["tool"]?["driver"]?["rules"]?.arrayValue)
        let results = try #require(run["results"]?.arrayValue)
        #expect(results.count == Samples.located.causes.count)
        for result in results {
            let index = try #require(result["ruleIndex"]?.integerValue)
            #expect(rules[Int(index)]["id"] == result["ruleId"])
            #expect(["error", "warning", "note"].contains(result["level"]?.stringValue))
        }
        #expect(Set(rules.compactMap { $0["id"]?.stringValue }).count == rules.count)
        #expect(rules[0]["helpUri"] == "https://docs.example/page")
    }

    @Test("a finding of which the place is known has its region, another the head of the file and its field")
    func places() throws {
        let results = try #require(try Self.run(Samples.located)["results"]?.arrayValue)
        let known = try #require(results[0]["locations"]?[0])
        #expect(known["physicalLocation"]?["artifactLocation"]?["uri"] == "conf/site%20one.json")
        #expect(
            known["physicalLocation"]?["region"]
                == ["startLine": 9, "startColumn": 24, "endLine": 9, "endColumn": 32])
        let unknown = try #require(results[1]["locations"]?[0])
        // Code hosts refuse a result that stands at no line.
        #expect(unknown["physicalLocation"]?["region"] == ["startLine": 1])
        #expect(
            unknown["logicalLocations"]?[0]?["fullyQualifiedName"] == "settings.confluence_configuration.api_key")
    }

    @Test("standard input has no file to point at")
    func standardInput() throws {
        let run = try Self.run(Samples.located, source: nil)
        #expect(run["artifacts"] == nil)
        for result in run["results"]?.arrayValue ?? [] {
            #expect(result["locations"]?[0]?["physicalLocation"] == nil)
            #expect(result["locations"]?[0]?["logicalLocations"] != nil)
        }
    }

    @Test("words of a pasted text are found by their lines")
    func paste() throws {
        let results = try #require(try Self.run(Samples.explanation, source: "/var/build.log")["results"]?.arrayValue)
        let place = try #require(results[0]["locations"]?[0]?["physicalLocation"])
        #expect(place["artifactLocation"]?["uri"] == "file:///var/build.log")
        #expect(place["region"]?["startLine"] == 12)
    }

    @Test("a fingerprint stays where line and certainty change, and differs by cause, field and toolkit")
    func fingerprints() throws {
        func fingerprint(_ name: String, _ change: (inout FoundCause) -> Void) throws -> JSON {
            var cause = Samples.located.causes[0]
            change(&cause)
            let report = DiagnosisReport(verdict: .problem, deployment: .init(kind: .cloud), causes: [cause])
            let sarif = Self.sarif([
                NamedReport(name: name, report: report), NamedReport(name: "other", report: Samples.healthy),
            ])
            return try #require(sarif["runs"]?[0]?["results"]?[0]?["partialFingerprints"])
        }
        let first = try fingerprint("docs") { _ in }
        #expect(
            try fingerprint("docs") {
                $0.excerpt?.line = 99
                $0.isProven = false
                $0.evidence = []
            } == first)
        #expect(try fingerprint("docs") { $0.field = "token" } != first)
        #expect(try fingerprint("docs") { $0.id = .quoted } != first)
        #expect(try fingerprint("wiki") { _ in } != first)
    }

    @Test("a diagnosis without a decision says so, and what to do next")
    func undecided() throws {
        let run = try Self.run(
            DiagnosisReport(verdict: .undecided, deployment: .init(kind: .unknown), notes: ["a note"], nextStep: "ask"))
        let notes = try #require(run["invocations"]?[0]?["toolExecutionNotifications"]?.arrayValue)
        #expect(notes.map { $0["level"] } == ["note", "warning", "note"])
        #expect(run["results"] == [])
    }
}
