import ConfluenceModel
import Diagnosis

/// The page of one cause: what it looks like on each deployment, and how it is mended.
enum CausePage {
    static func render(_ cause: Cause) -> String {
        var lines = ["\(cause.title) [\(cause.id)]", "", "what it looks like"]
        for look in cause.looksLike { lines.append("  \(place(look.deployment))\(look.text)") }
        for fix in cause.fixes {
            lines += ["", "fix, \(place(fix.deployment))by \(fix.who.title)"]
            for (index, step) in fix.steps.enumerated() { lines.append("  \(index + 1). \(step)") }
        }
        let alternatives = CauseCatalogue.inseparable(from: cause.id)
        if !alternatives.isEmpty {
            lines += ["", "can't always be told apart from", "  " + alternatives.map(\.rawValue).joined(separator: ", ")]
        }
        if !cause.links.isEmpty { lines += ["", "see also"] + cause.links.map { "  \($0)" } }
        return lines.joined(separator: "\n")
    }

    private static func place(_ deployment: DeploymentKind?) -> String {
        deployment.map { "\($0.title): " } ?? ""
    }
}
