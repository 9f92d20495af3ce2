/// Why a file can't be taken for a history of runs.
package enum RunHistoryError: Error, Sendable, Hashable, CustomStringConvertible {
    case missing(String)
    /// It is no database, or one of another program.
    case foreign(String)
    /// A later release of this program wrote it.
    case newer(String)
    case damaged(String, because: String)
    case unreachable(String, because: String)

    package var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no such history; “run --history \(path)” makes one"
        case .foreign(let path):
            "\(path): this is no history of runs; give another file, which will be made"
        case .newer(let path):
            "\(path): this history was written by a later release; use that one, or give another file"
        case .damaged(let path, let words):
            "\(path): this history is damaged (\(words)); restore it from a copy, or remove it to begin anew"
        case .unreachable(let path, let words):
            "\(path): the history can't be opened (\(words)); check the folder and its permissions"
        }
    }
}
