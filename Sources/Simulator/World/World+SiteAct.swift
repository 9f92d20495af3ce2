import ConfluenceModel
import ConfluenceStore

/// Why an administrator's act could not be done: it names something that the site does not have.
public struct SiteActError: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String
}

extension World {
    /// Does what an administrator does in the screens of the site.
    func perform(_ act: SiteAct) throws {
        switch act {
        case .revokeToken(let name): try setToken(name, .revoked)
        case .expireToken(let name): try setToken(name, .expires(now))
        case .setPassword(let user, let password):
            try administer { try $0.setPassword(name: Self.known(user, $0), password) }
        case .setLicensed(let user, let isLicensed):
            try administer { try $0.setLicensed(name: Self.known(user, $0), isLicensed) }
        case .setActive(let user, let isActive):
            try administer { try $0.setActive(name: Self.known(user, $0), isActive) }
        case .grant(let operations, let subject, let key):
            try inSpace(key) { try $0.grant(operations, to: subject, in: key) }
        case .withdraw(let operations, let subject, let key):
            try inSpace(key) { try $0.revoke(operations, from: subject, in: key) }
        case .assignRole(let name, let subject, let key):
            let role = try name.map(knownRole)
            try inSpace(key) { try $0.assign(role, to: subject, in: key) }
        case .restrictViewing(let page, let subjects):
            try onPage(page) { try $0.setRestriction(of: page, operation: .view, subjects: subjects) }
        case .restrictEditing(let page, let subjects):
            try onPage(page) { try $0.setRestriction(of: page, operation: .edit, subjects: subjects) }
        case .trash(let page):
            try onPage(page) { writer in
                let accounts = try writer.reader.accounts()
                guard let account = accounts.first(where: \.isSiteAdmin) ?? accounts.first else {
                    throw SiteActError(description: "the site has no user who could do this")
                }
                try writer.trash(id: page, by: account, now: now)
            }
        case .advanceClock(let seconds):
            turnClock(forward: seconds)
        case .freezeClock(let moment):
            clock.freeze(at: moment)
        case .unfreezeClock:
            clock.unfreeze()
        case .change(let changes):
            change(changes)
        case .putFault(let choice):
            try faults.put(choice, on: site)
        case .clearFault(let name):
            guard faults.clear(name) else {
                throw SiteActError(description: Self.unknown("fault", name ?? "", among: faults.names))
            }
        }
    }

    private func setToken(_ name: String, _ state: TokenDefinition.State) throws {
        try administer { writer in
            guard try writer.setTokenState(name: name, state, now: now) else {
                let names = try writer.reader.tokens().map(\.name)
                throw SiteActError(description: Self.unknown("token", name, among: names))
            }
        }
    }

    private func knownRole(_ name: String) throws(SiteActError) -> SpaceRoleDefinition {
        guard site.deployment == .cloud else { throw SiteActError(description: "Data Center has no roles") }
        guard let role = site.roles.first(where: { $0.name.lowercased() == name.lowercased() }) else {
            throw SiteActError(description: Self.unknown("role", name, among: site.roles.map(\.name)))
        }
        return role
    }

    private static func known(_ name: String, _ writer: StoreWriter) throws -> String {
        guard try writer.reader.account(name: name) != nil else {
            let names = try writer.reader.accounts().map(\.name)
            throw SiteActError(description: unknown("user", name, among: names))
        }
        return name
    }

    private func inSpace(_ key: String, _ body: (StoreWriter) throws -> Void) throws {
        try administer { writer in
            guard try writer.reader.space(key: key) != nil else {
                throw SiteActError(description: Self.unknown("space", key, among: try writer.reader.spaceKeys()))
            }
            try body(writer)
        }
    }

    private func onPage(_ id: Int64, _ body: (StoreWriter) throws -> Void) throws {
        try administer { writer in
            guard try writer.reader.content(id: id) != nil else {
                throw SiteActError(description: "the site has no page with the id \(id)")
            }
            try body(writer)
        }
    }

    private static func unknown(_ kind: String, _ word: String, among known: [String]) -> String {
        let nearest = NearestWord.find(for: word, in: known).map { ", did you mean “\($0)”?" } ?? ""
        return "the site has no \(kind) “\(word)”\(nearest)"
    }
}
