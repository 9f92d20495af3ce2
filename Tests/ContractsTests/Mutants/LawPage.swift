import ConfluenceModel

/// `docs/contracts.md`: all laws, what they rest on, and the mutants that they catch.
struct LawPage {
    let laws: [Law]
    let findings: [MutantTrial.Finding]
    let shared: SharedMutants

    /// Laws, counted on each interface.
    var total: Int { laws.count }

    var caught: Int { laws.count - missed.count }

    /// The laws that let all their mutants through.
    var missed: [String] {
        let proven = Set(findings.filter { $0.problem != nil }.map(\.law.title))
        return laws.map(\.title).filter { !proven.contains($0) }
    }

    /// How many laws, counted on each interface, catch a mutant there that no other law catches on that kind of site.
    var alone: Int {
        let proven = findings.filter {
            $0.problem != nil && shared.laws(catching: $0.mutant, on: $0.law.api.deployment).isEmpty
        }
        return Set(proven.map(\.law.title)).count
    }

    var text: String {
        let statements = Dictionary(grouping: laws, by: \.id)
        let mutants = Set(findings.map { "\($0.mutant.law) \($0.mutant.says)" }).count
        var lines = [
            "# Laws",
            "",
            "Written by `CONFLUENCE_DOCTOR_WRITE_PAGES=1 swift test --filter MutantTests`.",
            "[laws.md](laws.md) tells how they are checked.",
            "",
            "\(statements.count) laws, \(total) when each interface is counted. **The simulator keeps all of them. None has been",
            "tried on a real Confluence yet**: each rests on the source it names, and is as sure as the word beside it.",
            "",
            "Mutation score: **\(caught) of \(total)** (\(share(of: caught)) %). A law counts on an interface when it fails there on a",
            "deliberate change to the simulator that is made for it; there are \(mutants) such changes.",
            "**\(alone) of \(total)** (\(share(of: alone)) %) catch one that no other law catches; the changes at the end reach further than",
            "their law, and are caught by others as well.",
        ]
        if !missed.isEmpty { lines += ["", "Not caught: \(missed.joined(separator: ", "))."] }
        var families: [String] = []
        for law in laws where !families.contains(law.family) { families.append(law.family) }
        for family in families.sorted() { lines += section(family) }
        lines += sharedSection
        return lines.joined(separator: "\n") + "\n"
    }

    private func share(of count: Int) -> String {
        let tenths = total == 0 ? 0 : count * 1000 / total
        return "\(tenths / 10).\(tenths % 10)"
    }

    private var sharedSection: [String] {
        var lines = [
            "", "## Changes that several laws catch", "",
            "Measured by `CONFLUENCE_DOCTOR_ALL_LAWS=1 swift test --filter MutantTests`, which tries each change on every law that it",
            "reaches.", "", "| law | the change | caught also by |", "| --- | --- | --- |",
        ]
        for mutant in Mutant.all {
            let others = shared.laws(catching: mutant)
            guard !others.isEmpty else { continue }
            let names = others.map { "`\($0)`" }.joined(separator: ", ")
            lines.append("| `\(mutant.law)` | \(mutant.says) | \(names) |")
        }
        return lines
    }

    private func section(_ family: String) -> [String] {
        var lines = [
            "", "## \(family)", "",
            "| law | on | needs | source | rests on it | fails when |", "| --- | --- | --- | --- | --- | --- |",
        ]
        var ids: [String] = []
        for law in laws where law.family == family && !ids.contains(law.id) { ids.append(law.id) }
        for id in ids {
            let all = laws.filter { $0.id == id }
            guard let law = all.first else { continue }
            let rests = (law.tools + law.causes).map { "`\($0)`" }.joined(separator: ", ")
            var mutants: [String] = []
            for finding in findings where finding.law.id == id && !mutants.contains(finding.mutant.says) {
                mutants.append(finding.mutant.says)
            }
            let cells = [
                "`\(id)`: \(law.says)", all.map(\.api.title).joined(separator: ", "),
                law.needs.map(\.rawValue).joined(separator: ", "), "\(law.source) (\(law.confidence.rawValue))", rests,
                mutants.joined(separator: "; "),
            ]
            lines.append(
                "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ")
                    + " |")
        }
        return lines
    }
}
