import Foundation

/// A paste as one run of bytes to search in: small letters, plain quotes, no escapes, single blanks.
///
/// Each byte knows where it came from, so that what was found can be shown as it was pasted.
struct FoldedText: Sendable {
    private(set) var bytes: [UInt8] = []
    /// For each byte the line it is from, and its offset there.
    private(set) var lines: [Int32] = []
    private(set) var offsets: [Int32] = []
    /// For each byte whether it was a capital letter.
    private(set) var capitals: [Bool] = []

    /// - Parameter joinsWrappedLines: Whether a word that a terminal broke at its edge is put together again.
    init(_ paste: Paste, joinsWrappedLines: Bool) {
        for (number, line) in paste.lines.enumerated() {
            let isContinued = joinsWrappedLines && line.bytes.count >= Self.widthOfWrapping
            fold(line.bytes, line: Int32(number))
            if !isContinued { append(UInt8(ascii: " "), line: Int32(number), offset: line.bytes.count) }
        }
    }

    /// Lines at least this long may have been broken by a terminal.
    fileprivate static let widthOfWrapping = 70

    private mutating func append(_ byte: UInt8, line: Int32, offset: Int, isCapital: Bool = false) {
        if byte == UInt8(ascii: " "), bytes.last == byte || bytes.isEmpty { return }
        bytes.append(byte)
        capitals.append(isCapital)
        lines.append(line)
        offsets.append(Int32(offset))
    }

    private mutating func fold(_ source: [UInt8], line: Int32) {
        var index = 0
        while index < source.count {
            let byte = source[index]
            // Most of a text is small letters and digits, which stand for themselves.
            if (0x61...0x7A).contains(byte) || (0x30...0x3A).contains(byte) || byte == 0x20 || byte == 0x2E {
                append(byte, line: line, offset: index)
                index += 1
                continue
            }
            if (0x41...0x5A).contains(byte) {
                append(byte + 32, line: line, offset: index, isCapital: true)
                index += 1
                continue
            }
            let (folded, length) = Self.fold(source, at: index)
            for byte in folded { append(byte, line: line, offset: index) }
            index += length
        }
    }

    /// What a character or escape stands for, and how many bytes it takes.
    private static func fold(_ source: [UInt8], at index: Int) -> (ArraySlice<UInt8>, Int) {
        let byte = source[index]
        switch byte {
        case UInt8(ascii: "\\"): return foldEscape(source, at: index)
        case UInt8(ascii: "&"): return foldEntity(source, at: index)
        case 0x00...0x1F, UInt8(ascii: "`"): return ([UInt8(ascii: " ")], 1)
        case 0xC2 where index + 1 < source.count && source[index + 1] == 0xA0: return ([UInt8(ascii: " ")], 2)
        // Capitals with accents, as in “Échec”.
        case 0xC3 where index + 1 < source.count && (0x80...0x9E).contains(source[index + 1]):
            return ([byte, source[index + 1] | 0x20], 2)
        case 0xE2 where index + 2 < source.count: return foldPunctuation(source, at: index)
        default: return (source[index...index], 1)
        }
    }

    private static func foldEscape(_ source: [UInt8], at index: Int) -> (ArraySlice<UInt8>, Int) {
        var end = index
        while end < source.count, source[end] == UInt8(ascii: "\\") { end += 1 }
        guard end < source.count else { return ([UInt8(ascii: " ")], end - index) }
        switch source[end] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"): return (source[end...end], end - index + 1)
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return ([UInt8(ascii: " ")], end - index + 1)
        case UInt8(ascii: "u") where end + 4 < source.count:
            let digits = String(decoding: source[(end + 1)...(end + 4)], as: UTF8.self)
            guard let code = UInt32(digits, radix: 16) else { break }
            let plain: UInt8 = code < 0x80 && code >= 0x20 ? UInt8(code) : UInt8(ascii: "'")
            if code < 0x80 || (0x2018...0x201F).contains(code) { return ([plain], end - index + 5) }
        default: break
        }
        return ([UInt8(ascii: "\\")], end - index)
    }

    private static let entities: [(name: [UInt8], byte: UInt8)] = [
        (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&#39;".utf8), UInt8(ascii: "'")),
        (Array("&apos;".utf8), UInt8(ascii: "'")), (Array("&lt;".utf8), UInt8(ascii: "<")),
        (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&amp;".utf8), UInt8(ascii: "&")),
        (Array("&nbsp;".utf8), UInt8(ascii: " ")), (Array("&#8211;".utf8), UInt8(ascii: "-")),
    ]

    private static func foldEntity(_ source: [UInt8], at index: Int) -> (ArraySlice<UInt8>, Int) {
        for entity in entities where source[index...].starts(with: entity.name) {
            return ([entity.byte], entity.name.count)
        }
        return (source[index...index], 1)
    }

    /// Quotes, dashes and the frames that some programs draw around errors.
    private static func foldPunctuation(_ source: [UInt8], at index: Int) -> (ArraySlice<UInt8>, Int) {
        let code = UInt16(source[index + 1]) << 8 | UInt16(source[index + 2])
        switch code {
        case 0x8098, 0x8099, 0x809A, 0x809B: return ([UInt8(ascii: "'")], 3)
        case 0x809C, 0x809D, 0x809E, 0x809F: return ([UInt8(ascii: "\"")], 3)
        case 0x8090...0x8095: return ([UInt8(ascii: "-")], 3)
        case 0x80A6: return (ArraySlice("...".utf8), 3)
        case 0x8080...0x808F, 0x80A8, 0x80A9, 0x80AF, 0x9480...0x95BF, 0x9680...0x969F: return ([UInt8(ascii: " ")], 3)
        default: return (source[index...(index + 2)], 3)
        }
    }
}

extension FoldedText {
    /// Whether these words stand anywhere in it.
    func holds(_ words: String) -> Bool {
        var words = words
        return words.withUTF8 { wanted in
            bytes.withUnsafeBytes { text in
                guard let first = wanted.first, let sought = wanted.baseAddress, let start = text.baseAddress else {
                    return false
                }
                // By the C library, as searches of collections are slow, and many readers ask this of each text.
                var offset = 0
                while offset + wanted.count <= text.count,
                    let found = memchr(start + offset, Int32(first), text.count - offset)
                {
                    offset = UnsafeRawPointer(found) - start
                    guard offset + wanted.count <= text.count else { return false }
                    if memcmp(start + offset, sought, wanted.count) == 0 { return true }
                    offset += 1
                }
                return false
            }
        }
    }
}

extension Paste {
    /// Whether a terminal may have broken some of its lines.
    var mayBeWrapped: Bool { lines.contains { $0.bytes.count >= FoldedText.widthOfWrapping } }
}
