/// The stable name of a cause, in two words: `family.cause`. Never renamed once released.
public struct CauseID: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public var rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public var description: String { rawValue }

    /// The first of the two words: what of the way to a page is to blame.
    public var family: Substring { rawValue.prefix { $0 != "." } }

    private init(_ rawValue: String) {
        self.rawValue = rawValue
    }
}

// What is wrong with the text or the kind of the credential.
extension CauseID {
    public static let tokenRevoked = Self("credential.token-revoked")
    public static let tokenExpired = Self("credential.token-expired")
    public static let wrongUser = Self("credential.wrong-user")
    public static let whitespace = Self("credential.whitespace")
    public static let wrongScheme = Self("credential.wrong-scheme")
    public static let passwordOnCloud = Self("credential.password-on-cloud")
    public static let secretMissing = Self("credential.missing")
    public static let secretReference = Self("credential.unresolved-reference")
    public static let quoted = Self("credential.quoted")
    public static let truncated = Self("credential.truncated")
    public static let schemeInSecret = Self("credential.scheme-in-secret")
    public static let userInSecret = Self("credential.user-in-secret")
    public static let encodedSecret = Self("credential.base64-encoded")
    public static let repeatedSecret = Self("credential.pasted-twice")
    public static let encoding = Self("credential.encoding")
    public static let otherProduct = Self("credential.other-product")
    public static let sessionCookie = Self("credential.session-cookie")
    public static let bothSecrets = Self("credential.both-secrets")
    public static let scopedTokenOnSite = Self("credential.scoped-token-on-site")
}

// What an account that is known may not do.
extension CauseID {
    public static let noProductAccess = Self("account.no-product-access")
    public static let accountDeactivated = Self("account.deactivated")
    public static let captcha = Self("account.captcha")
    public static let seatLapsed = Self("account.seat-lapsed")
    public static let singleSignOn = Self("account.single-sign-on-only")
    public static let apiTokensDisabled = Self("account.api-tokens-disabled")
    public static let personalTokensDisabled = Self("account.personal-tokens-disabled")
    public static let directoryDown = Self("account.directory-down")
    public static let anonymous = Self("account.anonymous")
    public static let scopeMissing = Self("account.scope-missing")
}

// What lies between the client and Confluence.
extension CauseID {
    public static let hostingMismatch = Self("address.hosting-mismatch")
    public static let basePath = Self("address.base-path")
    public static let malformedAddress = Self("address.malformed")
    public static let unreachable = Self("address.unreachable")
    public static let notConfluence = Self("address.not-confluence")
    public static let plainHTTP = Self("address.http-for-https")
    public static let trailingCharacters = Self("address.trailing-characters")
    public static let siteMoved = Self("address.moved")
    public static let unknownSite = Self("address.unknown-site")
    public static let gatewayCloudID = Self("address.gateway-cloud-id")
    public static let siteSuspended = Self("address.site-suspended")
    public static let nameNotResolved = Self("address.name-not-resolved")
    public static let vpnOnly = Self("address.vpn-only")
    public static let connectionRefused = Self("address.connection-refused")
    public static let timedOut = Self("address.timed-out")
    public static let connectionDropped = Self("address.connection-dropped")
    public static let certificateExpired = Self("address.certificate-expired")
    public static let certificateUntrusted = Self("address.certificate-untrusted")
    public static let certificateWrongHost = Self("address.certificate-wrong-host")
    public static let certificateWeak = Self("address.certificate-weak")
    public static let tlsVersion = Self("address.tls-version")
    public static let plainPort = Self("address.https-for-http")
    public static let clockSkew = Self("address.clock-skew")
    public static let proxyAuthentication = Self("address.proxy-authentication")
    public static let proxyRefusal = Self("address.proxy-refusal")
    public static let proxyInterception = Self("address.proxy-interception")
    public static let captivePortal = Self("address.captive-portal")
    public static let loginInFront = Self("address.login-in-front")
    public static let firewall = Self("address.firewall")
    public static let clientCertificate = Self("address.client-certificate")
    public static let gatewayKey = Self("address.gateway-key")
    public static let ipAllowlist = Self("address.ip-allowlist")
}

// What is wrong with the space or the page, or with the account's rights to it.
extension CauseID {
    public static let spaceNoAccess = Self("space.no-access")
    public static let spaceNotFound = Self("space.not-found")
    public static let spaceKeyCase = Self("space.key-case")
    public static let spaceNameForKey = Self("space.name-for-key")
    public static let spaceNoWrite = Self("space.no-write")
    public static let spaceArchived = Self("space.archived")
    public static let spaceKeyCharacters = Self("space.key-characters")
    public static let personalSpaceKey = Self("space.personal-key")

    public static let pageMissing = Self("page.missing")
    public static let pageRestricted = Self("page.restricted")
    public static let pageTrashed = Self("page.trashed")
    public static let pageArchived = Self("page.archived")
    public static let pageDraft = Self("page.draft")
    public static let pageOtherSpace = Self("page.other-space")
    public static let titleTaken = Self("page.title-taken")
    public static let titleCase = Self("page.title-case")
    public static let versionConflict = Self("page.version-conflict")
    public static let pageUnreconciled = Self("page.unreconciled")
}

// What is wrong with one request, or with the site at that moment.
extension CauseID {
    public static let invalidStorage = Self("request.invalid-storage")
    public static let cqlError = Self("request.cql")
    public static let endpointRemoved = Self("request.endpoint-removed")
    public static let v2OnDataCenter = Self("request.v2-on-data-center")
    public static let xsrf = Self("request.xsrf")
    public static let attachmentTooLarge = Self("request.attachment-too-large")
    public static let rateLimited = Self("request.rate-limited")
    public static let pagingLimit = Self("request.paging-limit")
    public static let serverError = Self("request.server-error")
    public static let maintenance = Self("request.maintenance")
    public static let readOnly = Self("request.read-only")
    public static let indexLag = Self("request.index-lag")
    public static let wrongMethod = Self("request.wrong-method")
    public static let invalidBody = Self("request.invalid-body")
    public static let attachmentTaken = Self("request.attachment-taken")
    public static let adminOnly = Self("request.admin-only")
    public static let olderRelease = Self("request.older-release")
    public static let remoteAPIOff = Self("request.remote-api-off")
}

// What is wrong with the toolkit around a site and an account that are fine.
extension CauseID {
    public static let legacyConfiguration = Self("toolkit.legacy-configuration")
    public static let toolNotSelected = Self("toolkit.tool-not-selected")
    public static let indexNotConfigured = Self("toolkit.index-not-configured")
    public static let customHeaders = Self("toolkit.custom-headers")
    public static let verifySSL = Self("toolkit.verify-ssl")
    public static let resultLimits = Self("toolkit.result-limits")
}
