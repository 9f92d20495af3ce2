/// Why a file can't be taken for a site's data.
package enum DataFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Another process serves the site that it holds.
    case inUse(String)
    /// It is no database, or one of another program.
    case foreign(String)
    /// A later release of this program wrote it.
    case newer(String)
    case damaged(String, because: String)
    /// It can't be opened or made where it is said to lie.
    case unreachable(String, because: String)
    case folder(String)
    /// It holds no site, and nothing says what it is to be filled with.
    case empty(String)
    /// What the site file says is not what the data says; the texts name each difference.
    case contradicted(String, [String])

    package var description: String {
        switch self {
        case .inUse(let path):
            "\(path): another process serves the site of this data file; end it first, or give another file"
        case .foreign(let path):
            "\(path): this is no data file of a simulated site; give another file, which will be made"
        case .newer(let path):
            "\(path): this data file was written by a later release; use that one, or give another file"
        case .damaged(let path, let words):
            "\(path): this data file is damaged (\(words)); restore it from a copy, or remove it to begin anew"
        case .unreachable(let path, let words):
            "\(path): the data file can't be opened (\(words)); check the folder and its permissions"
        case .folder(let path):
            "\(path): this is a folder; name the data file in it, which is made where there is none"
        case .empty(let path):
            "\(path): this data file holds no site yet; say what to fill it with"
        case .contradicted(let path, let differences):
            """
            \(path): the data was made from a site that differs in \(differences.joined(separator: "; ")); leave the \
            site file out to go on with the data, or give another data file
            """
        }
    }
}
