/// A range of IP addresses as allowlists name them: `203.0.113.0/24`, `2001:db8::/32`, or one address.
public struct IPNetwork: Sendable, Hashable {
    private let bytes: [UInt8]
    private let prefix: Int

    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let bytes = Self.bytes(of: String(parts[0])) else { return nil }
        let width = bytes.count * 8
        guard let prefix = parts.count == 2 ? Int(parts[1]) : width, (0...width).contains(prefix) else { return nil }
        self.bytes = bytes
        self.prefix = prefix
    }

    public func contains(_ address: String) -> Bool {
        guard let other = Self.bytes(of: address), other.count == bytes.count else { return false }
        return (0..<prefix).allSatisfy { bit in
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            return bytes[bit / 8] & mask == other[bit / 8] & mask
        }
    }

    /// The four or sixteen bytes of an address; `nil` for any other text.
    package static func bytes(of text: String) -> [UInt8]? {
        text.contains(":") ? sixteen(text) : four(text)
    }

    private static func four(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        let bytes = parts.compactMap(\.self)
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func sixteen(_ text: String) -> [UInt8]? {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false).map { half in
            half.isEmpty ? [] : half.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        }
        guard halves.count == 2 else { return halves.count == 1 ? groups(halves[0], count: 8) : nil }
        let gap = 8 - halves[0].count - halves[1].count
        guard gap > 0, let first = groups(halves[0], count: halves[0].count),
            let last = groups(halves[1], count: halves[1].count)
        else { return nil }
        return first + [UInt8](repeating: 0, count: gap * 2) + last
    }

    private static func groups(_ parts: [String], count: Int) -> [UInt8]? {
        let numbers = parts.compactMap { $0.count <= 4 ? UInt16($0, radix: 16) : nil }
        guard parts.count == count, numbers.count == count else { return nil }
        return numbers.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
}
