/// Puts something of the same form in the place of each identifier: equal ones stay equal, and nothing else is told.
struct StandIns {
    private var numbers: [String: Int] = [:]

    /// The stand-in for a text that names a thing.
    mutating func text(for original: String, _ format: TextFormat) -> String {
        switch format {
        case .digits: return String(number(of: original))
        case .attachmentID: return "att\(number(of: String(original.dropFirst(3))))"
        case .uuid: return Self.uuid(number(of: original))
        case .accountID: return "712020:" + Self.uuid(number(of: original))
        case .userKey: return Self.padded(number(of: original), to: 32)
        case .other: return "name-\(number(of: original) - Self.first)"
        default: return format.example
        }
    }

    mutating func integer(for original: Int64) -> Int64 { Int64(number(of: String(original))) }

    /// Higher than what else may stand in an answer as a number.
    private static let first = 10_000

    private mutating func number(of original: String) -> Int {
        if let number = numbers[original] { return number }
        let number = Self.first + numbers.count + 1
        numbers[original] = number
        return number
    }

    private static func uuid(_ number: Int) -> String { "00000000-0000-4000-8000-" + padded(number, to: 12) }

    private static func padded(_ number: Int, to length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
}
