extension JSON {
    /// Whether two values are the same to a person: the order of keys and the way a number is written don't count.
    package func means(_ other: JSON) -> Bool {
        switch (self, other) {
        case (.array(let mine), .array(let theirs)):
            mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.means($1) }
        case (.object(let mine), .object(let theirs)):
            mine.count == theirs.count
                && mine.allSatisfy { member in theirs[member.key].map { member.value.means($0) } == true }
        case (.integer, .number), (.number, .integer): doubleValue == other.doubleValue
        default: self == other
        }
    }
}
