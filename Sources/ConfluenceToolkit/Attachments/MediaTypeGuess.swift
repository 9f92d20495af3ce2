/// What the first bytes of a file say about its kind, for the kinds that are put on pages.
enum MediaTypeGuess {
    /// Texts have no such bytes, so they count as bytes of an unknown kind.
    static func mediaType(of content: [UInt8]) -> String {
        beginnings.first { beginning in
            content.dropFirst(beginning.offset).starts(with: beginning.bytes)
        }?.mediaType ?? "application/octet-stream"
    }

    private static let beginnings: [(offset: Int, bytes: [UInt8], mediaType: String)] = [
        (0, [0x89, 0x50, 0x4E, 0x47], "image/png"),
        (0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
        (0, Array("GIF".utf8), "image/gif"),
        (8, Array("WEBP".utf8), "image/webp"),
        (0, Array("%PDF".utf8), "application/pdf"),
        (4, Array("ftyp".utf8), "video/mp4"),
        (0, [0x50, 0x4B, 0x03, 0x04], "application/zip"),
        (0, [0x50, 0x4B, 0x05, 0x06], "application/zip"),
        (0, [0x1F, 0x8B, 0x08], "application/gzip"),
    ]
}
