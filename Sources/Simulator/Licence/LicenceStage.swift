import ConfluenceModel
import ConfluenceStore

/// Whether the product's licence and its mode allow a call at all.
struct LicenceStage: Sendable {
    let world: World

    /// Throws the refusal of a call that changes a site which may not be changed, or whose caller's seat has lapsed.
    func admit(_ call: Call, _ caller: Caller) throws(Refusal) {
        guard call.route.door != .everybody else { return }
        if let idle = world.settings.seatIdleSeconds, let account = caller.account {
            world.logins.useSeat(account.name, idleSeconds: idle, at: world.now)
        }
        try admit(caller.account, isRead: call.isRead)
    }

    /// The same for an account that asks for nothing at the moment; its seat stays as it is.
    func admit(_ account: AccountRecord?, isRead: Bool) throws(Refusal) {
        let settings = world.settings
        if let idle = settings.seatIdleSeconds, let account,
            !world.logins.holdsSeat(account.name, idleSeconds: idle, at: world.now)
        {
            throw Refusal(
                .seatLapsed,
                because:
                    "the seat of \(account.name) lapsed after \(idle) idle seconds; a login in a browser wins it back")
        }
        guard !isRead else { return }
        if settings.readOnly { throw Refusal(.readOnly, because: "the site is in read-only mode") }
        if settings.licence == .expired { throw Refusal(.licenceExpired, because: "the product's licence has expired") }
    }
}
