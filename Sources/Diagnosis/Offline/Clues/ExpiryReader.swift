import ConfluenceModel

/// Compares the days that a text names: a token whose time ended before the failure, or that was made a year before it.
enum ExpiryReader {
    private struct Day {
        var year: Int
        var ofYear: Int
        var range: Range<Int>

        var number: Int { year * 366 + ofYear }
    }

    private static let day = Pattern(/(?:^|[^0-9])(20[12]\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)/)
    private static let ends = [
        "expir", "valid until", "valid to", "valid till", "ends on", "gültig bis", "läuft ab", "ablauf",
        "valable jusqu",
        "válido hasta", "valid_until", "not after",
    ]
    private static let made = ["created", "made", "issued", "erstellt", "angelegt", "créé", "creado"]
    private static let secrets = ["token", "pat ", "api key", "api_key", "jeton", "credential"]
    private static let reach = 40
    private static let reachOfSecret = 120

    static func clue(in text: FoldedText) -> Clue? {
        guard text.holds("-0") || text.holds("-1"), secrets.contains(where: text.holds) else { return nil }
        let days = days(in: text)
        guard days.count > 1 else { return nil }
        for day in days where isOfSecret(day, text) {
            let before = words(before: day, reach, text)
            let others = days.filter { $0.range != day.range }
            if ends.contains(where: before.contains), others.contains(where: { $0.number > day.number }) {
                return clue(day, "a token's time is said to end before other days that the text names")
            }
            if made.contains(where: before.contains), others.contains(where: { isYearLater($0, than: day) }) {
                return clue(day, "a token was made a year before; tokens last no longer")
            }
        }
        return nil
    }

    private static func isYearLater(_ other: Day, than day: Day) -> Bool {
        other.year == day.year + 1 && abs(other.ofYear - day.ofYear) <= 3
    }

    private static func days(in text: FoldedText) -> [Day] {
        let words = String(decoding: text.bytes, as: UTF8.self)
        return day.all(in: words) { match in
            (match.1.startIndex..<match.3.endIndex, Int(match.1) ?? 0, Int(match.2) ?? 0, Int(match.3) ?? 0)
        }
        .prefix(mostDays)
        .map { place, year, month, day in
            let start = words.utf8.distance(from: words.startIndex, to: place.lowerBound)
            return Day(year: year, ofYear: month * 31 + day, range: start..<(start + 10))
        }
    }

    private static let mostDays = 60

    private static func words(before day: Day, _ reach: Int, _ text: FoldedText) -> String {
        String(
            decoding: text.bytes[max(0, day.range.lowerBound - reach)..<day.range.lowerBound], as: UTF8.self)
    }

    private static func isOfSecret(_ day: Day, _ text: FoldedText) -> Bool {
        let before = words(before: day, reachOfSecret, text)
        return secrets.contains(where: before.contains) && !before.contains("certificate")
    }

    private static func clue(_ day: Day, _ meaning: String) -> Clue {
        Clue(
            name: "time-over", strength: .strong, shares: [.tokenExpired: 0.92, .tokenRevoked: 0.08], meaning: meaning,
            range: day.range, isStatus: false, trust: 1)
    }
}
