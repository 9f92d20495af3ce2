/// A point on a request's road through the pipeline.
///
/// Whoever measures what stages cost is told of each as it is passed; the answer is the same with and without.
public enum Milestone: Sendable, Hashable {
    case reached(JournalEntry.Stage)
    /// Authorisation looks for what the call is about, as a site without permissions would have to.
    case finding
    case found
}
