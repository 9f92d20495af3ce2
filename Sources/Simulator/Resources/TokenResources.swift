import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation

/// Data Center's personal access tokens, as their owners list, make and revoke them.
extension Resource {
    static let tokens = Resource { grant, world in
        let owner = try owner(grant)
        return .tokens(try world.read { try $0.livingTokens(of: owner) })
    }

    static let tokenByID = Resource { grant, world in
        let owner = try owner(grant)
        return .token(try world.read { try token(grant, of: owner, $0) }, isNew: false)
    }

    static let createToken = Resource { grant, world in
        let owner = try owner(grant)
        let wanted = try WantedToken(grant.call.body(), within: world.settings.tokenLimits)
        let most = world.settings.tokenLimits.perUser
        return try world.change(by: grant) { writer, _ in
            let held = try writer.reader.livingTokens(of: owner).count
            guard held < most else {
                throw Refusal(
                    .tokenLimitReached, [.current: String(most)],
                    because: "\(owner.name) has \(held) tokens already, and the site allows \(most)")
            }
            let end = wanted.days.map { world.now.addingTimeInterval(TimeInterval($0) * 86_400) }
            let record = try writer.addToken(
                name: wanted.name, value: { Self.value(of: $0, on: world) }, owner: owner, expires: end, now: world.now)
            return .token(record, isNew: true)
        }
    }

    static let revokeToken = Resource { grant, world in
        let owner = try owner(grant)
        return try world.change(by: grant) { writer, _ in
            let record = try token(grant, of: owner, writer.reader)
            try writer.setTokenState(value: record.value, .revoked, now: world.now)
            return .done
        }
    }

    private static func owner(_ grant: Grant) throws(Refusal) -> AccountRecord {
        guard let account = grant.caller.account else {
            throw Refusal(.anonymous, because: "an anonymous caller has no tokens")
        }
        return account
    }

    private static func token(_ grant: Grant, of owner: AccountRecord, _ store: StoreReader) throws -> TokenRecord {
        let id = grant.call.place("token")
        guard let record = try store.livingTokens(of: owner).first(where: { String($0.id) == id }) else {
            throw Refusal(.tokenMissing, [.id: id], because: "\(owner.name) has no token with the id \(id)")
        }
        return record
    }

    /// The form of real ones: twelve digits, a colon and twenty bytes, in Base64.
    private static func value(of id: Int64, on world: World) -> String {
        let seed = StableID.hexadecimal("token", world.site.name, String(id), Instants.text(world.now))
        let digits = seed.utf8.prefix(12).map { UInt8(ascii: "0") + $0 % 10 }
        let bytes = StableID.hexadecimal("secret", seed).utf8.prefix(20).map { $0 &* 37 &+ 11 }
        return Data(digits + [UInt8(ascii: ":")] + bytes).base64EncodedString()
    }
}

/// What somebody asks for who makes a token.
private struct WantedToken {
    let name: String
    /// How long it is to live; `nil` for ever.
    let days: Int?

    init(_ body: JSON, within limits: PersonalAccessTokenLimits) throws(Refusal) {
        guard let name = body["name"]?.stringValue, !name.isEmpty else { throw Self.invalid("The token has no name") }
        self.name = name
        guard let duration = body["expirationDuration"], duration != .null else {
            guard limits.allowsEndless else { throw Self.invalid("A token must have an expiration date") }
            days = nil
            return
        }
        guard let wanted = duration.integerValue, wanted > 0 else {
            throw Self.invalid("The expiration duration must be a number of days greater than zero")
        }
        if let longest = limits.longestDays, wanted > Int64(longest) {
            throw Self.invalid("A token must expire within \(longest) days")
        }
        days = Int(clamping: wanted)
    }

    private static func invalid(_ text: String) -> Refusal {
        Refusal(.requestInvalid, [.text: text], because: "no token was made: \(text)")
    }
}
