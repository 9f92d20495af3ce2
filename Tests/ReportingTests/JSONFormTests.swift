import ConfluenceModel
import ConfluenceWire
import Foundation
import Reporting
import Testing

@Suite("The JSON forms are the published ones")
struct JSONFormTests {
    private static func schema(_ name: String) throws -> JSON {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try JSONReader.read(Array(Data(contentsOf: root.appending(path: "docs/schemas/\(name).schema.json"))))
    }

    /// What of a value a schema refuses, for the part of JSON Schema that our schemas use.
    private static func violations(_ value: JSON, _ schema: JSON, in root: JSON, at path: String = "$") throws
        -> [String]
    {
        if let reference = schema["$ref"]?.stringValue {
            let name = try #require(reference.split(separator: "/").last)
            let definition = try #require(root["$defs"]?[String(name)], "\(reference)")
            return try violations(value, definition, in: root, at: path)
        }
        if let options = schema["anyOf"]?.arrayValue {
            let results = try options.map { try violations(value, $0, in: root, at: path) }
            return results.contains(where: \.isEmpty) ? [] : results.flatMap(\.self)
        }
        var found: [String] = []
        if let constant = schema["const"], constant != value { found.append("\(path) is not \(constant.compactText)") }
        if let words = schema["enum"]?.arrayValue, !words.contains(value) {
            found.append("\(path) is none of the words")
        }
        let types =
            schema["type"]?.arrayValue?.compactMap(\.stringValue) ?? [schema["type"]?.stringValue].compactMap(\.self)
        if !types.isEmpty, !types.contains(where: { matches(value, $0) }) {
            found.append("\(path) is \(value.kindName), not \(types)")
        }
        if case .array(let elements) = value, let items = schema["items"] {
            for (index, element) in elements.enumerated() {
                found += try violations(element, items, in: root, at: "\(path)[\(index)]")
            }
        }
        if case .object(let object) = value {
            for key in schema["required"]?.arrayValue ?? [] where object[key.stringValue ?? ""] == nil {
                found.append("\(path) lacks \(key.compactText)")
            }
            for member in object {
                if let property = schema["properties"]?[member.key] {
                    found += try violations(member.value, property, in: root, at: "\(path).\(member.key)")
                } else if schema["additionalProperties"] == false {
                    found.append("\(path) has the unknown member \(member.key)")
                }
            }
        }
        return found
    }

    private static func matches(_ value: JSON, _ type: String) -> Bool {
        switch type {
        case "null": value.isNull
        case "boolean": value.boolValue != nil
        case "integer": value.integerValue != nil
        case "number": value.doubleValue != nil
        case "string": value.stringValue != nil
        case "array": value.arrayValue != nil
        case "object": value.objectValue != nil
        default: false
        }
    }

    private static let reports: [DiagnosisReport] = [
        Samples.healthy, Samples.problem,
        DiagnosisReport(verdict: .undecided, deployment: .init(kind: .unknown), causes: [Samples.whitespace]),
    ]

    @Test("a diagnosis keeps to its schema", arguments: reports)
    func diagnosis(report: DiagnosisReport) throws {
        let schema = try Self.schema("diagnosis")
        #expect(try Self.violations(DiagnosisJSON.value(report), schema, in: schema) == [])
    }

    @Test("a run keeps to its schema, the diagnoses in it too")
    func run() throws {
        let schema = try Self.schema("run")
        let value = ScenarioJSON.value(Samples.run)
        #expect(try Self.violations(value, schema, in: schema) == [])
        let diagnosis = try Self.schema("diagnosis")
        let inner = try #require(value["scenarios"]?[0]?["diagnosis"])
        #expect(try Self.violations(inner, diagnosis, in: diagnosis) == [])
    }

    @Test("the schema refuses a report with a word that is not published")
    func bites() throws {
        let schema = try Self.schema("diagnosis")
        var value = DiagnosisJSON.value(Samples.problem)
        value["verdict"] = "sick"
        value["extra"] = 1
        value["requests"] = nil
        #expect(
            try Self.violations(value, schema, in: schema) == [
                "$ lacks \"requests\"", "$.verdict is none of the words", "$ has the unknown member extra",
            ])
    }

    @Test("every word of the model stands in the schema, and no other")
    func words() throws {
        let schema = try Self.schema("diagnosis")
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
        #expect(ScenarioJSON.value(Samples.run)["summary"] == ["passed": 1, "failed": 1, "skipped": 1])
    }
}
