public import ConfluenceWire
public import Simulator

/// What tests ask of a journal.
extension [JournalEntry] {
    /// The exchanges with a path below the context, whatever its query.
    public func to(_ path: String, _ method: Request.Method = .get) -> [JournalEntry] {
        filter { entry in
            entry.method == method.rawValue && entry.target.prefix { $0 != "?" }.hasSuffix(path)
        }
    }

    /// The decisions of the stage, in order.
    public func decisions(of stage: JournalEntry.Stage) -> [String] {
        filter { $0.stage == stage }.map(\.decision)
    }
}
