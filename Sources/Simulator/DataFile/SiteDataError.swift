import ConfluenceStore

/// Why a site can't live in a data file.
public struct SiteDataError: Error, Sendable, CustomStringConvertible {
    /// Whether all would be well, did another process not have the file.
    public let isInUse: Bool
    /// Whether the file holds no site and nothing was given to fill it with.
    public let isEmpty: Bool
    public let description: String

    init(_ error: DataFileError) {
        if case .inUse = error { isInUse = true } else { isInUse = false }
        if case .empty = error { isEmpty = true } else { isEmpty = false }
        description = error.description
    }
}
