public import ConfluenceModel
import Simulator
import SiteFiles
public import Testing

/// What the site's administrators do; each throws when it names something that the site does not have.
extension ConfluenceSite {
    // MARK: Tokens and accounts

    public func revoke(token name: String) throws { try perform(.revokeToken(name)) }

    /// Lets a token end at this moment.
    public func expire(token name: String) throws { try perform(.expireToken(name)) }

    public func setPassword(of user: String, to password: String) throws {
        try perform(.setPassword(user: user, password: password))
    }

    /// Gives or takes away an account's right to use Confluence.
    public func setLicensed(_ user: String, _ isLicensed: Bool) throws {
        try perform(.setLicensed(user: user, isLicensed: isLicensed))
    }

    public func setActive(_ user: String, _ isActive: Bool) throws {
        try perform(.setActive(user: user, isActive: isActive))
    }

    // MARK: Permissions and pages

    public func grant(_ operations: Set<SpaceOperation>, to subject: Subject, in space: String) throws {
        try perform(.grant(operations, to: subject, space: space))
    }

    public func withdraw(_ operations: Set<SpaceOperation>, from subject: Subject, in space: String) throws {
        try perform(.withdraw(operations, from: subject, space: space))
    }

    /// Restricts viewing a page and all below it to these subjects; none lifts the restriction.
    public func restrictViewing(of page: Int64, to subjects: Subject...) throws {
        try perform(.restrictViewing(page: page, to: subjects))
    }

    /// Restricts editing a page to these subjects; none lifts the restriction.
    public func restrictEditing(of page: Int64, to subjects: Subject...) throws {
        try perform(.restrictEditing(page: page, to: subjects))
    }

    public func trash(page: Int64) throws { try perform(.trash(page: page)) }

    /// The id of the page of that title, whatever its status and restrictions.
    ///
    /// - Parameter space: The key of the only space that is looked through.
    public func page(_ title: String, in space: String? = nil) throws -> Int64 {
        let pages = try simulator.contents.pages(inSpace: space, offset: 0, limit: Int(Int32.max))
        guard let page = pages.first(where: { $0.title == title }) else {
            let nearest = NearestWord.find(for: title, in: pages.map(\.title)).map { ", did you mean “\($0)”?" } ?? ""
            throw Unknown("the site has no page “\(title)”\(nearest)")
        }
        return page.id
    }

    // MARK: Settings and faults

    public func change(_ settings: Setting..., sourceLocation: SourceLocation = #_sourceLocation) throws {
        let node = Setting.node(settings, at: sourceLocation).settled(in: "settings")
        try perform(.change(try SettingsReader.read(node, for: definition.deployment.kind)))
    }

    /// Puts a fault on, in the place of one of the same name; a ready-made one may be given by its name alone.
    public func put(fault: Fault) throws {
        try perform(.putFault(try FaultReader.read(fault.node.settled(in: "fault"))))
    }

    public func clear(fault name: String) throws { try perform(.clearFault(name)) }

    public func clearFaults() throws { try perform(.clearFault(nil)) }
}
