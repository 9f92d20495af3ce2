import Dispatch
import Synchronization

/// Pages that another thread makes while those before them are used.
package struct PagesAhead: Sequence, IteratorProtocol {
    private let belt: Belt
    private var batch: ArraySlice<GeneratedPage> = []

    fileprivate init(_ belt: Belt) { self.belt = belt }

    package mutating func next() -> GeneratedPage? {
        if batch.isEmpty { batch = belt.take()[...] }
        return batch.popFirst()
    }
}

extension GeneratedPages {
    /// Fewer pages are made sooner than a thread is there.
    private static let few = 100

    /// Lets pages be used while the next are made; none are being made any more when it returns.
    package func madeAhead<T>(_ body: (PagesAhead) throws -> T) rethrows -> T {
        let belt = Belt()
        guard count > Self.few else {
            belt.lay(Array(self))
            belt.end()
            return try body(PagesAhead(belt))
        }
        let maker = DispatchQueue(label: "pages")
        maker.async { belt.make(self) }
        defer {
            belt.stop()
            maker.sync {}
        }
        return try body(PagesAhead(belt))
    }
}

/// Carries batches of pages from who makes them to who uses them.
private final class Belt: Sendable {
    private static let batchLength = 64
    private static let most = 8

    private let batches = Mutex<[[GeneratedPage]]>([])
    private let isStopped = Atomic(false)
    private let laid = DispatchSemaphore(value: 0)
    private let free = DispatchSemaphore(value: 0)

    init() {
        // A semaphore may not end below where it began, as one does whose batches are left lying.
        for _ in 0..<Self.most { free.signal() }
    }

    func make(_ pages: GeneratedPages) {
        var batch: [GeneratedPage] = []
        for page in pages {
            batch.append(page)
            guard batch.count == Self.batchLength else { continue }
            lay(batch)
            batch = []
            guard !isStopped.load(ordering: .acquiring) else { return }
        }
        lay(batch)
        end()
    }

    func lay(_ batch: [GeneratedPage]) {
        guard !batch.isEmpty else { return }
        free.wait()
        batches.withLock { $0.append(batch) }
        laid.signal()
    }

    /// No batch comes after this.
    func end() { laid.signal() }

    /// The next batch; an empty one at the end.
    func take() -> [GeneratedPage] {
        laid.wait()
        let batch = batches.withLock { $0.isEmpty ? [] : $0.removeFirst() }
        if batch.isEmpty { laid.signal() } else { free.signal() }
        return batch
    }

    /// Lets who makes pages come to an end, although nobody takes them.
    func stop() {
        isStopped.store(true, ordering: .releasing)
        free.signal()
    }
}
