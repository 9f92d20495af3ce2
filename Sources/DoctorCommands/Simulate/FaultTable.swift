import ConfluenceModel
import ConfluenceWire
import Simulator

/// What `simulate --list-faults` prints: each ready-made fault, what it mimics, and where that is known from.
enum FaultTable {
    static func render(as format: AnnouncementFormat) -> String {
        switch format {
        case .json: json.compactText
        case .markdown: markdown
        case .text: text
        }
    }

    private static var json: JSON {
        .array(
            ReadyMadeFault.all.map { fault in
                [
                    "name": .string(fault.name),
                    "summary": .string(fault.summary),
                    "mimics": .string(fault.mimics),
                    "deployments": .array(fault.deployments.map { .string($0.rawValue) }),
                    "source": .string(fault.source),
                    "confidence": .string(fault.confidence.rawValue),
                ]
            })
    }

    private static var markdown: String {
        """
        # Faults

        Written by `confluence-doctor simulate --list-faults --format markdown`; a test holds this page to that.

        ## Ready-made faults

        Put on with `simulate --fault NAME`, by `faults:` in a site file, by the act `fault:` in a scenario, or by the admin
        API while a server runs.

        \(readyMade)

        ## What a site says no to, and how

        One row for each condition and part of the API. Names in braces stand for what differs. “measured” means that
        somebody wrote the exchange down, “observed” that it was seen in output that was published, “documented” that
        Atlassian says so, “inferred” that it is concluded from something near.

        ### Cloud

        \(conditions(.cloud))

        ### Data Center

        \(conditions(.dataCenter))
        """
    }

    private static func conditions(_ deployment: DeploymentKind) -> String {
        let head = [
            "| condition | credentials | where | status | headers | body | source |",
            "| --- | --- | --- | --- | --- | --- | --- |",
        ]
        let rows = AnswerRow.all.filter { $0.deployment == deployment }.map { row in
            let headers = row.headers.map { "`\($0.name): \($0.value)`" }.joined(separator: "<br>")
            let cells = [
                row.condition, row.authentication, row.family, String(row.status), headers,
                row.body.isEmpty ? "" : "`\(row.body)`", "\(row.source) (\(row.confidence.rawValue))",
            ]
            return "| "
                + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: "") }.joined(separator: " | ") + " |"
        }
        return (head + rows).joined(separator: "\n")
    }

    private static var readyMade: String {
        let head = [
            "| fault | what a client meets | what it mimics | where | source |", "| --- | --- | --- | --- | --- |",
        ]
        let rows = ReadyMadeFault.all.map { fault in
            "| `\(fault.name)` | \(fault.summary) | \(fault.mimics) | \(places(fault)) "
                + "| \(fault.source) (\(fault.confidence.rawValue)) |"
        }
        return (head + rows).joined(separator: "\n")
    }

    private static var text: String {
        ReadyMadeFault.all.map { fault in
            """
            \(fault.name)  (\(places(fault)))
              \(fault.summary)
              mimics \(fault.mimics)
              source: \(fault.source), \(fault.confidence.rawValue)
            """
        }.joined(separator: "\n\n")
    }

    private static func places(_ fault: ReadyMadeFault) -> String {
        fault.deployments.map { $0 == .cloud ? "Cloud" : "Data Center" }.joined(separator: ", ")
    }
}
