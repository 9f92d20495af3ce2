import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

import struct Foundation.Date

/// How a deployment weighs rights, beyond the permissions themselves.
struct AuthorisationRules: Sendable {
    /// The group to whose members space permissions and page restrictions do not apply, whatever else they are.
    ///
    /// Data Center has one; being an administrator of the site is not enough there, and opens no space on Cloud.
    /// Source: confluence.atlassian.com, Global Permissions Overview, “confluence-administrators super group”.
    var superUsers: String?

    /// Whether an update of restrictions lifts those that it does not name.
    var replacesAllRestrictions: Bool

    /// How the login of a deactivated account is refused where it does not go on as a visitor's.
    var deactivated: Refusal.Kind

    func bypasses(_ account: AccountRecord?) -> Bool {
        guard let superUsers, let account else { return false }
        return account.groups.contains(superUsers)
    }
}

/// Decides whether a caller may have what it asks for; the only maker of a ``Grant``.
///
/// In order: may the caller use Confluence, may it view the space, does a view restriction of the page or one
/// above it leave it out, does an edit restriction, has it the permission in the space.
struct Authorisation: Sendable {
    let rules: AuthorisationRules
    let world: World
    /// Told when what a call is about is looked for and found.
    var onMilestone: (@Sendable (Milestone) -> Void)?

    func decide(_ call: Call, _ caller: Caller) throws -> Grant {
        let viewer = viewer(of: caller)
        if call.route.door == .everybody {
            return Grant(
                call: call, caller: caller, viewer: viewer, demand: .nothing, words: "open to everybody", now: world.now
            )
        }
        try admit(caller, by: call.route.door)
        try call.refuseNullCharacters()
        if let known = known(call, caller, viewer) { return known }
        return try world.read { store in
            onMilestone?(.finding)
            let demand = try call.route.resource.demand(call, store)
            onMilestone?(.found)
            let hearing = Hearing(
                name: caller.name, viewer: viewer, store: store, spaceCreators: world.settings.spaceCreators)
            let words = try hearing.weigh(demand)
            return Grant(call: call, caller: caller, viewer: viewer, demand: demand, words: words, now: world.now)
        }
    }

    /// The decision on an equal call since which nothing has changed, with what was answered then.
    private func known(_ call: Call, _ caller: Caller, _ viewer: Viewer) -> Grant? {
        guard let key = AnswerShelf.Key(call, by: viewer) else { return nil }
        onMilestone?(.finding)
        let now = world.now
        let answer = world.writtenAnswers.answer(to: key, asOf: world.age(at: now))
        onMilestone?(.found)
        return answer.map {
            Grant(
                call: call, caller: caller, viewer: viewer, demand: $0.demand, words: $0.words, now: now,
                written: $0.response)
        }
    }

    func viewer(of caller: Caller) -> Viewer {
        world.viewer(caller.account, bypasses: rules.bypasses(caller.account))
    }

    /// Refuses those who may not use Confluence at all.
    func admit(_ caller: Caller, by door: Door) throws(Refusal) {
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
    /// The moment at which it was given.
    let now: Date
    /// The answer, where it was written for an equal call.
    let written: Response?

    fileprivate init(
        call: Call, caller: Caller, viewer: Viewer, demand: Demand, words: String, now: Date, written: Response? = nil
    ) {
        self.call = call
        self.caller = caller
        self.viewer = viewer
        self.demand = demand
        self.words = words
        self.now = now
        self.written = written
    }
}
