import ConfluenceWire
import Simulator

/// What `simulate --coverage` prints: each endpoint, the dialects that have it, and where its behaviour is known from.
enum CoverageTable {
    private static let dialects = ["cloud", "data-center"]

    static func render(as format: AnnouncementFormat) -> String {
        switch format {
        case .json: json.compactText
        case .markdown: markdown
        case .text: text
        }
    }

    private static var json: JSON {
        .array(
            Coverage.rows.map { row in
                var known = JSONObject()
                for dialect in dialects {
                    known[dialect] = .string(row.dialects[dialect] == nil ? "no" : "simulated")
                }
                let confidence = dialects.compactMap { row.dialects[$0]?.rawValue }
                return [
                    "method": .string(row.method),
                    "path": .string(row.path),
                    "dialects": .object(known),
                    "source": .string(row.sources.joined(separator: "; ")),
                    "confidence": .string(Array(Set(confidence)).sorted().joined(separator: ", ")),
                ]
            })
    }

    private static var cells: [[String]] {
        Coverage.rows.map { row in
            ["\(row.method) \(row.path)"] + dialects.map { row.dialects[$0]?.rawValue ?? "–" }
                + [row.sources.joined(separator: "; ")]
        }
    }

    private static var markdown: String {
        let head = ["| endpoint | Cloud | Data Center | source |", "| --- | --- | --- | --- |"]
        return (head + cells.map { "| " + $0.joined(separator: " | ") + " |" }).joined(separator: "\n")
    }

    private static var text: String {
        let width = cells.map(\.[0].count).max() ?? 0
        return cells.map { cell in
            let endpoint = cell[0] + String(repeating: " ", count: width - cell[0].count)
            return "\(endpoint)  cloud: \(cell[1])  data-center: \(cell[2])  (\(cell[3]))"
        }.joined(separator: "\n")
    }
}
