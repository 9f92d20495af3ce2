/// The bytes of a text that somebody saved, in whichever form of Unicode: Windows' programs like UTF-16.
package enum UnicodeBytes {
    /// The text as UTF-8 without a byte order mark; UTF-16 is recognised by its mark or by its zeros.
    package static func utf8(_ bytes: [UInt8]) -> (text: [UInt8], wasUTF16: Bool) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (Array(bytes.dropFirst(3)), false) }
        guard let order = byteOrder(bytes) else { return (bytes, false) }
        let start = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = start
        while index + 1 < bytes.count {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            units.append(order == .little ? second << 8 | first : first << 8 | second)
            index += 2
        }
        return (Array(String(decoding: units, as: UTF16.self).utf8), true)
    }

    package enum ByteOrder: Sendable {
        case little
        case big
    }

    /// The order of UTF-16's units; `nil` for what is not UTF-16.
    package static func byteOrder(_ bytes: [UInt8]) -> ByteOrder? {
        if bytes.starts(with: [0xFF, 0xFE]) { return .little }
        if bytes.starts(with: [0xFE, 0xFF]) { return .big }
        let sample = bytes.prefix(512)
        guard sample.count >= 8 else { return nil }
        let zeros = sample.enumerated().reduce(into: (even: 0, odd: 0)) { count, element in
            guard element.element == 0 else { return }
            if element.offset.isMultiple(of: 2) { count.even += 1 } else { count.odd += 1 }
        }
        if zeros.odd * 3 > sample.count, zeros.even == 0 { return .little }
        if zeros.even * 3 > sample.count, zeros.odd == 0 { return .big }
        return nil
    }
}
