import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

extension Repair {
    /// The repairs that take stray characters out, one for each question that they can break.
    static func cleanedText(_ configuration: ToolkitConfiguration, _ evidence: [Evidence]) -> [Repair] {
        var changes: [Kind: [String]] = [:]
        var changed: [Kind: ToolkitConfiguration] = [:]
        for case .strayCharacters(let field, _, let characters, false) in evidence {
            let kind: Kind = field == .baseURL ? .cleanAddress : field == .spaceKey ? .cleanKey : .cleanSecret
            changes[kind, default: []].append("\(field.rawValue) without \(characters.summary)")
            changed[kind] = (changed[kind] ?? configuration).cleaned(field)
        }
        return changed.map { kind, configuration in
            Repair(kind: kind, change: (changes[kind] ?? []).joined(separator: ", and "), configuration: configuration)
        }
    }
}

extension Repair {
    /// The repairs that send the secret without what was pasted along with it, or without what hides it.
    static func secretRepairs(_ configuration: ToolkitConfiguration, _ evidence: [Evidence]) -> [Repair] {
        evidence.compactMap { seen in
            switch seen {
            case .slip(let slip, let field, _): slip.repair(configuration, field, evidence)
            case .bothSecrets:
                Repair(
                    kind: .otherSecret, change: "the API key in the token's place (Basic)",
                    configuration: configuration.with(\.credential.token, nil))
            // What Latin-1 can't hold is no different in UTF-8 for a client that knows Latin-1 alone.
            case .oddLetters(let letters) where letters.areSendable && configuration.authentication.scheme == .basic:
                Repair(
                    kind: .otherCharset, change: "user name and secret sent as UTF-8",
                    configuration: configuration.with(\.credential.charset, .utf8))
            case .ownAuthorization(let header):
                Repair(
                    kind: .withoutHeaders, change: "the credential without the custom header \(header)",
                    configuration: configuration.with(
                        \.customHeaders, configuration.customHeaders.filter { $0.name != header }))
            default: nil
            }
        }
    }
}

extension SecretSlip {
    fileprivate func repair(
        _ configuration: ToolkitConfiguration, _ field: ConfigurationField, _ evidence: [Evidence]
    ) -> Repair? {
        if field == .username {
            return configuration.credential.username.flatMap(UserNameSlip.find).map { found in
                let around = found.slip == .quoted ? "quotation marks" : "what stands around it"
                return Repair(
                    kind: .unquoted, change: "the user name without \(around)",
                    configuration: configuration.with(\.credential.username, found.name))
            }
        }
        let credential = configuration.credential
        guard let text = field == .token ? credential.token : credential.apiKey,
            let found = SecretSlip.find(in: text, user: credential.username), found.slip == self,
            let secret = found.secret,
            let kind, let change
        else { return nil }
        var mended = configuration
        let isToken = SecretShape(of: secret) == .personalAccessToken && evidence.identity?.kind != .cloud
        // Before an API token, only an e-mail can be its account's.
        let isOtherName =
            SecretShape(of: secret) == .apiToken && found.user?.contains("@") == false
            && credential.username?.contains("@") == true
        if let user = found.user, !isToken, !isOtherName {
            // A pair is what Basic sends, whichever field it was pasted into.
            mended.credential.username = user
            mended.credential.apiKey = secret
            mended.credential.token = nil
        } else if field == .token {
            mended.credential.token = secret
        } else if isToken, isBearer || found.user != nil {
            mended.credential.token = secret
            mended.credential.apiKey = nil
        } else {
            mended.credential.apiKey = secret
        }
        let scheme = mended.authentication.scheme
        let way = scheme == .bearer ? "sent as a token (Bearer)" : "sent as user name and password (Basic)"
        // A token needs no name.
        let isAlone = kind == .withoutUser && scheme == .bearer && self != .swapped
        let sent = isAlone ? "the secret without the user name before it" : change
        let isOtherWay = scheme != configuration.authentication.scheme
        return Repair(kind: kind, change: isOtherWay ? "\(sent), \(way)" : sent, configuration: mended)
    }

    private var isBearer: Bool { if case .scheme(let name) = self { name.lowercased() == "bearer" } else { false } }

    private var kind: Repair.Kind? {
        switch self {
        case .quoted, .surrounded, .bracketed, .labelled, .escaped: .unquoted
        case .scheme: .withoutScheme
        case .user, .swapped, .address: .withoutUser
        case .encoded: .decoded
        case .repeated: .once
        case .misplaced, .truncated, .foreign: nil
        }
    }

    private var change: String? {
        switch self {
        case .quoted: "the secret without quotation marks"
        case .surrounded: "the secret without what stands around it"
        case .scheme(let name): "the secret without the word “\(name)” before it"
        case .bracketed: "the secret without the brackets around it"
        case .labelled: "the secret without the label before it"
        case .user, .swapped, .address: "user name and secret, each in its place"
        case .encoded: "the secret that the base64 holds"
        case .escaped: "the characters that are meant"
        case .repeated: "the secret written once"
        case .misplaced, .truncated, .foreign: nil
        }
    }
}

extension Repair {
    /// What to put where, if the secret that was pasted belongs into another field, or a user name came with it; `nil` where it
    /// stays in its field, alone.
    func placement(from original: ToolkitConfiguration) -> String? {
        guard [.unquoted, .withoutScheme, .withoutUser, .decoded, .once].contains(kind) else { return nil }
        let (before, after) = (original.authentication.scheme, configuration.authentication.scheme)
        let namesUser = configuration.credential.username != original.credential.username
        switch after {
        case .bearer where before != .bearer:
            return
                "Choose Bearer, put the secret alone into “Token”, and leave “API key” empty: a token needs no user name."
        case .bearer where kind == .withoutUser:
            return "Put the secret alone, without the name before it, into “Token”: it needs no user name."
        case .basic where before != .basic:
            return
                "Choose Basic, put the user name that stands there into “Username” and the secret alone into “API key”, "
                + "and leave “Token” empty."
        case .basic where kind == .withoutUser && !namesUser:
            return "Put the secret alone, without what stands before it, into “API key”; “Username” stays as it is."
        case .basic where kind == .withoutScheme && !holds(original.credential.apiKey, configuration.credential.apiKey):
            return "Put the secret alone into “API key”: it is what the base64 behind the word holds, behind the colon."
        case .basic where namesUser && kind != .unquoted:
            return "Put the user name that stands there into “Username”, and the secret alone into “API key”."
        default: return nil
        }
    }
}

/// Whether a text holds another one as it is.
private func holds(_ text: Secret?, _ part: Secret?) -> Bool {
    guard let text, let part else { return false }
    return text.revealed(for: .lint).contains(part.revealed(for: .lint))
}

extension [StrayCharacter] {
    /// The first few of them in words.
    package var summary: String {
        let shown = prefix(3).map(\.description).joined(separator: ", ")
        return count > 3 ? "\(shown) and \(count - 3) more" : shown
    }
}
