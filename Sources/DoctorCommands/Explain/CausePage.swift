import ConfluenceModel
import Diagnosis

/// The page of one cause: what it looks like on each deployment, and how it is mended.
enum CausePage {
    static func render(_ cause: Cause) -> String {
        var lines = ["\(cause.title) [\(cause.id)]", "", "what it looks like"]
        for look in cause.looksLike { lines.append("  \(place(look.deployment))\(look.text)") }
        if !cause.isDiagnosable {
            lines += ["", "no request can show it: only the error, log or page that somebody hands over"]
        }
        for fix in cause.fixes {
            lines += ["", "fix, \(fix.place.map { "\($0): " } ?? "")by \(fix.who.title)"]
            for (index, step) in fix.steps.enumerated() {
                lines.append("  \(index + 1). \(PlaceholderWords.fill(step))")
            }
        }
        for set in InseparableCauses.all where set.causes.contains(cause.id) {
            let others = set.causes.filter { $0 != cause.id }.map(\.rawValue).joined(separator: ", ")
            lines += [
                "", "\(place(set.deployment))can't be told from \(others)", "  why: \(set.reason)",
                "  what settles it: \(set.separation)",
            ]
        }
        if !cause.links.isEmpty { lines += ["", "see also"] + cause.links.map { "  \($0)" } }
        return lines.joined(separator: "\n")
    }

    private static func place(_ deployment: DeploymentKind?) -> String {
        deployment.map { "\($0.title): " } ?? ""
    }
}
