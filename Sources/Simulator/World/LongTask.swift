import ConfluenceStore
import Foundation

/// What a request sets off and the site finishes later; it was weighed when the request was.
protocol LongWork: Sendable {
    /// What the task is called in the list of tasks.
    var name: String { get }
    /// How many things it works on; each takes a while.
    var size: Int { get }
    /// What is shown once it is done.
    var summary: String { get }
    /// Changes the site, at the moment at which the task ends.
    func carryOut(_ writer: StoreWriter, by author: AccountRecord, at moment: Date) throws -> LongTask.Result
}

extension LongWork {
    var summary: String { name }
}

/// Work that goes on after its request was answered, on the site's clock; clients ask how far it came.
///
/// Progress is the share of its time that has passed: a second, and a hundredth more for each thing that it works on.
/// Where no time passes between two questions after a task, since the clock stands still, the task moves on by half, so
/// that nobody waits for ever. No source tells how long a site takes; the site is changed when the time is over.
struct LongTask: Sendable, Identifiable {
    let id: String
    let work: any LongWork
    let author: AccountRecord
    let startedAt: Date
    fileprivate(set) var end: End?
    /// The time by which it is further than the clock says.
    fileprivate var advance: TimeInterval = 0
    /// When somebody last asked how far it came.
    fileprivate var askedAt: Date?

    /// What clients may learn of the outcome beside success.
    struct Result: Sendable, Hashable {
        /// The content that came of it.
        var contentID: Int64?
    }

    enum End: Sendable, Hashable {
        case done(Result)
        case failed(String)
    }

    var duration: TimeInterval { 1 + 0.01 * Double(work.size) }

    var endsAt: Date { startedAt.addingTimeInterval(duration - advance) }

    var isFinished: Bool { end != nil }

    var isSuccessful: Bool {
        switch end {
        case .failed: false
        case .done, nil: true
        }
    }

    /// In milliseconds; a task that has ended gets no older.
    func elapsed(at now: Date) -> Int64 {
        Int64(max(0, min(now.timeIntervalSince(startedAt) + advance, duration)) * 1000)
    }

    func percentage(at now: Date) -> Int64 {
        isFinished ? 100 : min(99, Int64(Double(elapsed(at: now)) / (duration * 10)))
    }
}

/// The tasks of a site, running and ended, in the order in which they began.
struct LongTaskDesk: Sendable {
    private(set) var tasks: [LongTask] = []
    private var count = 0

    /// Tasks that ended are forgotten beyond this many.
    private static let most = 1000

    /// Where the numbers of tasks begin; they are told apart from those of content by nothing.
    private static let firstID = 1_179_649

    subscript(id: String) -> LongTask? { tasks.first { $0.id == id } }

    mutating func start(_ work: any LongWork, by author: AccountRecord, at now: Date) -> LongTask {
        let task = LongTask(id: String(Self.firstID + count), work: work, author: author, startedAt: now)
        count += 1
        if tasks.count >= Self.most, let oldest = tasks.firstIndex(where: \.isFinished) { tasks.remove(at: oldest) }
        tasks.append(task)
        return task
    }

    /// The running tasks whose time is over.
    func due(at now: Date) -> [LongTask] { tasks.filter { !$0.isFinished && $0.endsAt <= now } }

    var isIdle: Bool { tasks.allSatisfy(\.isFinished) }

    /// Notes that somebody asks; a running task moves on by half of its time where none has passed.
    mutating func ask(after id: String, at now: Date) {
        guard let index = tasks.firstIndex(where: { $0.id == id }), !tasks[index].isFinished else { return }
        if now == tasks[index].askedAt ?? tasks[index].startedAt { tasks[index].advance += tasks[index].duration / 2 }
        tasks[index].askedAt = now
    }

    mutating func end(_ id: String, _ end: LongTask.End) {
        guard let index = tasks.firstIndex(where: { $0.id == id }) else { return }
        tasks[index].end = end
    }
}
