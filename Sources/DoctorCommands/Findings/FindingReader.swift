import ConfluenceModel
import ConfluenceWire
import Documents
import Foundation
import Reporting
import Scenarios

/// Reads findings out of the scenarios that reproduce them.
enum FindingReader {
    /// One for each defect, in the order of the files; the combinations of a matrix are one finding.
    static func findings(in scenarios: [Scenario]) throws(DocumentError) -> [Finding] {
        var findings: [Finding] = []
        for scenario in scenarios {
            guard let defect = scenario.knownDefect else { continue }
            let deployment = try deployment(of: scenario)
            if let index = findings.firstIndex(where: { $0.defect.id == defect.id }) {
                findings[index].deployments += [deployment].compactMap(\.self).filter {
                    !findings[index].deployments.contains($0)
                }
                continue
            }
            findings.append(
                Finding(
                    defect: defect, kind: scenario.tags.first { $0 != "finding" },
                    deployments: [deployment].compactMap(\.self), drivers: scenario.drivers, file: scenario.file,
                    steps: (scenario.setup + scenario.steps).map(step)))
        }
        return findings
    }

    // MARK: Steps

    private static func step(_ step: ScenarioStep) -> Finding.Step {
        let members = step.node.json.objectValue ?? [:]
        let expected = step.kind == .expectSite ? [:] : members["expect"]?.objectValue ?? [:]
        return Finding.Step(name: step.name, call: call(step, members), outcomes: expected.map { line($0) })
    }

    private static func call(_ step: ScenarioStep, _ members: JSONObject) -> String {
        if let tool = step.toolName {
            let toolkit = members["configuration"]?.stringValue.map { " of \($0)" } ?? ""
            return "\(tool)\(toolkit) \((members["arguments"] ?? [:]).compactText)"
        }
        guard let member = members.first(where: { $0.key == step.kind.rawValue }) else { return "" }
        return line(member)
    }

    /// `answer-contains: "…"`, as the scenario has it.
    private static func line(_ member: JSONObject.Member) -> String {
        "\(member.key): \(member.value.compactText)"
    }

    // MARK: Deployment

    private static func deployment(of scenario: Scenario) throws(DocumentError) -> String? {
        switch scenario.sites.first?.source {
        case nil: return nil
        case .inline(let node): return try title(of: node)
        case .file(let path, let node):
            guard let data = FileManager.default.contents(atPath: path) else {
                throw node.error("the site file \(path) can't be read")
            }
            return try title(of: DocumentReader.read(Array(data), file: path))
        }
    }

    private static func title(of site: DocumentNode) throws(DocumentError) -> String? {
        try site.mapping()["deployment"]?.word(DeploymentKind.self).title
    }
}
