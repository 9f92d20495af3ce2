/// What kind of evidence something is, without its details: the words in which causes state what they look like.
package enum Observation: Sendable, Hashable {
    case strayCharacter
    case malformedAddress
    case secretAbsent
    case secretUnresolved
    case oldForm
    case looksLikeAPIToken
    case looksLikePersonalAccessToken
    case looksLikePassword
    case userIsEmail
    case userIsName
    case pageInAddress
    case quotedSecret
    case schemeInSecret
    case userInSecret
    case encodedSecret
    case truncatedSecret
    case foreignSecret
    case bothSecrets
    case trailingCharacters
    case plainHTTP
    case keyWithCharacters
    case ownAuthorization
    case verificationOff
    case toolNotSelected
    case indexNotConfigured
    case versionTwoOnDataCenter
    case clockAway
    case endpointGone

    /// Something stood between the question and Confluence's answer to it.
    case obstacle(Obstacle.Kind)

    case siteHere
    case siteContradictsHosting
    case siteElsewhere
    case siteUnrecognised
    case siteUnreachable

    case doorIsForm
    case doorIsIdentityProvider

    case foundElsewhere
    case foundNowhere

    case loginAccepted
    case loginRefused
    case loginAnonymous
    case loginVisitor
    case loginNotPermitted
    case loginSchemeRefused
    case loginCaptcha
    case loginScopeMissing
    case loginScopedToken
    case loginUnreadable
    case loginWithoutProductAccess
    case loginAddressUnknown
    case loginPage
    case loginUnsendable
    case loginUnclear

    case spaceSeen
    case spaceArchived
    case spaceHidden
    case spaceUnclear

    case keyInOtherCase
    case keyIsName
    case keyNearlyVisible
    case keyNotVisible
    case noSpaceVisible
    case keyIsPersonal

    case writingAllowed
    case writingDenied
    case writingUnclear

    case pageSeen
    case pageNotEditable
    case pageTrashed
    case pageArchived
    case pageDraft
    case pageElsewhere
    case pageSaidMissing
    case pageHidden

    case worked(Repair.Kind)
    case failed(Repair.Kind)
}

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
        case .secretShape(.password, _): .looksLikePassword
        case .user(let isEmail): isEmail ? .userIsEmail : .userIsName
        case .pageInAddress: .pageInAddress
        case .site(let finding, _): finding.observation
        case .otherPaths(let found): found == nil ? .foundNowhere : .foundElsewhere
        case .login(let answer, _): answer.observation
        case .door(.form): .doorIsForm
        case .door(.identityProvider): .doorIsIdentityProvider
        case .space(.seen, _): .spaceSeen
        case .space(.hidden, _): .spaceHidden
        case .space(.unclear, _): .spaceUnclear
        case .visibleSpaces(let match, _): match.observation
        case .writing(.allowed, _): .writingAllowed
        case .writing(.denied, _): .writingDenied
        case .writing(.unclear, _): .writingUnclear
        case .page(.seen, _): .pageSeen
        case .page(.notEditable, _): .pageNotEditable
        case .page(.saidMissing, _): .pageSaidMissing
        case .page(.hidden, _): .pageHidden
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
        case .unrecognised: .siteUnrecognised
        case .unreachable: .siteUnreachable
        }
    }
}

extension SpaceMatch {
    fileprivate var observation: Observation {
        switch self {
        case .otherCase: .keyInOtherCase
        case .name: .keyIsName
        case .none(_, .some, _): .keyNearlyVisible
        case .none(0, nil, _): .noSpaceVisible
        case .none: .keyNotVisible
        }
    }
}
