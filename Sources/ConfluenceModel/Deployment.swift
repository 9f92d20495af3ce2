/// The two ways Confluence is run today; "Server" lives on as the older releases of Data Center.
public enum Deployment: Sendable, Hashable, Codable, CustomStringConvertible {
    /// A site on Atlassian's Cloud.
    case cloud

    /// A self-managed instance of the given release.
    case dataCenter(ProductVersion)

    public var kind: DeploymentKind {
        switch self {
        case .cloud: .cloud
        case .dataCenter: .dataCenter
        }
    }

    /// What people call it: `Cloud`, `Data Center 9.2.0`.
    public var description: String {
        switch self {
        case .cloud: "Cloud"
        case .dataCenter(let version): "Data Center \(version)"
        }
    }
}

/// What a server turned out to be; the raw values are part of the published JSON.
public enum DeploymentKind: String, Sendable, Hashable, CaseIterable {
    case cloud
    case dataCenter = "data-center"
    /// Something answered, and it is not Confluence.
    case other
    case unknown

    /// What people call it.
    public var title: String {
        switch self {
        case .cloud: "Confluence Cloud"
        case .dataCenter: "Confluence Data Center"
        case .other: "not Confluence"
        case .unknown: "unknown"
        }
    }
}

/// A release number such as `9.2.0`.
public struct ProductVersion: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    public var major: Int
    public var minor: Int
    public var patch: Int

    public init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads `9`, `9.2` or `9.2.0`; anything else is `nil`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...3).contains(parts.count), let major = parts[0] else { return nil }
        var numbers = [major]
        for part in parts.dropFirst() {
            guard let part, part >= 0 else { return nil }
            numbers.append(part)
        }
        self.init(major, numbers.count > 1 ? numbers[1] : 0, numbers.count > 2 ? numbers[2] : 0)
    }

    public var description: String { "\(major).\(minor).\(patch)" }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.major, lhs.minor, lhs.patch) < (rhs.major, rhs.minor, rhs.patch)
    }
}
