/// A defect of a product that a scenario reproduces; once its steps no longer hold, the defect may be mended.
public struct KnownDefect: Sendable, Hashable {
    public var id: String
    /// The product that has it, as its driver names it: `elitea-sdk`.
    public var product: String?
    /// The version in which it was seen.
    public var seenIn: String?
    public var title: String
    /// What ought to happen.
    public var should: String?
    public var consequence: String?
    /// The place in the product's code, in words.
    public var cause: String?
    public var suggestion: String?

    public init(
        id: String,
        product: String? = nil,
        seenIn: String? = nil,
        title: String,
        should: String? = nil,
        consequence: String? = nil,
        cause: String? = nil,
        suggestion: String? = nil
    ) {
        self.id = id
        self.product = product
        self.seenIn = seenIn
        self.title = title
        self.should = should
        self.consequence = consequence
        self.cause = cause
        self.suggestion = suggestion
    }

    /// What a run says about a defect.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        case reproduced
        case perhapsMended = "perhaps-mended"
    }
}
