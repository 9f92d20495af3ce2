import ConfluenceModel

extension SplitMix64 {
    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
    /// Whether one of so many falls.
    mutating func one(in count: Int) -> Bool { below(count) == 0 }
    mutating func one<T>(of elements: [T]) -> T { elements[below(elements.count)] }
}
