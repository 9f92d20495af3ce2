import ConfluenceModel
import ConfluenceToolkit
import Diagnosis

/// The whole catalogue as a page: `docs/causes.md`, as Markdown.
enum CauseTable {
    static func render() -> String {
        var lines = [
            "# Causes", "",
            "Written by `confluence-doctor explain --format markdown`; a test holds this page to that.", "",
            "“Found by” says what can show a cause: the configuration alone, requests that only read, or an error, a log or "
                + "a page that somebody pastes. The faults are those of [faults.md](faults.md) that bring it about.",
            "",
        ]
        for (family, title) in families {
            let causes = CauseCatalogue.all.filter { $0.id.family == family }
            lines += ["- [\(title)](#\(title.lowercased().replacing(" ", with: "-")))"]
            for cause in causes { lines.append("  - `\(cause.id)`: \(cause.title)") }
        }
        for (family, title) in families {
            lines += ["", "## \(title)"]
            for cause in CauseCatalogue.all where cause.id.family == family { lines += section(cause) }
        }
        lines += ["", "## What requests can't tell apart"]
        for set in InseparableCauses.all { lines += section(set) }
        return lines.joined(separator: "\n")
    }

    /// The section of one cause alone.
    static func render(_ cause: Cause) -> String { section(cause).dropFirst().joined(separator: "\n") }

    private static let families: [(Substring, String)] = [
        ("credential", "Credential"), ("account", "Account"), ("address", "Address"), ("space", "Space"),
        ("page", "Page"), ("request", "Request"), ("toolkit", "Toolkit"),
    ]

    private static func section(_ cause: Cause) -> [String] {
        var lines = ["", "### `\(cause.id)`", "", "**\(cause.title)**", "", "What it looks like:", ""]
        for look in cause.looksLike { lines.append("- \(place(look.deployment))\(escaped(look.text))") }
        let sources = CauseSource.allCases.filter(cause.sources.contains).map(\.title).joined(separator: ", ")
        lines += ["", "Found by: \(sources)."]
        if !cause.faults.isEmpty {
            lines.append("Faults: \(cause.faults.map { "`\($0)`" }.joined(separator: ", ")).")
        }
        if !cause.fields.isEmpty {
            lines.append("Fields: \(cause.fields.map { "`\($0.rawValue)`" }.joined(separator: ", ")).")
        }
        for fix in cause.fixes {
            lines += ["", "Fix, \(fix.place.map { "\($0): " } ?? "")by \(fix.who.title):", ""]
            for (index, step) in fix.steps.enumerated() {
                lines.append("\(index + 1). \(escaped(PlaceholderWords.fill(step)))")
            }
        }
        if !cause.links.isEmpty { lines += ["", "See " + cause.links.map { "<\($0)>" }.joined(separator: ", ") + "."] }
        return lines
    }

    private static func section(_ set: InseparableCauses) -> [String] {
        let names = set.causes.map { "`\($0)`" }.joined(separator: ", ")
        let scheme = set.scheme.map { ", \($0.title)" } ?? ""
        return [
            "",
            "- \(set.deployment?.title ?? "Everywhere")\(scheme): \(names). \(escaped(set.reason)) "
                + escaped(set.separation),
        ]
    }

    private static func place(_ deployment: DeploymentKind?) -> String { deployment.map { "\($0.title): " } ?? "" }

    /// What Markdown would take for a tag or for emphasis.
    private static func escaped(_ text: String) -> String {
        text.replacing("<", with: "&lt;").replacing("*", with: "\\*").replacing("_", with: "\\_")
    }
}
