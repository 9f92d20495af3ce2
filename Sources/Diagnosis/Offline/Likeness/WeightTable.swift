/// Learnt weights as a text in which a trait's row is found without reading the others.
///
/// The first line names the causes, `cause:weight cause:weight …`, with what any known trait says for each. Then follow the
/// traits' rows in the order of their bytes, divided by blanks or line breaks: `trait|` and codes of one character each: how
/// rare the trait is, then, for each cause for or against which it speaks, the step from the number of the cause before, and how
/// much.
package struct WeightTable: Sendable {
    private let text: String
    /// Every row by its trait's name, where so many texts are compared that reading all of them pays.
    private let kept: [String: Row]?

    package init(_ text: String, keepsRows: Bool = false) {
        self.text = text
        kept = keepsRows ? Self.all(in: text) : nil
    }

    /// A trait's row.
    struct Row: Sendable {
        var rarity: Double
        var weights: [(cause: Int, weight: Double)]
    }

    /// The causes with what any known trait says for each.
    var causes: [(name: String, weight: Double)] {
        (text.split(separator: "\n", maxSplits: 1).first ?? "").split(separator: " ").compactMap { entry in
            guard let colon = entry.lastIndex(of: ":"), let weight = Double(entry[entry.index(after: colon)...]) else {
                return nil
            }
            return (String(entry[..<colon]), weight)
        }
    }

    /// The rows of those traits, `nil` for one that is not known.
    func rows(of names: [String]) -> [Row?] {
        if let kept { return names.map { kept[$0] } }
        var text = text
        return text.withUTF8 { bytes in
            guard let start = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return names.map { _ in nil } }
            let rows = UnsafeBufferPointer(rebasing: bytes[(start + 1)...])
            return names.map { Self.row(Array($0.utf8), in: rows) }
        }
    }

    private static func all(in text: String) -> [String: Row] {
        var text = text
        return text.withUTF8 { bytes in
            var rows: [String: Row] = [:]
            guard var start = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return rows }
            start += 1
            while start < bytes.count {
                var mark = start
                while mark < bytes.count, bytes[mark] != Code.mark { mark += 1 }
                var end = mark
                while end < bytes.count, !isDivider(bytes[end]) { end += 1 }
                let name = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<mark]), as: UTF8.self)
                if mark < end { rows[name] = read(bytes, (mark + 1)..<end) }
                start = end + 1
            }
            return rows
        }
    }

    private static func isDivider(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

    private static func row(_ name: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Row? {
        var low = 0
        var high = text.count
        while low < high {
            var start = low + (high - low) / 2
            while start > low, !isDivider(text[start - 1]) { start -= 1 }
            // Byte by byte, since this is done some ten times for each trait, and slices are slow where they aren't compiled away.
            var place = 0
            while place < name.count, start + place < high, text[start + place] == name[place] { place += 1 }
            let next = start + place < high ? text[start + place] : Code.mark
            if place == name.count, next == Code.mark {
                var end = start + place
                while end < high, !isDivider(text[end]) { end += 1 }
                return read(text, min(start + place + 1, end)..<end)
            }
            // A name that ends stands before those that go on.
            if place < name.count, next == Code.mark || next < name[place] {
                var end = start + place
                while end < high, !isDivider(text[end]) { end += 1 }
                low = min(end + 1, high)
            } else {
                high = start
            }
        }
        return nil
    }

    private static func read(_ text: UnsafeBufferPointer<UInt8>, _ codes: Range<Int>) -> Row? {
        guard !codes.isEmpty else { return nil }
        var row = Row(rarity: Double(Code.value(text[codes.lowerBound])) * Code.rarityUnit, weights: [])
        var cause = 0
        var index = codes.lowerBound + 1
        while index + 1 < codes.upperBound {
            cause += Code.value(text[index])
            let weight = Code.value(text[index + 1]) - Code.none
            if weight != 0 { row.weights.append((cause, Double(weight) * Code.weightUnit)) }
            index += 2
        }
        return row
    }
}

extension WeightTable {
    /// The characters that stand for small numbers: those from `0` to `~`, without the backslash.
    enum Code {
        static let mark = UInt8(ascii: "|")
        static let rarityUnit = 0.1
        static let weightUnit = 0.05
        static let most = 77
        /// The number that stands for a weight of 0; those below it speak against.
        static let none = 38
        private static let first = UInt8(ascii: "0")
        private static let leftOut = UInt8(ascii: "\\")

        static func value(_ byte: UInt8) -> Int { Int(byte) - Int(first) - (byte > leftOut ? 1 : 0) }

        static func byte(_ value: Int) -> UInt8 {
            let byte = first + UInt8(min(max(value, 0), most))
            return byte >= leftOut ? byte + 1 : byte
        }
    }

    /// A row as it stands in a table; `nil` where nothing of it counts.
    package static func line(
        _ name: String, rarity: Double, weights: [(cause: Int, weight: Double)]
    ) -> String? {
        var codes = [Code.byte(Int((rarity / Code.rarityUnit).rounded()))]
        var last = 0
        for (cause, weight) in weights {
            let value = Int((weight / Code.weightUnit).rounded())
            guard value != 0 else { continue }
            while cause - last > Code.most {
                codes += [Code.byte(Code.most), Code.byte(Code.none)]
                last += Code.most
            }
            codes += [Code.byte(cause - last), Code.byte(Code.none + value)]
            last = cause
        }
        return codes.count > 1 ? "\(name)|\(String(decoding: codes, as: UTF8.self))" : nil
    }

    /// How rare a trait counts for, after it was written and read again.
    package static func asWritten(rarity: Double) -> Double {
        (rarity / Code.rarityUnit).rounded() * Code.rarityUnit
    }
}
