import ConfluenceTesting
import Foundation

/// `docs/shapes.md`: what was held to Atlassian's descriptions, and what could not be.
enum ShapePage {
    static let path = "docs/shapes.md"

    static func text(_ measured: [(document: APIDescription.Document, operations: Int, outcomes: [ShapeTests.Outcome])])
        -> String
    {
        var lines = [
            "# Shapes of answers", "",
            "Each operation that is simulated and that one of Atlassian's API descriptions knows is sent, and its answer is",
            "held to the response schema there: types, allowed words, members that have to be there, and members that nobody",
            "described. What sites were seen to send beyond the descriptions is known too. The descriptions lie beside the",
            "project and are no part of it; where they are not, the test is skipped.", "",
            "Written by `CONFLUENCE_DOCTOR_WRITE_PAGES=1 swift test --filter ShapeTests`.", "",
            "| description | operations | simulated | compared | status alone | not comparable |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        for (document, operations, outcomes) in measured {
            let compared = outcomes.count { if case .fits = $0.finding { true } else { false } }
            let bare = outcomes.count { if case .bare = $0.finding { true } else { false } }
            let listed = outcomes.count { if case .listed = $0.finding { true } else { false } }
            lines.append("| \(document) | \(operations) | \(outcomes.count) | \(compared) | \(bare) | \(listed) |")
        }
        lines += [
            "",
            "“Status alone”: the description gives a status and no body. Of Data Center, whose description leaves",
            "most members out, types and statuses of what is read are compared.", "", "## What can't be compared", "",
        ]
        let reasons = Set(
            measured.flatMap { measurement in
                measurement.outcomes.compactMap { outcome -> String? in
                    guard case .listed(let reason) = outcome.finding else { return nil }
                    return "- `\(outcome.operation.name)`: \(reason)"
                }
            })
        lines += reasons.isEmpty ? ["Nothing."] : reasons.sorted()
        lines += [
            "", "## Where observation wins", "", "| where | the description's schema | source |", "| --- | --- | --- |",
        ]
        lines += Exceptions.observations.map { "| `\($0.path)` | \($0.schema ?? "several") | \($0.source) |" }
        return lines.joined(separator: "\n") + "\n"
    }
}
