/// The escapes by which JSON may write any character.
enum JSONEscapes {
    /// A text with its escapes of ASCII and of slashes as what they stand for; `nil` where it has none.
    static func removed(from text: String) -> String? {
        let bytes = Array(text.utf8)
        var plain: [UInt8] = []
        var index = 0
        var isChanged = false
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), index + 5 < bytes.count, bytes[index + 1] == UInt8(ascii: "u"),
                let code = UInt8(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16),
                code < 0x80
            {
                plain.append(code)
                index += 6
                isChanged = true
            } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/")
            {
                plain.append(bytes[index + 1])
                index += 2
                isChanged = true
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return isChanged ? String(decoding: plain, as: UTF8.self) : nil
    }
}
