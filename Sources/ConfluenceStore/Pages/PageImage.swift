/// All pages of a database, as a value: a copy costs nothing and shares every page until one of the two is changed.
///
/// Pages lie in chapters, so that the first change after a copy copies one chapter and one page, however many there are.
struct PageImage: Sendable {
    static let pageSize = 4096
    private static let chapterLength = 512
    /// Where a database's header counts its changes, and where it repeats the count; big-endian, four bytes.
    private static let changeCounts = [24, 92]

    private typealias Page = [UInt8]
    private var chapters: [[Page]] = []

    /// In bytes.
    private(set) var size = 0

    /// Fills the buffer from that place on, with zeros where the image ends; answers whether it had as much.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Bool {
        var done = 0
        while done < buffer.count, offset + done < size {
            let (page, place) = (offset + done).quotientAndRemainder(dividingBy: Self.pageSize)
            let length = min(buffer.count - done, Self.pageSize - place, size - offset - done)
            chapters[page / Self.chapterLength][page % Self.chapterLength].withUnsafeBytes { bytes in
                UnsafeMutableRawBufferPointer(rebasing: buffer[done..<done + length])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[place..<place + length]))
            }
            done += length
        }
        guard done < buffer.count else { return true }
        UnsafeMutableRawBufferPointer(rebasing: buffer[done...]).initializeMemory(as: UInt8.self, repeating: 0)
        return false
    }

    /// Writes at that place, which may lie beyond the end.
    mutating func write(_ buffer: UnsafeRawBufferPointer, at offset: Int) {
        grow(to: offset + buffer.count)
        var done = 0
        while done < buffer.count {
            let (page, place) = (offset + done).quotientAndRemainder(dividingBy: Self.pageSize)
            let length = min(buffer.count - done, Self.pageSize - place)
            chapters[page / Self.chapterLength][page % Self.chapterLength].withUnsafeMutableBytes { bytes in
                UnsafeMutableRawBufferPointer(rebasing: bytes[place..<place + length])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[done..<done + length]))
            }
            done += length
        }
    }

    mutating func truncate(to size: Int) {
        guard size < self.size else { return }
        let pages = Self.pages(in: size)
        chapters.removeSubrange(Self.chapters(holding: pages)...)
        if let last = chapters.indices.last {
            chapters[last].removeSubrange((pages - last * Self.chapterLength)...)
        }
        self.size = size
    }

    private mutating func grow(to size: Int) {
        guard size > self.size else { return }
        var pages = Self.pages(in: self.size)
        while pages < Self.pages(in: size) {
            if pages % Self.chapterLength == 0 { chapters.append([]) }
            chapters[pages / Self.chapterLength].append(Page(repeating: 0, count: Self.pageSize))
            pages += 1
        }
        self.size = size
    }

    private static func pages(in size: Int) -> Int { (size + pageSize - 1) / pageSize }

    private static func chapters(holding pages: Int) -> Int { (pages + chapterLength - 1) / chapterLength }

    // MARK: The header

    /// How often the database says that it was changed.
    var changeCount: UInt32 {
        var bytes: [UInt8] = [0, 0, 0, 0]
        _ = bytes.withUnsafeMutableBytes { read(into: $0, at: Self.changeCounts[0]) }
        return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    mutating func setChangeCount(_ count: UInt32) {
        guard size >= Self.pageSize else { return }
        for place in Self.changeCounts {
            withUnsafeBytes(of: count.bigEndian) { write($0, at: place) }
        }
    }

    /// Says in the header that the database has no write-ahead log, as one that was copied from a disk may.
    mutating func setRollbackJournal() {
        guard size >= Self.pageSize else { return }
        let versions: [UInt8] = [1, 1]
        versions.withUnsafeBytes { write($0, at: 18) }
    }
}
