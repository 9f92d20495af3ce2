/// The part of Confluence's API that a law speaks of, or that a request went to.
public enum SiteAPI: String, Sendable, Hashable, CaseIterable, Comparable {
    case cloudV1 = "cloud-v1"
    case cloudV2 = "cloud-v2"
    case dataCenter = "data-center"

    /// What people call it.
    public var title: String {
        switch self {
        case .cloudV1: "Cloud v1"
        case .cloudV2: "Cloud v2"
        case .dataCenter: "Data Center"
        }
    }

    /// The kind of site that has it.
    public var deployment: DeploymentKind {
        switch self {
        case .cloudV1, .cloudV2: .cloud
        case .dataCenter: .dataCenter
        }
    }

    /// The part of a site's API that a path below the site's address belongs to; `nil` where it is not Confluence.
    public init?(path: String, of deployment: DeploymentKind) {
        switch deployment {
        case .dataCenter: self = .dataCenter
        case .cloud: self = path.hasPrefix("/api/v2/") || path == "/api/v2" ? .cloudV2 : .cloudV1
        case .other, .unknown: return nil
        }
    }

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
