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
        let contents = record.contents
        // What something is left below stays as well: without it, that would move up to people's own pages.
        var held = Set(contents.unanswered.filter(\.creation.kind.isRemovedByItself).compactMap(\.creation.parent))
        for (id, creation) in contents.remaining {
            let thing = Thing(
                id: id, creation: creation, wasBeingRemoved: contents.removing.contains(id), made: contents.made)
            let count = report.left.count
            if held.contains(id) {
                report.left.append(.init(id: id, title: creation.title, reason: "something below it is left"))
            } else {
                await remove(thing, &report)
            }
            if report.left.count > count, let parent = creation.parent { held.insert(parent) }
        }
        return report
    }

    /// Something that is to be removed, with what the record knows around it.
    private struct Thing {
        var id: String
        var creation: Creation
        /// Whether its being gone would be no wonder.
        var wasBeingRemoved: Bool
        /// All that the run has made.
        var made: Set<String>
    }

    private func remove(_ thing: Thing, _ report: inout SweepReport) async {
        var reason = "no account can see it, and this run has not deleted it"
        var isSeen = false
        // A restriction may hide from one account what another one may still delete.
        for account in [access.accounts.keeper].compactMap(\.self) + access.accounts {
            do {
                guard let below = try await children(of: thing, as: account) else { continue }
                isSeen = true
                let strangers = below.filter { !thing.made.contains($0.id) }
                guard strangers.isEmpty else {
                    report.foreign += strangers.map {
                        .init(id: $0.id, title: $0.title, reason: "which this run has not created")
                    }
                    reason = "content that this run has not created is below it"
                    break
                }
                try record.note(.removing(id: thing.id))
                let answer = try await ask(.delete, thing, as: account).answer
                // A killed clean-up may have come as far as the trash.
                let isInTrash = answer.status == 404 && thing.wasBeingRemoved
                if answer.isSuccess || isInTrash { return try await purge(thing, as: account, &report) }
                reason = "the site answered \(answer.status)"
            } catch {
                reason = "\(error)"
            }
        }
        if !isSeen, thing.wasBeingRemoved, let keeper = access.accounts.keeper {
            do {
                return try await purge(thing, as: keeper, &report)
            } catch {
                reason = "\(error)"
            }
        }
        report.left.append(.init(id: thing.id, title: thing.creation.title, reason: reason))
    }

    /// Takes something out of the trash, as far as the account may; where it is not there any more, it is gone.
    private func purge(_ thing: Thing, as account: SiteAccount, _ report: inout SweepReport) async throws {
        let (answer, api) = try await ask(.delete, thing, as: account) { api in
            [api == .first ? QueryItem("status", "trashed") : QueryItem("purge", "true")]
        }
        var isGone = answer.isSuccess || answer.status == 404
        if api == .second, answer.status == 404 {
            // That may be the answer to an account without the right to purge; what is in the trash can still be read.
            isGone = try await ask(.get, thing, as: account).answer.status == 404
        }
        try record.note(.removed(id: thing.id, purged: isGone))
        report.removed.append(.init(id: thing.id, title: thing.creation.title, purged: isGone))
    }

    /// What is right below it, of which a blog post has nothing; `nil` where the account doesn't see it.
    private func children(of thing: Thing, as account: SiteAccount) async throws -> [(id: String, title: String?)]? {
        if thing.creation.kind == .blogPost {
            return try await ask(.get, thing, as: account).answer.isSuccess ? [] : nil
        }
        var found: [(id: String, title: String?)] = []
        var cursor: String?
        while true {
            let (answer, api) = try await siteGuard.ask(as: account, onBudget: false) { api in
                (Self.children(of: thing.id, by: api), Self.part(after: found.count, cursor, by: api))
            }
            if [401, 403, 404].contains(answer.status) { return nil }
            guard answer.isSuccess, let body = try? JSONReader.read(answer.body),
                let results = body["results"]?.arrayValue
            else { throw LostContent.Unreadable(status: answer.status) }
            found += results.compactMap { page in page["id"]?.idText.map { ($0, page["title"]?.stringValue) } }
            switch api {
            case .first: if results.count < Self.pageSize { return found }
            case .second:
                cursor = body["_links"]?["next"]?.stringValue.flatMap(Self.cursor)
                if cursor == nil { return found }
            }
        }
    }

    private static let pageSize = 100

    /// The second version tells folders and the like beside pages only here.
    private static func children(of id: String, by api: ContentAPI) -> String {
        api.path(of: id, .page) + (api == .first ? "/child/page" : "/direct-children")
    }

    private static func part(after count: Int, _ cursor: String?, by api: ContentAPI) -> [QueryItem] {
        let limit = QueryItem("limit", "\(pageSize)")
        switch api {
        case .first: return [limit, QueryItem("start", "\(count)")]
        case .second: return [limit] + (cursor.map { [QueryItem("cursor", $0)] } ?? [])
        }
    }

    /// The cursor in the address of the next part.
    private static func cursor(in link: String) -> String? {
        let query = link.drop { $0 != "?" }.dropFirst()
        return QueryItem.parse(String(query)).first { $0.name == "cursor" }?.value
    }

    private func ask(
        _ method: Request.Method, _ thing: Thing, as account: SiteAccount,
        _ query: (ContentAPI) -> [QueryItem] = { _ in [] }
    ) async throws -> (answer: Response, api: ContentAPI) {
        try await siteGuard.ask(method, as: account, onBudget: false) { api in
            (api.path(of: thing.id, thing.creation.kind), query(api))
        }
    }
}
