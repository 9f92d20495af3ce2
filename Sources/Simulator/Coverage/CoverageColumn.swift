public import ConfluenceModel

/// A dialect as the coverage table tells them apart; the raw values are part of the published JSON.
public enum CoverageColumn: String, Sendable, Hashable, CaseIterable {
    case cloudV1 = "cloud-v1"
    case cloudV2 = "cloud-v2"
    case dataCenter7 = "data-center-7.19"
    case dataCenter8 = "data-center-8.5"
    case dataCenter9 = "data-center-9.2"
    case dataCenter10 = "data-center-10.x"

    /// What people call it.
    public var title: String {
        switch self {
        case .cloudV1: "Cloud v1"
        case .cloudV2: "Cloud v2"
        case .dataCenter7: "DC 7.19"
        case .dataCenter8: "DC 8.5"
        case .dataCenter9: "DC 9.2"
        case .dataCenter10: "DC 10.x"
        }
    }

    /// The release that stands for the column; Cloud has none.
    public var release: ProductVersion? {
        switch self {
        case .cloudV1, .cloudV2: nil
        case .dataCenter7: ProductVersion(7, 19)
        case .dataCenter8: ProductVersion(8, 5)
        case .dataCenter9: ProductVersion(9, 2)
        case .dataCenter10: ProductVersion(10, 2)
        }
    }
}

/// How far a dialect's endpoint is simulated.
public enum CoverageState: Sendable, Hashable {
    case simulated
    /// With what the real endpoint does beyond it.
    case partly(String)
    /// Real Confluence has it, the simulator has not; with the reason where there is one.
    case not(String?)
    /// Real Confluence has no such endpoint there.
    case none
}
