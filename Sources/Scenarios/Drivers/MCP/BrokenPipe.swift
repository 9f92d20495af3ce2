import Foundation

/// Lets a write to a process that has ended be an error, where the system's default is to end us too.
enum BrokenPipe {
    /// The disposition belongs to the whole process, so it is set once; started processes get the default again.
    private static let isError: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return true
    }()

    /// To be called before the first write to another process.
    static func becomesError() {
        _ = isError
    }
}
