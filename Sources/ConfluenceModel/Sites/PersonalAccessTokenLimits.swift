/// What administrators of Data Center allow of the tokens that people make for themselves.
public struct PersonalAccessTokenLimits: Sendable, Hashable, Codable {
    /// How many living tokens an account may have.
    public var perUser: Int
    /// The longest life of a token in days; `nil` sets no limit.
    public var longestDays: Int?
    /// Whether a token may be made that never expires.
    public var allowsEndless: Bool

    /// What the product ships with: ten tokens, for at most a year or for ever.
    public init(perUser: Int = 10, longestDays: Int? = 365, allowsEndless: Bool = true) {
        self.perUser = perUser
        self.longestDays = longestDays
        self.allowsEndless = allowsEndless
    }
}
