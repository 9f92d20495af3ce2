package import ConfluenceModel

/// Which spaces a listing names; a part that is `nil` does not narrow it.
package struct SpaceFilter: Sendable, Hashable {
    package var keys: [String]?
    /// Whether keys are compared without regard to case.
    package var keysIgnoreCase: Bool
    package var ids: [Int64]?
    package var kind: SpaceDefinition.Kind?
    /// What the spaces are used for: one of ``SpaceRecord/uses``.
    package var use: String?
    /// Labels of the space itself, of which it bears one at least.
    package var labels: [String]?
    /// Labels of which content of the space bears one at least.
    package var contentLabels: [String]?
    /// Only archived spaces, or only those that are not.
    package var isArchived: Bool?
    /// Only the favourites of the account of that row, or only what is none of its favourites.
    package var favourites: Favourites?
    package var order: Order
    package var isDescending: Bool

    package enum Order: String, Sendable, Hashable, CaseIterable {
        case key
        case id
        case name
    }

    package struct Favourites: Sendable, Hashable {
        package var accountID: Int64
        package var areWanted: Bool

        package init(of accountID: Int64, areWanted: Bool = true) {
            self.accountID = accountID
            self.areWanted = areWanted
        }
    }

    package init(
        keys: [String]? = nil,
        keysIgnoreCase: Bool = false,
        ids: [Int64]? = nil,
        kind: SpaceDefinition.Kind? = nil,
        isArchived: Bool? = nil,
        favourites: Favourites? = nil,
        order: Order = .key,
        isDescending: Bool = false
    ) {
        self.keys = keys
        self.keysIgnoreCase = keysIgnoreCase
        self.ids = ids
        self.kind = kind
        self.isArchived = isArchived
        self.favourites = favourites
        self.order = order
        self.isDescending = isDescending
    }
}
