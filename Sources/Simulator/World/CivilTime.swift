import ConfluenceModel

import struct Foundation.Date

/// A moment as a calendar and a clock show it, in UTC.
///
/// Worked out here, since every answer carries such moments and a calendar of the system takes longer than the rest.
struct CivilTime: Sendable, Hashable {
    let year: Int
    /// 1 to 12.
    let month: Int
    let day: Int
    /// 0 is Sunday.
    let weekday: Int
    let hour: Int
    let minute: Int
    let second: Int
    let millisecond: Int

    /// The day of a moment as addresses of blog posts have it, `2026/01/31`.
    static func day(of date: Date) -> String {
        let time = CivilTime(milliseconds: date.millisecondsSince1970)
        return "\(time.year)/\(time.month < 10 ? "0" : "")\(time.month)/\(time.day < 10 ? "0" : "")\(time.day)"
    }

    /// Hour, minute and second, as every form of a moment has them: `08:49:37`.
    fileprivate func appendClock(to text: inout [UInt8]) {
        hour.appendDigits(2, to: &text)
        text.append(UInt8(ascii: ":"))
        minute.appendDigits(2, to: &text)
        text.append(UInt8(ascii: ":"))
        second.appendDigits(2, to: &text)
    }

    /// - Parameter milliseconds: Since 1970.
    init(milliseconds: Int64) {
        let days = milliseconds.flooredQuotient(86_400_000)
        let rest = Int(milliseconds - days * 86_400_000)
        hour = rest / 3_600_000
        minute = rest / 60_000 % 60
        second = rest / 1000 % 60
        millisecond = rest % 1000
        weekday = Int((days + 4) - (days + 4).flooredQuotient(7) * 7)

        // Counted in years from March, so that a leap day is a year's last: Hinnant's "days from civil", backwards.
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
        year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    }

    init(_ date: Date) {
        self.init(milliseconds: Int64((Self.bounded(date) * 1000).rounded()))
    }

    /// The second as a clock shows it that has no smaller parts.
    init(secondOf date: Date) {
        self.init(milliseconds: Int64(Self.bounded(date).rounded(.down)) * 1000)
    }

    /// The moment at which a day begins that is written `2026-01-31`; `nil` for what is written otherwise.
    static func start(ofDay text: String) -> Date? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        // Hinnant's "days from civil", forwards.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.flooredQuotient(400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Date(timeIntervalSince1970: Double(era * 146_097 + dayOfEra - 719_468) * 86_400)
    }

    /// A clock may be turned as far as one likes; years are written with four digits.
    private static func bounded(_ date: Date) -> Double {
        min(max(date.timeIntervalSince1970, -62_167_219_200), 253_402_300_799)
    }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Int {
    /// Adds the number's last digits, as many as are asked for, with zeros before it where it has fewer.
    fileprivate func appendDigits(_ count: Int, to text: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<count { divisor *= 10 }
        while divisor > 0 {
            text.append(UInt8(ascii: "0") + UInt8(self / divisor % 10))
            divisor /= 10
        }
    }
}

/// Moments as Confluence writes them: ISO 8601 with milliseconds, in UTC.
enum Instants {
    static func text(_ date: Date) -> String {
        let time = CivilTime(date)
        var text = start(time)
        text.append(UInt8(ascii: "."))
        time.millisecond.appendDigits(3, to: &text)
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }

    /// The same without milliseconds.
    static func seconds(_ date: Date) -> String {
        var text = start(CivilTime(secondOf: date))
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }

    /// Up to the seconds.
    private static func start(_ time: CivilTime) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(24)
        time.year.appendDigits(4, to: &text)
        text.append(UInt8(ascii: "-"))
        time.month.appendDigits(2, to: &text)
        text.append(UInt8(ascii: "-"))
        time.day.appendDigits(2, to: &text)
        text.append(UInt8(ascii: "T"))
        time.appendClock(to: &text)
        return text
    }
}

/// A moment as HTTP headers have it: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func text(_ date: Date) -> String {
        let time = CivilTime(secondOf: date)
        var text: [UInt8] = []
        text.reserveCapacity(29)
        text.append(contentsOf: days[time.weekday].utf8)
        text.append(contentsOf: ", ".utf8)
        time.day.appendDigits(2, to: &text)
        text.append(UInt8(ascii: " "))
        text.append(contentsOf: months[time.month - 1].utf8)
        text.append(UInt8(ascii: " "))
        time.year.appendDigits(4, to: &text)
        text.append(UInt8(ascii: " "))
        time.appendClock(to: &text)
        text.append(contentsOf: " GMT".utf8)
        return String(decoding: text, as: UTF8.self)
    }
}
