import ConfluenceModel
import ConfluenceToolkit

// MARK: - What may be asked next

extension Chart {
    /// The questions that make sense now and were not put yet.
    var openInquiries: [Inquiry] {
        let asGiven = Question.allCases.filter { answer(to: $0) == nil && makesSense($0) }.map { Inquiry($0) }
        let repaired = repairs.filter { answer(to: $0.kind.question, after: $0.kind) == nil && makesSense($0) }
        return asGiven + repaired.map { Inquiry($0.kind.question, repair: $0) }
    }

    private var isAddressRight: Bool {
        let site = answer(to: .site)
        return site == .siteHere || site == .siteContradictsHosting
    }

    /// An answer that leaves the login open, such as a CAPTCHA or too many requests, forbids trying on.
    private var isLoginPossible: Bool {
        isAddressRight && ![.loginUnclear, .loginCaptcha].contains(answer(to: .login)) && !isObstructed(.login)
            && !evidence.contains { $0.observation == .secretUnresolved }
    }

    /// Whether a Data Center that names itself answers “who am I?”, and what was asked beside it, as if it had no REST API.
    var lacksAPI: Bool {
        circumstances.deployment == .dataCenter && isAddressRight && answer(to: .login) == .loginAddressUnknown
    }

    /// Whether a repair may find a Confluence elsewhere though one seems to be here: what a header alone shows has no API.
    func mayBeElsewhere(by repair: Repair.Kind) -> Bool { repair == .otherPath && lacksAPI }

    func makesSense(_ question: Question) -> Bool {
        switch question {
        case .site: true
        case .otherPaths:
            failed(.site) && !isAddressRight && !isUnreachable && answer(to: .site) != .siteMoved
                || answer(to: .login) == .loginAddressUnknown
        case .login: isLoginPossible && configuration.authentication != .anonymous
        // Whether people log in elsewhere decides between a wrong scheme and single sign-on.
        case .door:
            answer(to: .login) == .loginSchemeRefused && circumstances.deployment == .dataCenter
                && circumstances.scheme == .basic
        case .space: answer(to: .login) == .loginAccepted && configuration.spaceKey != nil
        case .visibleSpaces: answer(to: .space) == .spaceHidden
        case .writing: answer(to: .space) == .spaceSeen && !neededOperations.isEmpty
        case .page:
            answer(to: .login) == .loginAccepted && options.page != nil && isSettled(.space) && isSettled(.writing)
        // In a space that isn't there a search finds nothing, and fails on Data Center.
        case .search:
            answer(to: .login) == .loginAccepted && SearchProbe.isNeeded(by: checkedTools)
                && (configuration.spaceKey == nil || answer(to: .space) == .spaceSeen)
        }
    }

    /// Whether a question needs no answer, or was answered as usual: a page tells little before its space does.
    private func isSettled(_ question: Question) -> Bool {
        guard let answer = answer(to: question) else { return !makesSense(question) }
        return answer == question.usual || (question == .writing && isReadOnly)
            || setAside.contains { Self.leavesReading[$0] == question }
    }

    /// The causes behind which a page can still be read by its id, each with the question whose answer it explains.
    private static let leavesReading: [CauseID: Question] = [
        .spaceArchived: .space, .spaceNoAccess: .space, .spaceNotFound: .space, .spaceNoWrite: .writing,
    ]

    /// Whether a page is still to be asked for behind a cause that can't be mended here.
    func leavesMoreToAsk(behind cause: CauseID) -> Bool {
        Self.leavesReading[cause] != nil && options.page != nil && answer(to: .page) == nil
    }

    /// Whether the space can't be seen, for whatever reason, and a page was named that may be asked for all the same.
    var leavesPageBehindHiddenSpace: Bool {
        setAside.isEmpty && answer(to: .space) == .spaceHidden && leavesMoreToAsk(behind: .spaceNoAccess)
    }

    private func makesSense(_ repair: Repair) -> Bool {
        switch repair.kind {
        case .cleanAddress, .mendedAddress, .trimmedAddress, .secureAddress: true
        case .otherHosting:
            (try? repair.configuration.clientAddress()) != (try? configuration.clientAddress())
                || answer(to: .site) == .siteContradictsHosting
        case .otherPath: true
        // Where there is no API, no other secret is answered better.
        case _ where repair.kind.isOfSecret && lacksAPI: false
        case .unquoted, .withoutScheme, .withoutUser, .decoded, .once:
            isLoginPossible && (failed(.login) || !mayBeMeant(repair))
        case .cleanSecret: isLoginPossible && (failed(.login) || !areBlanksMeant)
        case .withoutHeaders: isLoginPossible && (failed(.login) || takesCredentialsPlace)
        case .withoutLogin: isLoginPossible
        case .otherSecret, .otherCharset: isLoginPossible && failed(.login)
        case .otherScheme: isLoginPossible && (failed(.login) || looksLikeOtherScheme)
        case .cleanKey, .keyInText: answer(to: .login) == .loginAccepted
        case .keyCase, .keyOfName, .personalKey: true
        }
    }

    /// Whether the odd text may be the password that somebody chose: then it is tried as it is, since a repair that
    /// fails would use up the one login that may fail.
    private func mayBeMeant(_ repair: Repair) -> Bool {
        guard circumstances.deployment == .dataCenter, case .basic(_, let secret) = repair.configuration.authentication
        else { return false }
        // Nobody's password begins with their own user name and a colon.
        if repair.kind == .withoutUser, repair.configuration.credential.username == configuration.credential.username {
            return false
        }
        // Nor is a name meant that has something around it.
        if repair.configuration.credential.apiKey == configuration.credential.apiKey { return false }
        if evidence.contains(where: { if case .slip(.address, _, _) = $0 { true } else { false } }) { return false }
        return SecretShape(of: secret) == .password
    }

    /// Whether the blanks at the ends of a plain password may belong to it: nobody can tell, and a person can type them.
    private var areBlanksMeant: Bool {
        guard circumstances.deployment == .dataCenter, case .basic(_, let secret) = configuration.authentication,
            SecretShape(of: secret) == .password
        else { return false }
        return evidence.allSatisfy { seen in
            guard case .strayCharacters(let field, _, let characters, false) = seen, field != .baseURL,
                field != .spaceKey
            else { return true }
            return field == .apiKey && characters.allSatisfy { $0.scalar == " " }
        }
    }

    /// Whether a custom header is sent where the credential should be; another one only matters once the login has failed.
    private var takesCredentialsPlace: Bool {
        evidence.contains { seen in
            if case .ownAuthorization(let header) = seen { MeddlingHeader.words(of: header) == nil } else { false }
        }
    }

    /// Whether the answer came from something in front of the site, or never came.
    func isObstructed(_ question: Question) -> Bool {
        if case .obstacle = answer(to: question) { true } else { false }
    }

    /// Whether another path of the host would fare no better.
    private var isUnreachable: Bool {
        guard case .obstacle(let kind) = answer(to: .site) else { return false }
        return kind != .serverError && !Obstacle.Kind.fronts.contains(kind)
    }

    /// Whether the secret's form alone says that Bearer should be tried before Basic.
    private var looksLikeOtherScheme: Bool {
        guard configuration.authentication.scheme == .basic else { return false }
        let form: Observation =
            circumstances.deployment == .dataCenter ? .looksLikePersonalAccessToken : .looksLikeAccessToken
        return evidence.contains { $0.observation == form }
    }

    /// Whether an inquiry names an account, so that a refusal could count as a failed login of it.
    func mayFailLogin(_ inquiry: Inquiry) -> Bool {
        guard inquiry.question == .login else { return false }
        return (inquiry.repair?.configuration ?? configuration).namesAccount
    }

    /// Whether an inquiry's request was sent before, so that asking again costs nothing.
    func isKnown(_ inquiry: Inquiry, _ wire: Wire) -> Bool {
        guard inquiry.question == .login else { return false }
        return LoginProbe.request(for: inquiry.repair?.trial ?? configuration).map(wire.knows) ?? false
    }

    /// What the tools named in the configuration or the options do in the space, beyond viewing it.
    var neededOperations: Set<SpaceOperation> {
        checkedTools.reduce(into: Set<SpaceOperation>()) { $0.formUnion($1.operations) }.subtracting([.view])
    }

    /// Whether a tool that is wanted searches or changes something, which in an archived space it does in vain.
    var needsLivingSpace: Bool {
        checkedTools.isEmpty || SearchProbe.isNeeded(by: checkedTools) || !neededOperations.isEmpty
    }

    /// The tools that are to work: those named, else all that the toolkit offers.
    var neededTools: [ToolkitTool] { checkedTools.isEmpty ? configuration.offeredTools : checkedTools }

    /// The tools that somebody asked for by name; where nobody did, none is held against the account.
    var checkedTools: [ToolkitTool] {
        let names = options.tools.isEmpty ? configuration.selectedTools : options.tools
        return ToolkitTool.allCases.filter { names.contains($0.rawValue) }
    }
}
