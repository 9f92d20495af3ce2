/// How many there may be: just so many, or a number within bounds.
package struct CountBounds: Sendable, Hashable, CustomStringConvertible {
    package var atLeast: Int?
    package var atMost: Int?

    package init(atLeast: Int? = nil, atMost: Int? = nil) {
        self.atLeast = atLeast
        self.atMost = atMost
    }

    package static func exactly(_ count: Int) -> CountBounds { CountBounds(atLeast: count, atMost: count) }

    package func contains(_ count: Int) -> Bool { count >= (atLeast ?? 0) && count <= (atMost ?? .max) }

    package var description: String {
        switch (atLeast, atMost) {
        case (let least?, let most?) where least == most: "\(least)"
        case (let least?, let most?): "\(least) to \(most)"
        case (let least?, nil): "at least \(least)"
        case (nil, let most?): "at most \(most)"
        case (nil, nil): "any number"
        }
    }
}
