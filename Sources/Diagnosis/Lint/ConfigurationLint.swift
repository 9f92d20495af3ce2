import ConfluenceClient
import ConfluenceModel
package import ConfluenceToolkit
import ConfluenceWire

/// What the configuration alone shows, before anything is sent.
package enum ConfigurationLint {
    package static func evidence(in configuration: ToolkitConfiguration) -> [Evidence] {
        let credential = configuration.credential
        var evidence = strayCharacters(in: configuration)
        if configuration.form.isLegacy { evidence.append(.oldForm(configuration.form)) }
        if !credential.unresolvedSecret.isEmpty || (credential.reference != nil && !credential.hasSecret) {
            evidence.append(.secretUnresolved(fields: credential.unresolvedSecret, reference: credential.reference))
        } else if let gap = secretGap(of: credential, configuration.authentication) {
            evidence.append(.secretAbsent(gap))
        }
        if configuration.loginInAddress != nil {
            evidence.append(.loginInAddress)
        } else if let secret = credential.token ?? credential.apiKey, !secret.isEmpty {
            evidence.append(.secretShape(SecretShape(of: secret), field: credential.token == nil ? .apiKey : .token))
        }
        if configuration.loginInAddress == nil, let user = credential.username?.trimmingEdges(), !user.isEmpty {
            evidence.append(.user(UserNameForm(of: UserNameSlip.find(in: user)?.name ?? user)))
        }
        evidence += pasted(in: configuration)
        evidence += OddLetters.evidence(in: configuration)
        if let key = configuration.spaceKey {
            if let inner = SpaceKeyForm.key(in: key) { evidence.append(.keyInText(inner)) }
            if SpaceKeyForm.isImpossible(key) { evidence.append(.impossibleKey(key)) }
        }
        return evidence + address(of: configuration, hasStrays: evidence.contains { $0.isStray(in: .baseURL) })
    }

    private static func address(of configuration: ToolkitConfiguration, hasStrays: Bool) -> [Evidence] {
        do {
            let address = try configuration.clientAddress()
            if AddressForm.withoutSecondScheme(configuration.credential.baseURL) != nil {
                return [.malformedAddress(.hostInvalid("\(address.scheme):"))]
            }
            if AddressForm.isService(address) { return [] }
            if AddressForm.withoutPage(address) != nil { return [.pageInAddress] }
            guard let tail = AddressForm.tail(of: configuration.credential.baseURL) else { return [] }
            return [
                .uncallableEnd("the client writes its own paths behind the “\(tail.prefix(1))”, where no path is read")
            ]
        } catch {
            if configuration.credential.baseURL.isEmpty, configuration.credential.reference != nil { return [] }
            let base = configuration.credential.baseURL
            if AddressForm.unquoted(base) != nil { return [.quotedAddress(path: configuration.path(of: .baseURL))] }
            if AddressForm.hasTornPort(base) { return [.malformedAddress(error)] }
            if hasStrays, (try? configuration.cleaned(.baseURL).clientAddress()) != nil { return [] }
            let isTrimmable =
                AddressForm.withoutTrailingCharacters(configuration.credential.baseURL.trimmingEdges()) != nil
            return [isTrimmable ? .uncallableEnd("\(error)") : .malformedAddress(error)]
        }
    }

    /// What was pasted along with the secrets, what hides them, and what takes their place.
    private static func pasted(in configuration: ToolkitConfiguration) -> [Evidence] {
        let credential = configuration.credential
        var evidence: [Evidence] = []
        let sent: ConfigurationField = credential.token?.isEmpty == false ? .token : .apiKey
        if let secret = sent == .token ? credential.token : credential.apiKey, !secret.isEmpty,
            let found = SecretSlip.find(in: secret, user: credential.username),
            !(AccessToken(secret).map { configuration.isGateway || $0.isOfAtlassian } ?? false)
        {
            evidence.append(.slip(found.slip, field: sent, path: configuration.path(of: sent)))
        }
        if sent == .apiKey, let found = credential.username.flatMap(UserNameSlip.find) {
            evidence.append(.slip(found.slip, field: .username, path: configuration.path(of: .username)))
        }
        if sent == .token, credential.apiKey?.isEmpty == false, credential.username?.isEmpty == false {
            evidence.append(.bothSecrets)
        }
        // Basic is set anew for each request and so wins over such a header.
        if configuration.authentication.scheme != .basic,
            let header = configuration.customHeaders.first(where: { $0.name.lowercased() == "authorization" })
        {
            evidence.append(.ownAuthorization(header: header.name))
        }
        evidence += MeddlingHeader.evidence(in: configuration)
        evidence += UnsendableHeader.evidence(in: configuration)
        let base = credential.baseURL.trimmingEdges()
        if let trimmed = AddressForm.withoutTrailingCharacters(base),
            (try? configuration.clientAddress()).map(AddressForm.isService) != true
        {
            evidence.append(.trailingCharacters(String(base.dropFirst(trimmed.count))))
        }
        return evidence
    }

    private static func secretGap(
        of credential: CredentialConfiguration,
        _ authentication: Authentication
    ) -> Evidence.SecretGap? {
        guard authentication == .anonymous else { return isBlank(credential, authentication) ? .blank : nil }
        let hasKey = !(credential.apiKey?.isEmpty ?? true)
        let hasUser = !(credential.username?.isEmpty ?? true)
        return hasKey ? .username : hasUser ? .secret : .everything
    }

    /// Whether nothing but blanks is sent as the secret, and nothing else stands beside it that could be.
    private static func isBlank(_ credential: CredentialConfiguration, _ authentication: Authentication) -> Bool {
        func isBlank(_ secret: Secret?) -> Bool { secret?.revealed(for: .lint).trimmingEdges().isEmpty ?? true }
        switch authentication {
        case .bearer(let token), .cookies(let token):
            return isBlank(token) && (isBlank(credential.apiKey) || credential.username?.isEmpty ?? true)
        case .basic(_, let secret): return isBlank(secret)
        case .anonymous: return false
        }
    }

    private static func strayCharacters(in configuration: ToolkitConfiguration) -> [Evidence] {
        let fields: [ConfigurationField] = [.baseURL, .username, .apiKey, .token, .spaceKey]
        return fields.compactMap { field in
            guard let text = configuration.text(of: field) else { return nil }
            var found = StrayCharacter.find(in: text, allowsInnerSpaces: configuration.allowsInnerSpaces(field))
            // The line ends of base64 are its own, the tab between two cells parts them, and of blanks alone nothing would be left.
            if configuration.holdsOwnBlanks(field) { found.removeAll { !$0.isAtEdge } }
            guard !found.isEmpty, ![.apiKey, .token].contains(field) || !text.trimmingEdges().isEmpty else {
                return nil
            }
            return .strayCharacters(
                field: field, path: configuration.path(of: field), found,
                isHarmless: isHarmless(field, found, configuration))
        }
    }

    /// Whether the toolkit's requests are the same with and without the characters.
    private static func isHarmless(
        _ field: ConfigurationField, _ found: [StrayCharacter], _ configuration: ToolkitConfiguration
    ) -> Bool {
        switch field {
        case .baseURL:
            let asWritten = try? configuration.clientAddress()
            return asWritten != nil && asWritten == (try? configuration.cleaned(field).clientAddress())
        case .token:
            // The client trims a Bearer token as Python does: white space, and no other invisible character.
            return found.allSatisfy { $0.isAtEdge && $0.scalar.properties.isWhitespace }
        case .username, .apiKey:
            return configuration.authentication.scheme != .basic
        default:
            return false
        }
    }
}

extension Evidence {
    fileprivate func isStray(in wanted: ConfigurationField) -> Bool {
        if case .strayCharacters(wanted, _, _, _) = self { true } else { false }
    }
}

extension StrayCharacter {
    fileprivate var isAtEdge: Bool { place == .start || place == .end }
}

extension CredentialConfiguration {
    fileprivate var hasSecret: Bool { [apiKey, token].contains { !($0?.isEmpty ?? true) } }
}

extension ToolkitConfiguration {
    /// Whether a plain space between other characters may be meant: a name or password has it, and cookies do.
    func allowsInnerSpaces(_ field: ConfigurationField) -> Bool {
        switch field {
        case .username: credential.username.map(Self.isBrokenEmail) != true
        case .spaceKey: true
        case .apiKey: credential.apiKey.map(Self.isBrokenToken) != true
        // The blank behind a pasted “Bearer” is no slip of its own.
        case .token: authentication.scheme == .cookies || credential.token.map(SecretSlip.hasScheme) == true
        default: false
        }
    }

    /// Whether what stands between the characters of a field belongs to a slip of another kind.
    fileprivate func holdsOwnBlanks(_ field: ConfigurationField) -> Bool {
        if field == .baseURL { return AddressForm.firstOfTwo(credential.baseURL) != nil }
        guard let secret = field == .token ? credential.token : field == .apiKey ? credential.apiKey : nil,
            let slip = SecretSlip.find(in: secret, user: credential.username)?.slip
        else { return false }
        return slip == .encoded
            || (slip == .user && secret.revealed(for: .lint).contains { $0 == "\t" || $0.isNewline })
    }

    /// Whether nothing but blanks within keeps a secret from being a whole token.
    private static func isBrokenToken(_ secret: Secret) -> Bool {
        let text = secret.revealed(for: .lint)
        return text.contains(" ") && TokenWithin.isWhole(text.filter { !$0.isWhitespace })
    }

    /// Whether a blank stands where no name has one: right beside the sign of an e-mail.
    private static func isBrokenEmail(_ text: String) -> Bool {
        let text = text.trimmingEdges()
        return text.contains("@") && !text.contains("<") && [" @", "@ "].contains(where: text.contains)
    }

    fileprivate func text(of field: ConfigurationField) -> String? {
        switch field {
        case .baseURL: credential.baseURL
        case .username: credential.username
        case .apiKey: credential.apiKey?.revealed(for: .lint)
        case .token: credential.token?.revealed(for: .lint)
        case .spaceKey: spaceKey
        default: nil
        }
    }

    /// A copy without the stray characters of one field.
    func cleaned(_ field: ConfigurationField) -> ToolkitConfiguration {
        guard let text = text(of: field) else { return self }
        let clean = StrayCharacter.removed(from: text, allowsInnerSpaces: allowsInnerSpaces(field))
        return switch field {
        case .baseURL: with(\.credential.baseURL, clean)
        case .username: with(\.credential.username, clean)
        case .apiKey: with(\.credential.apiKey, Secret(clean))
        case .token: with(\.credential.token, Secret(clean))
        case .spaceKey: with(\.spaceKey, clean)
        default: self
        }
    }
}
