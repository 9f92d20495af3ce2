extension Evidence {
    package var observation: Observation? {
        switch self {
        case .strayCharacters(_, _, _, let isHarmless): isHarmless ? nil : .strayCharacter
        case .malformedAddress: .malformedAddress
        case .secretAbsent: .secretAbsent
        case .secretUnresolved: .secretUnresolved
        case .oldForm: .oldForm
        case .secretShape(.apiToken, _): .looksLikeAPIToken
        case .secretShape(.personalAccessToken, _): .looksLikePersonalAccessToken
        case .secretShape(.accessToken, _): .looksLikeAccessToken
        case .secretShape(.password, _): .looksLikePassword
        case .user(.email): .userIsEmail
        case .user(.accountID), .user(.address), .user(.pair), .user(.ofDomain), .user(.ofDirectory), .user(.marked):
            .userIsNoLogin
        case .user(.name): .userIsName
        case .pageInAddress: .pageInAddress
        case .slip(let slip, _, _): slip.observation
        case .oddLetters: .letterBeyondASCII
        case .bothSecrets: .bothSecrets
        case .ownAuthorization: .ownAuthorization
        case .unsendableHeader: .unsendableHeader
        case .loginInAddress: .loginInAddress
        case .trailingCharacters: .trailingCharacters
        case .uncallableEnd: .uncallableEnd
        case .quotedAddress: .quotedAddress
        case .keyInText: .keyWithCharacters
        case .impossibleKey: .keyImpossible
        case .notSelected: .toolNotSelected
        case .indexNotConfigured: .indexNotConfigured
        case .verificationOff: .verificationOff
        case .versionTwoOnDataCenter: .versionTwoOnDataCenter
        case .plainHTTP: .plainHTTP
        case .accessTokenEnd(_, let hasCome): hasCome ? .accessTokenEnded : .accessTokenLasts
        case .releaseWithout(.tokens, _): .releaseWithoutTokens
        case .releaseWithout: .releaseTooOld
        case .noSchemeFits: .noSchemeFits
        case .clockAway: .clockAway
        case .readOnlyMode: .siteTakesNoChanges
        case .obstructed(let obstacle, _): .obstacle(obstacle.kind)
        case .endpointGone: .endpointGone
        case .site(let finding, _): finding.observation
        case .otherPaths(let found): found == nil ? .foundNowhere : .foundElsewhere
        case .login(let answer, _): answer.observation
        case .door(.form): .doorIsForm
        case .door(.identityProvider): .doorIsIdentityProvider
        case .space(.seen, _): .spaceSeen
        case .space(.archived(let hinders), _): hinders ? .spaceArchived : .spaceSeen
        case .space(.hidden, _): .spaceHidden
        case .space(.unclear, _): .spaceUnclear
        case .visibleSpaces(let match, _): match.observation
        case .writing(.allowed, _): .writingAllowed
        case .writing(.denied, _): .writingDenied
        case .writing(.unclear, _): .writingUnclear
        case .page(.seen, _): .pageSeen
        case .page(.notEditable, _): .pageNotEditable
        case .page(.trashed, _): .pageTrashed
        case .page(.archived, _): .pageArchived
        case .page(.draft, _): .pageDraft
        case .page(.elsewhere, _): .pageElsewhere
        case .page(.saidMissing, _): .pageSaidMissing
        case .page(.hidden, _): .pageHidden
        case .search(.answered): .searchAnswered
        case .search(.unclear): .searchUnclear
        case .repaired(let repair, let worked): worked ? .worked(repair.kind) : .failed(repair.kind)
        }
    }
}

extension SiteFinding {
    fileprivate var observation: Observation {
        switch self {
        case .here: .siteHere
        case .hostingContradicted: .siteContradictsHosting
        case .elsewhere: .siteElsewhere
        case .moved: .siteMoved
        case .unrecognised: .siteUnrecognised
        }
    }
}

extension SpaceMatch {
    fileprivate var observation: Observation {
        switch self {
        case .otherCase: .keyInOtherCase
        case .name: .keyIsName
        case .personal: .keyIsPersonal
        case .none(_, .some, _): .keyNearlyVisible
        case .none(0, nil, _): .noSpaceVisible
        case .none: .keyNotVisible
        }
    }
}

extension SecretSlip {
    fileprivate var observation: Observation {
        switch self {
        case .quoted, .surrounded, .bracketed, .labelled, .escaped(.html),
            .escaped(.addressOfToken):
            .quotedSecret
        case .escaped(.address): .escapedSecret
        case .scheme: .schemeInSecret
        case .user, .swapped, .address, .misplaced: .userInSecret
        case .encoded: .encodedSecret
        case .repeated: .repeatedSecret
        case .truncated: .truncatedSecret
        case .foreign: .foreignSecret
        }
    }
}

extension Observation {
    /// The same as an answer that causes without a sign of their own for it can be weighed by.
    func asOutcome(of question: Question) -> Observation {
        guard case .obstacle(let kind) = self, question == .site else { return self }
        switch kind {
        case .captivePortal, .loginInFront, .firewall, .refusal, .gatewayKey, .siteUnknown, .gatewaySiteUnknown,
            .serverError:
            return .siteUnrecognised
        default: return .siteUnreachable
        }
    }
}
