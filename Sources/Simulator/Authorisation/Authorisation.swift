import ConfluenceModel
import ConfluenceStore

/// How a deployment weighs rights, beyond the permissions themselves.
struct AuthorisationRules: Sendable {
    /// Whether space permissions and page restrictions do not apply to site administrators.
    var siteAdminsBypass: Bool
}

/// Decides whether a caller may have what it asks for; the only maker of a ``Grant``.
///
/// In order: may the caller use Confluence, may it view the space, does a view restriction of the page or one
/// above it leave it out, does an edit restriction, has it the permission in the space.
struct Authorisation: Sendable {
    let rules: AuthorisationRules
    let world: World

    func decide(_ call: Call, _ caller: Caller) throws -> Grant {
        let account = caller.account
        let viewer = world.viewer(account, bypasses: rules.siteAdminsBypass && account?.isSiteAdmin == true)
        if call.route.door == .everybody {
            return Grant(call: call, caller: caller, viewer: viewer, demand: .nothing, words: "open to everybody")
        }
        try admit(caller, by: call.route.door)
        return try world.read { store in
            let demand = try call.route.resource.demand(call, store)
            let words = try Hearing(caller: caller, viewer: viewer, store: store).weigh(demand)
            return Grant(call: call, caller: caller, viewer: viewer, demand: demand, words: words)
        }
    }

    private func admit(_ caller: Caller, by door: Door) throws(Refusal) {
        if let account = caller.account {
            guard account.isLicensed else {
                throw Refusal(
                    .unlicensed, because: "\(account.name) may not use Confluence: the account has no licence")
            }
        } else if door == .users, !world.settings.anonymousAccess {
            let words = caller.login == .none ? "no credential was sent, and " : ""
            throw Refusal(.anonymous, because: words + "anonymous access is off")
        }
    }
}

/// Leave to carry out one call, with what it is about; only ``Authorisation`` can make one.
struct Grant: Sendable {
    let call: Call
    let caller: Caller
    let viewer: Viewer
    let demand: Demand
    /// For the journal.
    let words: String

    fileprivate init(call: Call, caller: Caller, viewer: Viewer, demand: Demand, words: String) {
        self.call = call
        self.caller = caller
        self.viewer = viewer
        self.demand = demand
        self.words = words
    }
}

/// What a call is about and wants to do with it, found before anybody is asked for leave.
enum Demand: Sendable {
    case nothing
    /// A list or search whose rows are filtered for the caller.
    case list
    case viewSpace(SpaceRecord)
    case view(ContentRecord)
    case edit(ContentRecord)
    case label(ContentRecord)
    case delete(ContentRecord)
    case attach(ContentRecord)
    case create(ContentKind, SpaceRecord, parent: ContentRecord?)
}
