/// A file inside a ZIP archive.
package struct ZipFile: Sendable, Hashable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// Why bytes are not an archive that this program reads.
package struct ZipError: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String

    init(_ description: String) {
        self.description = description
    }
}

/// The numbers of the ZIP format (PKWARE APPNOTE 6.3).
enum ZipFormat {
    static let localSignature: UInt32 = 0x0403_4B50
    static let centralSignature: UInt32 = 0x0201_4B50
    static let endSignature: UInt32 = 0x0605_4B50
    static let localSize = 30
    static let centralSize = 46
    static let endSize = 22
    static let isEncrypted: UInt16 = 1
    static let hasLaterSizes: UInt16 = 1 << 3
    static let isUTF8: UInt16 = 1 << 11
}
