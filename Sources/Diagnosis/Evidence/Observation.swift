/// What kind of evidence something is, without its details: the words in which causes state what they look like.
package enum Observation: Sendable, Hashable {
    case strayCharacter
    case malformedAddress
    case secretAbsent
    case secretUnresolved
    case oldForm
    case looksLikeAPIToken
    case looksLikePersonalAccessToken
    case looksLikeAccessToken
    case looksLikePassword
    case userIsEmail
    case userIsName
    case userIsNoLogin
    case pageInAddress
    case quotedSecret
    /// A password may hold a “%” with two such digits behind it, too.
    case escapedSecret
    case quotedAddress
    case schemeInSecret
    case userInSecret
    case encodedSecret
    case repeatedSecret
    case truncatedSecret
    case foreignSecret
    case letterBeyondASCII
    case bothSecrets
    case trailingCharacters
    case uncallableEnd
    case plainHTTP
    case keyWithCharacters
    case keyImpossible
    case ownAuthorization
    case unsendableHeader
    case loginInAddress
    case verificationOff
    case toolNotSelected
    case indexNotConfigured
    case versionTwoOnDataCenter
    case accessTokenEnded
    case accessTokenLasts
    case releaseWithoutTokens
    case releaseTooOld
    case noSchemeFits
    case clockAway
    case siteTakesNoChanges
    case endpointGone

    /// Something stood between the question and Confluence's answer to it.
    case obstacle(Obstacle.Kind)

    case siteHere
    case siteContradictsHosting
    case siteElsewhere
    case siteMoved
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
    case loginDirectoryUnreachable
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

    case searchAnswered
    case searchUnclear

    case worked(Repair.Kind)
    case failed(Repair.Kind)
}
