import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// Weighs what accounts might ask, stage by stage as for a request of theirs, without one being made.
struct RightsGate {
    let world: World
    let dialect: Dialect

    func verdict(
        of account: AccountRecord?, isRead: Bool, _ store: StoreReader, demand: () throws -> Demand
    ) throws -> RightsVerdict {
        if let barrier = try barrier(of: account, isRead: isRead) { return barrier }
        let caller = Self.caller(account)
        do {
            let viewer = authorisation.viewer(of: caller)
            let words = try Hearing(name: caller.name, viewer: viewer, store: store).weigh(demand())
            return RightsVerdict(isGranted: true, words: words, stage: .authorisation)
        } catch let refusal as Refusal {
            return refused(refusal, at: .authorisation)
        }
    }

    /// What keeps the account from the site as a whole: its state, its seat, the site's licence and mode.
    func barrier(of account: AccountRecord?, isRead: Bool) throws -> RightsVerdict? {
        if let objection = account?.objection {
            return refused(Refusal(dialect.authorisation.deactivated, because: objection), at: .authentication)
        }
        do {
            try LicenceStage(world: world).admit(account, isRead: isRead)
        } catch {
            return refused(error, at: .licence)
        }
        do {
            try authorisation.admit(Self.caller(account), by: dialect.doorToContent)
        } catch {
            return refused(error, at: .authorisation)
        }
        return nil
    }

    /// What speaks against an operation of somebody on content, in the parts that a permission check tells apart.
    func objection(
        to operation: ContentOperation, on content: ContentRecord, of subject: RightsSubject, _ store: StoreReader
    ) throws -> RightsAnswer.Ground? {
        let viewer: Viewer
        switch subject {
        case .account(let account):
            if try barrier(of: account, isRead: true) != nil { return .site }
            viewer = authorisation.viewer(of: .known(account))
        case .anonymous:
            if try barrier(of: nil, isRead: true) != nil { return .site }
            viewer = authorisation.viewer(of: .anonymous)
        case .group(let name):
            viewer = Viewer(groups: [name])
        }
        switch try Hearing(name: subject.name, viewer: viewer, store: store).objection(to: operation, on: content)?
            .ground
        {
        case .spaceHidden, .permissionMissing: return .space
        case .contentHidden, .restricted: return .content
        case nil: return nil
        }
    }

    /// Through what an account holds each permission of a space.
    func sources(of account: AccountRecord?, _ granted: [SpacePermissionRecord]) -> [SpaceOperation: [RightSource]] {
        let viewer = authorisation.viewer(of: Self.caller(account))
        if viewer.bypasses, let group = dialect.authorisation.superUsers {
            return Dictionary(uniqueKeysWithValues: SpaceOperation.allCases.map { ($0, [.superUser(group: group)]) })
        }
        let subjects = Set(viewer.subjects)
        var sources: [SpaceOperation: [RightSource]] = [:]
        for grant in granted where subjects.contains(grant.subject) {
            sources[grant.operation, default: []].append(Self.source(of: grant))
        }
        return sources
    }

    private static func source(of grant: SpacePermissionRecord) -> RightSource {
        if let role = grant.role { return .role(role, through: grant.subject) }
        return switch grant.subject {
        case .user: .account
        case .group(let name): .group(name)
        case .anonymous: .anonymous
        }
    }

    private var authorisation: Authorisation { Authorisation(rules: dialect.authorisation, world: world) }

    private static func caller(_ account: AccountRecord?) -> Caller { account.map { .known($0) } ?? .anonymous }

    private func refused(_ refusal: Refusal, at stage: JournalEntry.Stage) -> RightsVerdict {
        let row = dialect.refusals.row(for: refusal.kind, hidden: refusal.hidden, api: .rest)
        return RightsVerdict(isGranted: false, words: refusal.words, stage: stage, status: row.status)
    }
}

extension Dialect {
    /// Whom the routes of content let in before anything is weighed.
    fileprivate var doorToContent: Door {
        routes.all.first { $0.template.text == "/rest/api/content/{id}" && $0.method == .get }?.door ?? .users
    }
}
