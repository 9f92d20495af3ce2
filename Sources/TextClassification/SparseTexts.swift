/// Texts as vectors of which most places are empty, each of length one.
package struct SparseTexts: Sendable {
    /// How many places a vector has.
    package let width: Int
    /// Where each text's entries begin, and behind the last text where they end.
    private(set) var starts: [Int] = [0]
    private(set) var places: [Int] = []
    private(set) var amounts: [Double] = []

    package init(width: Int) {
        self.width = width
    }

    /// - Parameter entries: Each with another place from 0 to `width` - 1.
    package mutating func append(_ entries: [(place: Int, amount: Double)]) {
        let length = entries.reduce(0) { $0 + $1.amount * $1.amount }.squareRoot()
        for entry in entries {
            places.append(entry.place)
            amounts.append(length > 0 ? entry.amount / length : 0)
        }
        starts.append(places.count)
    }
}
