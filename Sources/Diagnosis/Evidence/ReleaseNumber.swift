/// A release of Data Center by its first two numbers, as its manifest names it.
package struct ReleaseNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
    private let major: Int
    private let minor: Int

    init(_ major: Int, _ minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// `nil` where a text begins with no two numbers.
    init?(_ text: String) {
        let numbers = text.split(separator: ".").prefix(2).compactMap { Int($0.prefix { $0.isNumber }) }
        guard numbers.count == 2, numbers[0] > 0 else { return nil }
        self.init(numbers[0], numbers[1])
    }

    package var description: String { "\(major).\(minor)" }

    package static func < (one: Self, other: Self) -> Bool {
        (one.major, one.minor) < (other.major, other.minor)
    }

    /// What came with a later release than the first.
    ///
    /// Source: the notes of Confluence 5.5, 5.7 and 7.9.
    package enum Part: Sendable, Hashable, CaseIterable {
        case api
        case search
        case tokens

        var since: ReleaseNumber {
            switch self {
            case .api: ReleaseNumber(5, 5)
            case .search: ReleaseNumber(5, 7)
            case .tokens: ReleaseNumber(7, 9)
            }
        }

        var title: String {
            switch self {
            case .api: "REST API for content"
            case .search: "search by CQL"
            case .tokens: "personal access tokens"
            }
        }
    }
}
