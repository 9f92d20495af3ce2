import ConfluenceModel
import ConfluenceWire
import Contracts
import Foundation
import Simulator

/// What `simulate --coverage` prints: each endpoint, how far each dialect's is simulated, and where that is known from.
enum CoverageTable {
    /// - Parameter ledger: What was seen to hold on live sites.
    static func render(as format: AnnouncementFormat, ledger: Ledger = Ledger()) -> String {
        switch format {
        case .json: JSON.array(Coverage.rows.map { json($0, ledger) }).compactText
        case .markdown: markdown(ledger)
        case .text: text(ledger)
        }
    }

    // MARK: Ledger

    /// What the ledger comes to, in a sentence.
    private static func words(_ ledger: Ledger) -> String {
        guard !ledger.isEmpty else {
            return "Nothing of this has been compared with a live site: the ledger is empty."
        }
        let laws = ledger.sightings.keys.count { $0.kind == .law }
        return
            "On live sites \(laws) laws and \(ledger.sightings.count - laws) shapes were seen to hold; “seen live” tells "
            + "where the endpoint’s answers last had the recorded shape."
    }

    /// Where and when the answers of an endpoint were last seen to have their shape.
    private static func seen(_ row: CoverageRow, _ ledger: Ledger) -> [String: Ledger.Sighting] {
        guard !ledger.isEmpty else { return [:] }
        return SiteAPI.allCases.reduce(into: [:]) { seen, api in
            seen.merge(ledger.shapes(of: "\(row.method) \(row.path)", on: api)) { $0.at >= $1.at ? $0 : $1 }
        }
    }

    private static func seenWords(_ row: CoverageRow, _ ledger: Ledger) -> String {
        seen(row, ledger).sorted { $0.key < $1.key }.map { site, sighting in
            "\(site) \(sighting.at.formatted(.iso8601.year().month().day()))"
        }.joined(separator: "; ")
    }

    private static func json(_ row: CoverageRow, _ ledger: Ledger) -> JSON {
        var json = row.json
        json["seen"] = .object(
            seen(row, ledger).sorted { $0.key < $1.key }.reduce(into: JSONObject()) { object, entry in
                object.append(
                    entry.key,
                    ["at": .string(entry.value.at.formatted(.iso8601)), "by": .string(entry.value.run)])
            })
        return json
    }

    // MARK: Markdown

    private static func markdown(_ ledger: Ledger) -> String {
        """
        # What is simulated

        Written by `confluence-doctor simulate --coverage --format markdown`; a test holds this page to that.

        One row for each endpoint that real Confluence is known to have and each that the simulator answers. “simulated”
        and “partly” are followed by how sure the answers are (“measured”: somebody wrote the exchange down; “observed”:
        seen in output that was published; “documented”: Atlassian says so; “inferred”: concluded from something near).
        “not” is an endpoint that exists there and is not simulated: it answers as an unknown path does, the journal says
        so, and `simulate --strict` fails the run. “–” is an endpoint that does not exist there. Pages for browsers and
        what lies around Confluence stand with Cloud v1.

        \(words(ledger))

        \(table(ledger))
        """
    }

    private static func table(_ ledger: Ledger) -> String {
        let last = ledger.isEmpty ? [] : ["seen live"]
        let head = ["endpoint"] + CoverageColumn.allCases.map(\.title) + ["what lacks", "source"] + last
        let lines = Coverage.rows.map { row in
            let cells = CoverageColumn.allCases.map { cell(row, $0) }
            return ["`\(row.method) \(row.path)`"] + cells + [lacks(row), row.sources.joined(separator: "; ")]
                + last.map { _ in seenWords(row, ledger) }
        }
        return ([head, head.map { _ in "---" }] + lines).map { line in
            "| " + line.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }

    // MARK: Text

    private static func text(_ ledger: Ledger) -> String {
        let rows = Coverage.rows
        let width = rows.map { $0.method.count + $0.path.count + 1 }.max() ?? 0
        return rows.map { row in
            let endpoint = "\(row.method) \(row.path)"
            let cells = CoverageColumn.allCases.map { "\($0.rawValue): \(cell(row, $0))" }
            let lacks = lacks(row)
            return endpoint + String(repeating: " ", count: width - endpoint.count) + "  "
                + cells.joined(separator: "  ") + (lacks.isEmpty ? "" : "  lacks: \(lacks)")
                + "  (\(row.sources.joined(separator: "; ")))"
                + (seen(row, ledger).isEmpty ? "" : "  seen live: \(seenWords(row, ledger))")
        }.joined(separator: "\n") + "\n" + words(ledger)
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
