/// The stable name of a cause, in two words: `family.cause`. Never renamed once released.
public struct CauseID: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public var rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public var description: String { rawValue }

    private init(_ rawValue: String) {
        self.rawValue = rawValue
    }
}

extension CauseID {
    public static let tokenRevoked = Self("credential.token-revoked")
    public static let tokenExpired = Self("credential.token-expired")
    public static let wrongUser = Self("credential.wrong-user")
    public static let whitespace = Self("credential.whitespace")
    public static let wrongScheme = Self("credential.wrong-scheme")
    public static let passwordOnCloud = Self("credential.password-on-cloud")
    public static let secretMissing = Self("credential.missing")
    public static let secretReference = Self("credential.unresolved-reference")

    public static let noProductAccess = Self("account.no-product-access")

    public static let hostingMismatch = Self("address.hosting-mismatch")
    public static let basePath = Self("address.base-path")
    public static let malformedAddress = Self("address.malformed")
    public static let unreachable = Self("address.unreachable")
    public static let notConfluence = Self("address.not-confluence")

    public static let spaceNoAccess = Self("space.no-access")
    public static let spaceNotFound = Self("space.not-found")
    public static let spaceKeyCase = Self("space.key-case")
    public static let spaceNameForKey = Self("space.name-for-key")
    public static let spaceNoWrite = Self("space.no-write")

    public static let pageMissing = Self("page.missing")
    public static let pageRestricted = Self("page.restricted")

    public static let legacyConfiguration = Self("toolkit.legacy-configuration")
}
