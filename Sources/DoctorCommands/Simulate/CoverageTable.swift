import ConfluenceWire
import Simulator

/// What `simulate --coverage` prints: each endpoint, how far each dialect's is simulated, and where that is known from.
enum CoverageTable {
    static func render(as format: AnnouncementFormat) -> String {
        switch format {
        case .json: JSON.array(Coverage.rows.map(\.json)).compactText
        case .markdown: markdown
        case .text: text
        }
    }

    // MARK: Markdown

    private static var markdown: String {
        """
        # What is simulated

        Written by `confluence-doctor simulate --coverage --format markdown`; a test holds this page to that.

        One row for each endpoint that real Confluence is known to have and each that the simulator answers. “simulated”
        and “partly” are followed by how sure the answers are (“measured”: somebody wrote the exchange down; “observed”:
        seen in output that was published; “documented”: Atlassian says so; “inferred”: concluded from something near).
        “not” is an endpoint that exists there and is not simulated: it answers as an unknown path does, the journal says
        so, and `simulate --strict` fails the run. “–” is an endpoint that does not exist there. Pages for browsers and
        what lies around Confluence stand with Cloud v1.

        \(table)
        """
    }

    private static var table: String {
        let head = ["endpoint"] + CoverageColumn.allCases.map(\.title) + ["what lacks", "source"]
        let lines = Coverage.rows.map { row in
            let cells = CoverageColumn.allCases.map { cell(row, $0) }
            return ["`\(row.method) \(row.path)`"] + cells + [lacks(row), row.sources.joined(separator: "; ")]
        }
        return ([head, head.map { _ in "---" }] + lines).map { line in
            "| " + line.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }

    // MARK: Text

    private static var text: String {
        let rows = Coverage.rows
        let width = rows.map { $0.method.count + $0.path.count + 1 }.max() ?? 0
        return rows.map { row in
            let endpoint = "\(row.method) \(row.path)"
            let cells = CoverageColumn.allCases.map { "\($0.rawValue): \(cell(row, $0))" }
            let lacks = lacks(row)
            return endpoint + String(repeating: " ", count: width - endpoint.count) + "  "
                + cells.joined(separator: "  ") + (lacks.isEmpty ? "" : "  lacks: \(lacks)")
                + "  (\(row.sources.joined(separator: "; ")))"
        }.joined(separator: "\n")
    }

    private static func cell(_ row: CoverageRow, _ column: CoverageColumn) -> String {
        switch row[column] {
        case .simulated, .partly: "\(row[column].word), \(row.confidence[column]?.rawValue ?? "")"
        case .not: "not"
        case .none: "–"
        }
    }

    /// What lacks, once where it lacks everywhere, and else with the dialects.
    private static func lacks(_ row: CoverageRow) -> String {
        let known = CoverageColumn.allCases.filter { row[$0].lack != nil }
        let words = Set(known.compactMap { row[$0].lack })
        guard words.count > 1 else { return words.first ?? "" }
        return known.map { "\($0.title): \(row[$0].lack ?? "")" }.joined(separator: "; ")
    }
}
