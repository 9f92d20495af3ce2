/// Unpacks the DEFLATE format (RFC 1951), up to a limit.
struct Inflate {
    /// The data is none of the format.
    struct Broken: Error {}

    private let input: [UInt8]
    private let limit: Int
    private var position: Int
    private var bits: UInt32 = 0
    private var bitCount = 0
    private var output: [UInt8] = []

    /// - Returns: What was unpacked; no more than the limit, and what there is of data that ends too early.
    static func unpack(_ input: [UInt8], from start: Int, limit: Int) throws(Broken) -> [UInt8] {
        var inflate = Inflate(input: input, limit: limit, position: start)
        while inflate.output.count < limit {
            guard let isLast = inflate.take(1), let kind = inflate.take(2) else { break }
            let isWhole =
                switch kind {
                case 0: try inflate.stored()
                case 1: try inflate.block(literals: fixedLiterals, distances: fixedDistances)
                case 2: try inflate.dynamicBlock()
                default: throw Broken()
                }
            if isLast == 1 || !isWhole { break }
        }
        return inflate.output
    }

    private init(input: [UInt8], limit: Int, position: Int) {
        self.input = input
        self.limit = limit
        self.position = position
    }

    /// The next bits, the lowest first; `nil` where the data has ended.
    private mutating func take(_ count: Int) -> Int? {
        while bitCount < count {
            guard position < input.count else { return nil }
            bits |= UInt32(input[position]) << bitCount
            position += 1
            bitCount += 8
        }
        let value = Int(bits & (1 << UInt32(count) - 1))
        bits >>= UInt32(count)
        bitCount -= count
        return value
    }

    // MARK: Blocks; each answers whether it was there to its end

    private mutating func stored() throws(Broken) -> Bool {
        bits = 0
        bitCount = 0
        guard let length = take(16), let check = take(16) else { return false }
        guard length == ~check & 0xFFFF else { throw Broken() }
        let end = min(position + length, input.count)
        output += input[position..<end].prefix(limit - output.count)
        position = end
        return output.count < limit
    }

    private mutating func dynamicBlock() throws(Broken) -> Bool {
        guard let literalCount = take(5), let distanceCount = take(5), let lengthCount = take(4) else { return false }
        var lengths = [Int](repeating: 0, count: 19)
        for index in 0..<lengthCount + 4 {
            guard let length = take(3) else { return false }
            lengths[Self.order[index]] = length
        }
        let code = Code(lengths)
        let total = literalCount + 257 + distanceCount + 1
        var all: [Int] = []
        while all.count < total {
            guard let symbol = try symbol(code) else { return false }
            switch symbol {
            case 0...15: all.append(symbol)
            case 16:
                guard let more = take(2), let last = all.last else { throw Broken() }
                all += repeatElement(last, count: more + 3)
            case 17:
                guard let more = take(3) else { return false }
                all += repeatElement(0, count: more + 3)
            default:
                guard let more = take(7) else { return false }
                all += repeatElement(0, count: more + 11)
            }
        }
        guard all.count == total else { throw Broken() }
        return try block(
            literals: Code(Array(all[..<(literalCount + 257)])), distances: Code(Array(all[(literalCount + 257)...])))
    }

    private mutating func block(literals: Code, distances: Code) throws(Broken) -> Bool {
        while output.count < limit {
            guard let symbol = try symbol(literals) else { return false }
            if symbol < 256 {
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return true }
            guard symbol < 286, let extra = take(Self.lengthBits[symbol - 257]), let far = try self.symbol(distances)
            else { return false }
            guard far < 30, let more = take(Self.distanceBits[far]) else { throw Broken() }
            let distance = Self.distanceBases[far] + more
            guard distance <= output.count else { throw Broken() }
            for _ in 0..<min(Self.lengthBases[symbol - 257] + extra, limit - output.count) {
                output.append(output[output.count - distance])
            }
        }
        return false
    }

    // MARK: Codes

    /// A Huffman code: how many words of each length there are, and the symbols in the order of their words.
    private struct Code {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int]

        init(_ lengths: [Int]) {
            for length in lengths where length > 0 { counts[length] += 1 }
            symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
        }
    }

    private mutating func symbol(_ code: Code) throws(Broken) -> Int? {
        var word = 0
        var first = 0
        var index = 0
        for length in 1...15 {
            guard let bit = take(1) else { return nil }
            word |= bit
            let count = code.counts[length]
            if word - first < count { return code.symbols[index + word - first] }
            index += count
            first = (first + count) << 1
            word <<= 1
        }
        throw Broken()
    }

    private static let fixedLiterals = Code(
        (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    private static let fixedDistances = Code([Int](repeating: 5, count: 30))
    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]
}
