extension SplitMix64 {
    package mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    /// Whether one of so many falls.
    package mutating func one(in count: Int) -> Bool { below(count) == 0 }

    package mutating func one<T>(of elements: [T]) -> T { elements[below(elements.count)] }

    package mutating func some<T>(of elements: [T], atMost count: Int) -> [T] {
        Array(elements.shuffled(using: &self).prefix(below(count + 1)))
    }
}
