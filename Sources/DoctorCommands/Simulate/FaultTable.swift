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

    static var markdown: String {
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
