import ConfluenceModel
import ConfluenceToolkit

// MARK: - What is certain

extension Chart {
    /// A cause that is certain by now; of several the one that a request meets first, so that the others come behind it.
    var proven: (cause: Cause, proof: Proof)? {
        var without: (cause: Cause, proof: Proof)?
        for cause in causes {
            for proof in cause.proofs where holds(proof) {
                guard proof.isOfMissingSecret else { return (cause, proof) }
                without = without ?? (cause, proof)
            }
        }
        return without
    }

    /// What is still to be asked before a cause that seems certain may be called so: a slip in the address explains an
    /// obstacle better than the obstacle itself, another path may have none, and the door says who takes no passwords.
    var awaited: [Inquiry] {
        guard let proof = proven?.proof, case .said(let observation) = proof else { return [] }
        if proof.isOfMissingSecret { return options.offline ? [] : inquiriesOfAddress }
        if observation == .loginSchemeRefused {
            let repairs: [Repair.Kind?] = [.otherSecret, .otherScheme]
            return openInquiries.filter { $0.question == .door || repairs.contains($0.repair?.kind) }
        }
        // Whoever has a password beside the token needs none.
        if observation == .releaseWithoutTokens {
            let repairs: [Repair.Kind?] = [.otherSecret, .otherScheme]
            return openInquiries.filter { repairs.contains($0.repair?.kind) }
        }
        guard case .obstacle(let kind) = observation, isObstructed(.site) else { return [] }
        let ofAddress: Set<Repair.Kind> = [.cleanAddress, .trimmedAddress, .secureAddress]
        let repairs = openInquiries.filter { $0.repair.map { ofAddress.contains($0.kind) } ?? false }
        guard repairs.isEmpty, kind == .serverError || Obstacle.Kind.fronts.contains(kind) else {
            return repairs
        }
        return openInquiries.filter { $0.question == .otherPaths || $0.repair?.kind == .otherPath }
    }

    /// What is still to be asked about the address alone: that there is no secret says nothing about it, and the site
    /// answers strangers, too.
    private var inquiriesOfAddress: [Inquiry] {
        guard let site = answer(to: .site) else { return openInquiries.filter { $0 == Inquiry(.site) } }
        guard site != .siteHere else { return [] }
        return openInquiries.filter { $0.question == .otherPaths || ($0.question == .site && $0.repair != nil) }
    }

    /// Whether a question that an obstacle stood before was answered once one thing was changed.
    private func isOvercome(_ question: Question) -> Bool {
        Repair.Kind.allCases.contains { $0.question == question && answer(to: question, after: $0) == .worked($0) }
    }

    private func holds(_ proof: Proof) -> Bool {
        switch proof {
        case .said(.secretAbsent):
            // A lone API key may be a token in the wrong field, which is worth one question first.
            guard case .secretAbsent(let gap)? = evidence.first(where: { $0.observation == .secretAbsent }) else {
                return false
            }
            guard answer(to: .login, after: .otherScheme) != .worked(.otherScheme) else { return false }
            return gap != .username || !mayBeTokenInWrongField
        case .said(.loginSchemeRefused):
            // A token of another product is no better sent in another way.
            let other: Set<Observation> = [.foreignSecret, .noSchemeFits]
            guard !evidence.contains(where: { $0.observation.map(other.contains) ?? false }) else { return false }
            return answer(to: .login) == .loginSchemeRefused && answer(to: .door) != .doorIsIdentityProvider
                && answer(to: .login, after: .otherSecret) != .worked(.otherSecret)
        case .said(.plainHTTP):
            // Where nothing listens, the address may be wrong in another way.
            return answer(to: .site) == .siteUnrecognised && evidence.contains { $0.observation == .plainHTTP }
        case .said(.obstacle(let kind)):
            return evidence.contains { seen in
                guard case .obstructed(let obstacle, let question) = seen, obstacle.kind == kind else { return false }
                return !isOvercome(question)
            }
        case .said(.accessTokenEnded):
            // The clock here may be wrong: a token that is taken has not ended.
            return evidence.contains { $0.observation == .accessTokenEnded } && (options.offline || isTurnedAway)
        case .said(.releaseWithoutTokens):
            return isTurnedAway && evidence.contains { $0.observation == .releaseWithoutTokens }
        case .said(.siteMoved):
            return evidence.contains { if case .site(.moved(_, isSaid: true), _) = $0 { true } else { false } }
        case .said(.letterBeyondASCII): return holdsUnsendableLetter
        case .said(.writingDenied): return answer(to: .writing) == .writingDenied && !isReadOnly
        case .said(.pageNotEditable):
            return evidence.contains { seen in
                guard case .page(.notEditable(_, let editors), _) = seen else { return false }
                return !isReadOnly || !editors.isEmpty
            }
        case .said(let observation):
            return evidence.contains { $0.observation == observation }
        case .repair(let kind):
            return answer(to: kind.question, after: kind) == .worked(kind)
                && (failed(kind.question) || mayBeElsewhere(by: kind))
        }
    }

    private var holdsUnsendableLetter: Bool {
        evidence.contains { seen in
            if case .oddLetters(let letters) = seen { !letters.areSendable } else { false }
        }
    }

    /// Whether the site says that it takes no changes at present.
    var isReadOnly: Bool { evidence.contains { $0.observation == .siteTakesNoChanges } }

    /// Whether the account lacks rights to change something, as far as the site says.
    var lacksOperations: Bool {
        answer(to: .writing) == .writingDenied || answer(to: .page) == .pageNotEditable
    }

    /// Whether nobody can tell what rights the account has, since the site lets nobody change anything.
    var hidesRights: Bool { isReadOnly && lacksOperations }

    private var isTurnedAway: Bool {
        let refusals: [Observation] = [.loginRefused, .loginNotPermitted, .loginAnonymous, .loginVisitor]
        return answer(to: .login).map(refusals.contains) == true
    }

    private var mayBeTokenInWrongField: Bool {
        if evidence.contains(where: { $0.observation == .looksLikeAPIToken }) { return false }
        guard let site = answer(to: .site) else { return !options.offline && !configuration.isCloud }
        guard site == .siteHere, circumstances.deployment == .dataCenter else { return false }
        return answer(to: .login, after: .otherScheme) == nil
    }
}

extension Proof {
    /// Whether it is that nothing is there to log in with, or nothing that could be sent.
    fileprivate var isOfMissingSecret: Bool {
        [.said(.secretAbsent), .said(.secretUnresolved), .said(.letterBeyondASCII)].contains(self)
    }
}

extension [Evidence] {
    /// What the site was recognised as.
    var identity: SiteIdentity? {
        for case .site(let finding, _) in self {
            if let identity = finding.identity { return identity }
        }
        return nil
    }
}
