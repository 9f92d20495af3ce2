package import Foundation

/// Values that site files and scenarios share.
extension DocumentNode {
    /// A content id, written as a number or in quotes.
    package func contentID() throws(DocumentError) -> Int64 {
        guard let id = Int64(try text()), id > 0 else { throw error("the number of a page is expected") }
        return id
    }

    /// A length of time: a number of seconds, or a text such as `90 days`, `2 h`, `15 min`, `30 s`.
    package func seconds() throws(DocumentError) -> Int {
        let words = try text().split(whereSeparator: { $0 == " " }).map(String.init)
        let units = [
            "s": 1, "seconds": 1, "second": 1, "min": 60, "minutes": 60, "minute": 60, "h": 3600, "hours": 3600,
            "hour": 3600, "d": 86400, "days": 86400, "day": 86400,
        ]
        guard let first = words.first, let number = Int(first), number >= 0, words.count <= 2 else {
            throw error("a length of time is expected, such as “90 days” or a number of seconds")
        }
        guard words.count == 2 else { return number }
        guard let unit = units[words[1]] else {
            throw error(DocumentNode.unknown("unit of time", words[1], among: ["s", "min", "h", "days"]))
        }
        let (seconds, overflows) = number.multipliedReportingOverflow(by: unit)
        guard !overflows else { throw error("this is too long a time") }
        return seconds
    }

    /// A length of time below a second too: `250 ms`, or as ``seconds()`` has it.
    package func milliseconds() throws(DocumentError) -> Int {
        let words = try text().split(separator: " ")
        if words.count == 2, words[1] == "ms", let number = Int(words[0]), number >= 0 { return number }
        let (milliseconds, overflows) = try seconds().multipliedReportingOverflow(by: 1000)
        guard !overflows else { throw error("this is too long a time") }
        return milliseconds
    }

    /// A whole number within bounds.
    package func count(_ range: ClosedRange<Int>) throws(DocumentError) -> Int {
        guard let number = Int(exactly: try integer()), range.contains(number) else {
            let words =
                range.upperBound == Int.max
                ? "from \(range.lowerBound) on" : "from \(range.lowerBound) to \(range.upperBound)"
            throw error("a number \(words) is expected")
        }
        return number
    }

    /// A number from 0 to 1.
    package func share() throws(DocumentError) -> Double {
        let number: Double =
            switch content {
            case .number(let value): value
            default: Double(try integer())
            }
        guard (0...1).contains(number) else { throw error("a number from 0 to 1 is expected") }
        return number
    }

    /// A moment in time as ISO 8601 has it, such as `2026-01-31T09:00:00Z`.
    package func instant() throws(DocumentError) -> Date {
        let text = try text()
        guard let date = try? Date(text, strategy: .iso8601) else {
            throw error("a moment such as 2026-01-31T09:00:00Z is expected")
        }
        return date
    }
}
