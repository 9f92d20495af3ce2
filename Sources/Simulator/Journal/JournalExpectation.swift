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
                JournalVerdict.Missing(
                    call: wanted[index], nearest: Self.nearest(to: wanted[index], among: unexpected, context: context))
            },
            unexpected: allowsOthers ? [] : unexpected,
            misplaced: misplaced
        )
    }

    /// The exchange that probably was meant to be the call: with its method and path, with its path, or one word off.
    private static func nearest(
        to call: ExpectedCall,
        among entries: [JournalEntry],
        context: String
    ) -> JournalEntry? {
        if let entry = entries.first(where: { call.asksFor($0, context: context) })
            ?? entries.first(where: { call.isTo($0, context: context) })
        {
            return entry
        }
        let template = PathTemplate(stringLiteral: call.path)
        let candidates = entries.map { entry in
            let below = entry.path.hasPrefix(context) ? entry.path.dropFirst(context.count) : entry.path[...]
            return (entry: entry, distance: template.distance(to: below.split(separator: "/").map(String.init)))
        }
        guard let best = candidates.min(by: { $0.distance < $1.distance }), best.distance <= 1 else { return nil }
        return best.entry
    }
}
