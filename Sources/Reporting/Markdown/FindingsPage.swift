import ConfluenceModel

/// All findings on a product as one page: `docs/toolkit-findings.md`.
package enum FindingsPage {
    package static func render(_ findings: [Finding]) -> String {
        var lines = introduction(findings)
        for group in groups(findings) {
            lines += ["", "- [\(group.title)](#\(anchor(group.title)))"]
            for finding in group.findings {
                lines.append("  - [\(MarkdownText.escape(finding.defect.title))](#\(finding.defect.id))")
            }
        }
        for group in groups(findings) {
            lines += ["", "## \(group.title)"]
            for finding in group.findings { lines += section(finding) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func introduction(_ findings: [Finding]) -> [String] {
        [
            "# Findings on the toolkit", "",
            "Written by `confluence-doctor findings scenarios/findings`; a test holds this page to that.", "",
            "\(findings.count) ways in which ELITEA's Confluence toolkit misbehaves, each reproduced by a scenario that runs the "
                + "unmodified package against a simulated Confluence: no live site, no account and no model is needed. A scenario "
                + "says so when its steps no longer hold, as the defect may be mended then.",
            "",
            "`scripts/setup-driver elitea` prepares the package; each finding has the command that shows it.",
        ]
    }

    // MARK: Groups

    private struct Group {
        var title: String
        var findings: [Finding]
    }

    private static let kinds: [(kind: String, title: String)] = [
        ("data-loss", "Content is changed or lost"),
        ("wrong-answer", "Answers that are wrong or not whole"),
        ("misleading-failure", "Failures that mislead"),
        ("waste", "Requests and time that are wasted"),
    ]

    private static func groups(_ findings: [Finding]) -> [Group] {
        let known = kinds.map(\.kind)
        var groups = kinds.map { kind in Group(title: kind.title, findings: findings.filter { $0.kind == kind.kind }) }
        groups.append(Group(title: "Others", findings: findings.filter { !known.contains($0.kind ?? "") }))
        return groups.filter { !$0.findings.isEmpty }
    }

    /// The anchor that GitHub gives a heading of plain words.
    private static func anchor(_ title: String) -> String { title.lowercased().replacing(" ", with: "-") }

    // MARK: One finding

    private static func section(_ finding: Finding) -> [String] {
        let defect = finding.defect
        var lines = ["", "<a id=\"\(defect.id)\"></a>", "", "### \(MarkdownText.escape(defect.title))", ""]
        lines += ["\(MarkdownText.code(defect.id)), \(seen(finding)).", "", "What happens:", ""]
        for (index, step) in finding.steps.enumerated() { lines += item(step, number: index + 1) }
        for (title, text) in [
            ("What should happen", defect.should), ("Consequence", defect.consequence),
            ("Likely cause", defect.cause), ("Suggestion", defect.suggestion),
        ] {
            guard let text, !text.isEmpty else { continue }
            lines += ["", "**\(title).** \(MarkdownText.escape(text))"]
        }
        let driver = finding.drivers.first ?? "elitea"
        lines += ["", "To see it:"]
        lines += ["", "```sh", "confluence-doctor run \(finding.file) --driver \(driver)", "```"]
        return lines
    }

    private static func seen(_ finding: Finding) -> String {
        let product = [finding.defect.product, finding.defect.seenIn].compactMap(\.self).joined(separator: " ")
        let place = finding.deployments.joined(separator: " and ")
        return ["seen in \(MarkdownText.escape(product.isEmpty ? "the toolkit" : product))", place]
            .filter { !$0.isEmpty }.joined(separator: ", on ")
    }

    private static func item(_ step: Finding.Step, number: Int) -> [String] {
        let name = step.name.map { MarkdownText.escape($0) }
        let call = step.call.isEmpty ? nil : MarkdownText.code(step.call)
        let head = [name, call].compactMap(\.self).joined(separator: ": ")
        return ["\(number). \(head)"] + step.outcomes.map { "   - \(MarkdownText.code($0))" }
    }
}
