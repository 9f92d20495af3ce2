public import struct Foundation.Date

/// Something an administrator of a site does; simulated sites carry it out, live ones never see it.
public enum SiteAct: Sendable, Hashable {
    /// Revokes the token of that name.
    case revokeToken(String)
    /// Lets the token of that name end at this moment.
    case expireToken(String)
    /// Gives an account, by its name, another password.
    case setPassword(user: String, password: String)
    /// Gives or takes away an account's right to use Confluence.
    case setLicensed(user: String, isLicensed: Bool)
    case setActive(user: String, isActive: Bool)
    case grant(Set<SpaceOperation>, to: Subject, space: String)
    case withdraw(Set<SpaceOperation>, from: Subject, space: String)
    /// Gives a role in a space in place of all that the subject has there; none takes all away.
    case assignRole(String?, to: Subject, space: String)
    /// Restricts viewing a page and all below it to these subjects; none lifts the restriction.
    case restrictViewing(page: Int64, to: [Subject])
    /// Restricts editing a page to these subjects; none lifts the restriction.
    case restrictEditing(page: Int64, to: [Subject])
    /// Moves the page to the trash.
    case trash(page: Int64)
    /// Turns the site's clock forward.
    case advanceClock(seconds: Int)
    /// Lets the site's clock stand still, at this moment or at the present one; it can be turned forward all the same.
    case freezeClock(at: Date?)
    /// Lets a clock that stands still run on.
    case unfreezeClock
    /// Changes settings of the site.
    case change([SettingChange])
    /// Puts a fault on, in the place of one of the same name.
    case putFault(FaultChoice)
    /// Takes the fault of that name away; `nil` takes all away.
    case clearFault(String?)
}
