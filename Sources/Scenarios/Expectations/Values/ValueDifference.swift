import ConfluenceWire

/// Where two values differ, place by place.
enum ValueDifference {
    /// More places than these would hide the first.
    private static let most = 5

    /// Each place where a value is not as expected, in words; empty where the two mean the same.
    static func places(_ found: JSON, expected: JSON, at place: String = "") -> [String] {
        guard !found.means(expected) else { return [] }
        switch (found, expected) {
        case (.object(let mine), .object(let theirs)):
            let missing = theirs.filter { mine[$0.key] == nil }.map { "\(named(join(place, $0.key))) is missing" }
            let different = theirs.flatMap { member in
                mine[member.key].map { places($0, expected: member.value, at: join(place, member.key)) } ?? []
            }
            let additional = mine.filter { theirs[$0.key] == nil }.map { member in
                "\(named(join(place, member.key))) is \(member.value.briefText), and should not be there"
            }
            return missing + different + additional
        case (.array(let mine), .array(let theirs)):
            let different = zip(mine, theirs).enumerated().flatMap { index, pair in
                places(pair.0, expected: pair.1, at: "\(place)[\(index)]")
            }
            guard mine.count != theirs.count else { return different }
            return ["\(named(place)) has \(count(mine.count)), expected \(theirs.count)"] + different
        case (.string(let mine), .string(let theirs)) where mine.count > 80 || theirs.count > 80 || mine.contains("\n"):
            return ["\(named(place)) differs: \(TextDifference.words(found: mine, expected: theirs))"]
        default:
            return ["\(named(place)) is \(found.briefText), expected \(expected.briefText)"]
        }
    }

    /// The first differences as one sentence.
    static func sentence(_ found: JSON, expected: JSON, at place: String = "") -> String {
        let places = places(found, expected: expected, at: place)
        let rest = places.count > most ? ["and \(places.count - most) more differences"] : []
        return (places.prefix(most) + rest).joined(separator: "; ")
    }

    private static func named(_ place: String) -> String { place.isEmpty ? "the value" : place }

    private static func join(_ place: String, _ key: String) -> String {
        let isPlain = key.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) }
        guard isPlain else { return "\(place)['\(key)']" }
        return place.isEmpty ? key : "\(place).\(key)"
    }

    private static func count(_ count: Int) -> String { count == 1 ? "1 element" : "\(count) elements" }
}
