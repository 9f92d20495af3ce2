import ConfluenceModel

extension SplitMix64 {
    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
    /// Whether one of so many falls.
    mutating func one(in count: Int) -> Bool { below(count) == 0 }
    mutating func some<T>(of elements: [T], atMost count: Int) -> [T] {
        Array(elements.shuffled(using: &self).prefix(below(count + 1)))
    }
}
