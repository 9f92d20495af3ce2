import ConfluenceClient
import ConfluenceModel
import ConfluenceWire

/// Removes what a run has noted, the latest first, and nothing else; not on the run's budget, which may be spent.
struct Sweep: Sendable {
    let siteGuard: SiteGuard

    private var access: SiteAccess { siteGuard.access }
    private var record: CreationRecord { siteGuard.record }

    func run() async -> SweepReport {
        var report = SweepReport()
        guard !record.contents.items.isEmpty else { return report }
        guard let keeper = access.accounts.keeper else { return report }
        let finder = LostContent(siteGuard: siteGuard, keeper: keeper)
        for item in record.contents.unanswered where item.creation.kind.isRemovedByItself {
            do {
                let ids = try await finder.find(item.creation, of: record.contents)
                try record.note(.made(number: item.number, ids: ids))
            } catch {
                report.left.append(
                    .init(
                        id: "?", title: item.creation.title,
                        reason: "it may be there and could not be looked for: \(error)"))
            }
        }
        let made = record.contents.made
        for (id, creation) in record.contents.remaining {
            await remove(id, creation, made, as: keeper, &report)
        }
        return report
    }

    private func remove(
        _ id: String, _ creation: Creation, _ made: Set<String>, as keeper: SiteAccount, _ report: inout SweepReport
    ) async {
        func leave(_ reason: String) { report.left.append(.init(id: id, title: creation.title, reason: reason)) }
        do {
            if creation.kind != .blogPost {
                let strangers = try await children(of: id, as: keeper).filter { !made.contains($0.id) }
                for stranger in strangers {
                    report.foreign.append(
                        .init(id: stranger.id, title: stranger.title, reason: "which this run has not created"))
                }
                guard strangers.isEmpty else { return leave("content that this run has not created is below it") }
            }
            let answer = try await ask(.delete, "rest/api/content/\(id)", as: keeper)
            // What the run itself has deleted is in the trash by now, or gone altogether.
            guard answer.isSuccess || answer.status == 404 else { return leave("the site answered \(answer.status)") }
            let purge = try await ask(.delete, "rest/api/content/\(id)", [QueryItem("status", "trashed")], as: keeper)
            let isGone = purge.isSuccess || purge.status == 404
            try record.note(.removed(id: id, purged: isGone))
            report.removed.append(.init(id: id, title: creation.title, purged: isGone))
        } catch {
            leave("\(error)")
        }
    }

    /// The pages right below a page.
    private func children(of id: String, as keeper: SiteAccount) async throws -> [(id: String, title: String?)] {
        let pageSize = 100
        var found: [(id: String, title: String?)] = []
        while true {
            let query = [QueryItem("limit", "\(pageSize)"), QueryItem("start", "\(found.count)")]
            let answer = try await ask(.get, "rest/api/content/\(id)/child/page", query, as: keeper)
            if answer.status == 404 { return found }
            guard answer.isSuccess, let results = (try? JSONReader.read(answer.body))?["results"]?.arrayValue else {
                throw LostContent.Unreadable(status: answer.status)
            }
            found += results.compactMap { page in page["id"]?.idText.map { ($0, page["title"]?.stringValue) } }
            if results.count < pageSize { return found }
        }
    }

    private func ask(
        _ method: Request.Method, _ path: String, _ query: [QueryItem] = [], as account: SiteAccount
    ) async throws -> Response {
        var request = Request(method, access.base.appending(path, query: query))
        request.authenticate(as: account.authentication)
        return try await siteGuard.exchange(request, onBudget: false)
    }
}
