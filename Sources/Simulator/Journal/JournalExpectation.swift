/// What somebody expects of a journal: exactly these calls were made, or at least these.
public struct JournalExpectation: Sendable, Hashable {
    public var calls: [ExpectedCall]
    /// Whether the calls must have been made in this order.
    public var inOrder: Bool
    /// Whether other calls may have been made as well.
    public var allowsOthers: Bool

    /// More calls than a journal usually holds are not compared.
    public static let limit = 2000

    public init(_ calls: [ExpectedCall], inOrder: Bool = false, allowsOthers: Bool = false) {
        self.calls = calls
        self.inOrder = inOrder
        self.allowsOthers = allowsOthers
    }

    /// Compares the expectation with exchanges.
    ///
    /// - Parameter context: The site's context path, below which expected paths may begin.
    public func verdict(on entries: [JournalEntry], context: String = "") -> JournalVerdict {
        let wanted = calls.flatMap { Array(repeating: $0, count: max(0, min($0.count, Self.limit))) }.prefix(Self.limit)
        let fits = CallMatching.Fits(
            wanted.map { call in entries.map { call.fits($0, context: context) } })
        let pairs = inOrder ? CallMatching.inOrder(fits) : CallMatching.anyOrder(fits)
        var missing: [Int] = []
        var others = Set(entries.indices).subtracting(pairs.values)
        var misplaced: [JournalVerdict.Misplaced] = []
        for index in wanted.indices where pairs[index] == nil {
            guard inOrder, let place = entries.indices.first(where: { others.contains($0) && fits[index, $0] }) else {
                missing.append(index)
                continue
            }
            others.remove(place)
            misplaced.append(JournalVerdict.Misplaced(call: wanted[index], entry: entries[place]))
        }
        let unexpected = others.sorted().map { entries[$0] }
        return JournalVerdict(
            made: pairs.count,
            expected: wanted.count,
            missing: missing.map { index in
                let nearest = unexpected.first { wanted[index].asksFor($0, context: context) }
                return JournalVerdict.Missing(call: wanted[index], nearest: nearest)
            },
            unexpected: allowsOthers ? [] : unexpected,
            misplaced: misplaced
        )
    }
}
