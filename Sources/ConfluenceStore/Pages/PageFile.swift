import Synchronization

/// A database file that lies in memory and can go back to an earlier state of itself at once.
final class PageFile: Sendable {
    private let content: Mutex<Content>

    private struct Content {
        var image: PageImage
        /// The most changes that any state of the file was said to have had.
        var highestChangeCount: UInt32
    }

    init(_ image: PageImage = PageImage()) {
        content = Mutex(Content(image: image, highestChangeCount: image.changeCount))
    }

    /// All pages as they stand; between two transactions they are a whole database.
    var image: PageImage { content.withLock(\.image) }

    /// Puts an earlier state in the place of the present one.
    ///
    /// It is given a count of changes that no state had yet: a connection takes that for the work of another one, and
    /// forgets the pages that it holds.
    func restore(_ image: PageImage) {
        content.withLock { content in
            content.highestChangeCount = max(content.highestChangeCount, content.image.changeCount) &+ 1
            content.image = image
            content.image.setChangeCount(content.highestChangeCount)
        }
    }

    // MARK: What SQLite asks for

    var size: Int { content.withLock(\.image.size) }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Bool {
        content.withLock { $0.image.read(into: buffer, at: offset) }
    }

    func write(_ buffer: UnsafeRawBufferPointer, at offset: Int) {
        content.withLock { $0.image.write(buffer, at: offset) }
    }

    func truncate(to size: Int) {
        content.withLock { $0.image.truncate(to: size) }
    }
}
