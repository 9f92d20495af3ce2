package import ConfluenceModel
package import Foundation

extension Ledger {
    /// What a check of laws saw to hold on live sites; what the simulator alone was tried on is no sighting.
    package static func seen(in report: LawReport, at moment: Date) -> Ledger {
        var ledger = Ledger()
        for judged in report.laws {
            guard let name = judged.site, name != CheckedSite.simulator, judged.live?.outcome == .holds else {
                continue
            }
            let checked = report.sites.first { $0.name == name }
            // What a simulator does proves nothing of Confluence, whatever its profile is called.
            guard checked?.simulation == nil else { continue }
            let version = checked?.version
            let site = judged.law.api.deployment == .cloud ? "Cloud" : "Data Center" + (version.map { " \($0)" } ?? "")
            ledger.note(
                Subject(.law, "\(judged.law.family)/\(judged.law.id)", on: judged.law.api), on: site, at: moment,
                run: "live:\(name)")
        }
        return ledger
    }
}
