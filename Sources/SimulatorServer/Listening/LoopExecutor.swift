import NIOCore

/// Runs the tasks of a connection on the event loop that reads and writes it.
///
/// A request is answered in less time than it takes to wake another thread, and all of a site's requests wait for the same
/// lock: handing each to a thread pool and back costs more than the answer itself.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) {
        self.loop = loop
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
