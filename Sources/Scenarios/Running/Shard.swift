/// One of several equal parts of a run, for machines that share the work: `2/4`.
package struct Shard: Sendable, Hashable, CustomStringConvertible {
    /// Counted from 1.
    package let index: Int
    package let count: Int

    /// `nil` where the text is no such part.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1, (1...count).contains(index)
        else { return nil }
        self.index = index
        self.count = count
    }

    package var description: String { "\(index)/\(count)" }

    /// The part's share of units that were put in an order which every machine finds alike: each `count`th one.
    ///
    /// Neighbours by name are often of one kind and take equally long, so dealing them out keeps the parts balanced.
    func share<Element>(of sorted: [Element]) -> [Element] {
        sorted.enumerated().filter { $0.offset % count == index - 1 }.map(\.element)
    }
}
