import CQL
import Foundation

/// Reads the dates of a query, in the time zone of whoever asks: `"2026-01-31"`, `"2026/01/31 14:30"`, `now("-4w")`, `startOfDay()`.
struct DateReader {
    private let now: Date
    private let calendar: Calendar

    /// - Parameter zone: The name of the asking account's time zone; the site's, UTC, where it has none.
    init(now: Date, zone: String? = nil) {
        self.now = now
        var zoned = Self.siteCalendar
        if let zone = zone.flatMap({ TimeZone(identifier: $0) }) { zoned.timeZone = zone }
        calendar = zoned
    }

    private static let siteCalendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        calendar.locale = Locale(identifier: "en_US_POSIX")
        calendar.firstWeekday = 1
        return calendar
    }()

    /// The time that the value covers: a day, a minute, or the instant that a function gives.
    func read(_ clause: CQLClause) throws(CQLSearchError) -> Range<Date> {
        switch clause.value {
        case .text(let text, _):
            guard let range = self.range(text) else { throw unsupported(text, clause) }
            return range
        case .function(let name, let arguments): return try call(name, arguments, clause)
        case .list: throw unsupported("a list", clause)
        }
    }

    private func unsupported(_ value: String, _ clause: CQLClause) -> CQLSearchError {
        .unsupportedValue(
            field: clause.field, value: value, position: clause.position,
            expected: ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm"])
    }

    // MARK: Written dates

    private func range(_ text: String) -> Range<Date>? {
        let halves = text.split(separator: " ", omittingEmptySubsequences: false)
        guard halves.count <= 2, let day = halves.first else { return nil }
        let separator: Character = day.contains("/") ? "/" : "-"
        guard let date = Self.numbers(day, separator, [4, 2, 2]) else { return nil }
        let time = halves.count == 2 ? Self.numbers(halves[1], ":", [2, 2]) : [0, 0]
        guard let time, time[0] < 24, time[1] < 60 else { return nil }
        let parts = DateComponents(year: date[0], month: date[1], day: date[2], hour: time[0], minute: time[1])
        guard let start = calendar.date(from: parts),
            calendar.dateComponents([.month, .day], from: start) == DateComponents(month: date[1], day: date[2])
        else { return nil }
        if halves.count == 2 { return start..<start.addingTimeInterval(60) }
        // A day on which the clocks are put back or forward has more or fewer hours.
        return calendar.date(byAdding: .day, value: 1, to: start).map { start..<$0 }
    }

    /// Whole numbers of at most so many digits each, one at least.
    private static func numbers(_ text: Substring, _ separator: Character, _ digits: [Int]) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == digits.count else { return nil }
        var numbers: [Int] = []
        for (part, most) in zip(parts, digits) {
            guard (1...most).contains(part.count), part.allSatisfy(\.isASCII), let number = Int(part), number >= 0
            else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    // MARK: Functions

    private func call(_ name: String, _ arguments: [String], _ clause: CQLClause) throws(CQLSearchError) -> Range<Date>
    {
        let key = name.lowercased()
        let units: [String: Calendar.Component] = [
            "day": .day, "week": .weekOfYear, "month": .month, "year": .year,
        ]
        var moment = now
        if key != "now" {
            let isStart = key.hasPrefix("startof")
            guard isStart || key.hasPrefix("endof"), let unit = units[String(key.dropFirst(isStart ? 7 : 5))],
                let interval = calendar.dateInterval(of: unit, for: now)
            else { throw .unknownFunction(name: name, position: clause.position) }
            moment = isStart ? interval.start : interval.end.addingTimeInterval(-0.001)
        }
        if let increment = arguments.first {
            guard let moved = adding(increment, to: moment) else { throw unsupported(increment, clause) }
            moment = moved
        }
        return moment..<moment.addingTimeInterval(0.001)
    }

    /// An increment is a signed number and a unit: `-4w`, `+1M`, `30m`.
    private func adding(_ increment: String, to date: Date) -> Date? {
        let units: [Character: Calendar.Component] = [
            "y": .year, "M": .month, "w": .weekOfYear, "d": .day, "h": .hour, "m": .minute,
        ]
        guard let last = increment.last, let unit = units[last], let number = Int(increment.dropLast()),
            number.magnitude < 1_000_000
        else { return nil }
        return calendar.date(byAdding: unit, value: number, to: date)
    }
}
