/// What the doctor can ask a site, outside in.
package enum Question: String, Sendable, Hashable, CaseIterable {
    case site
    case otherPaths
    case login
    case door
    case space
    case visibleSpaces
    case writing
    case page
    case search

    /// In words, for the list of what was asked.
    package var words: String {
        switch self {
        case .site: "what answers at this address?"
        case .otherPaths: "does Confluence live under another path of this host?"
        case .login: "who am I, with this credential?"
        case .door: "how do people log in here?"
        case .space: "can this account see the space?"
        case .visibleSpaces: "which spaces can this account see?"
        case .writing: "may this account do what the selected tools do?"
        case .page: "can this account see the page?"
        case .search: "does a search work, as the selected tools make it?"
        }
    }

    /// The answer of a site and a configuration with which nothing is wrong.
    package var usual: Observation {
        switch self {
        case .site: .siteHere
        case .otherPaths: .foundNowhere
        case .login: .loginAccepted
        case .door: .doorIsForm
        case .space: .spaceSeen
        case .visibleSpaces: .keyNotVisible
        case .writing: .writingAllowed
        case .page: .pageSeen
        case .search: .searchAnswered
        }
    }

    /// Everything that can come back.
    package var outcomes: [Observation] {
        switch self {
        case .site:
            [.siteHere, .siteContradictsHosting, .siteElsewhere, .siteMoved, .siteUnrecognised, .siteUnreachable]
        case .otherPaths: [.foundNowhere, .foundElsewhere]
        case .login:
            [
                .loginAccepted, .loginRefused, .loginNotPermitted, .loginAnonymous, .loginVisitor, .loginSchemeRefused,
                .loginCaptcha,
                .loginScopeMissing, .loginScopedToken, .loginUnreadable, .loginWithoutProductAccess,
                .loginAddressUnknown, .loginPage, .loginUnsendable, .loginDirectoryUnreachable, .loginUnclear,
            ]
        case .door: [.doorIsForm, .doorIsIdentityProvider]
        case .space: [.spaceSeen, .spaceArchived, .spaceHidden, .spaceUnclear]
        case .visibleSpaces:
            [.keyNotVisible, .keyInOtherCase, .keyIsName, .keyIsPersonal, .keyNearlyVisible, .noSpaceVisible]
        case .writing: [.writingAllowed, .writingDenied, .writingUnclear]
        case .page:
            [
                .pageSeen, .pageNotEditable, .pageTrashed, .pageArchived, .pageDraft, .pageElsewhere, .pageSaidMissing,
                .pageHidden,
            ]
        case .search: [.searchAnswered, .searchUnclear]
        }
    }

    /// How many requests it usually takes.
    package var requests: Double {
        switch self {
        case .site: 1.5
        case .otherPaths: 4
        case .login, .door, .space, .visibleSpaces, .writing, .search: 1
        case .page: 1.5
        }
    }

    package var carriesSecret: Bool { self != .site && self != .otherPaths && self != .door }
}

/// A question, put with the configuration as it is or with a repair of it.
package struct Inquiry: Sendable, Hashable {
    package var question: Question
    package var repair: Repair?

    package init(_ question: Question, repair: Repair? = nil) {
        self.question = question
        self.repair = repair
    }

    package var outcomes: [Observation] {
        repair.map { [.worked($0.kind), .failed($0.kind)] } ?? question.outcomes
    }

    /// Cleaning helps where something was unclean, and changes nothing elsewhere; any other change of a
    /// configuration that is right makes it wrong.
    package var usual: Observation {
        guard let kind = repair?.kind else { return question.usual }
        switch kind {
        case .cleanAddress, .mendedAddress, .trimmedAddress, .cleanSecret, .cleanKey: return .worked(kind)
        case .unquoted, .withoutScheme, .withoutUser, .decoded, .once, .otherSecret, .otherCharset,
            .withoutHeaders, .withoutLogin,
            .secureAddress, .keyInText,
            .otherHosting, .otherPath, .otherScheme, .keyCase, .keyOfName, .personalKey:
            return .failed(kind)
        }
    }
}
