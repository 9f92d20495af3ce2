import Dispatch
import Foundation

/// Ctrl-C, and polite requests to end.
enum Interruption {
    /// Hands the signals that ask for an end to the body as they arrive; meanwhile they don't end the process.
    ///
    /// Whoever is told by the body that the process is ready may send a signal at once: it is heard.
    static func listening<Result>(_ body: (AsyncStream<Int32>) async throws -> Result) async rethrows -> Result {
        let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
        let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield(number) }
            // Without this the default action would end the process before the source is told.
            signal(number, SIG_IGN)
            return source
        }
        // A signal that comes before its source is registered is lost.
        for source in sources {
            await withCheckedContinuation { registered in
                source.setRegistrationHandler { registered.resume() }
                source.resume()
            }
        }
        defer {
            for source in sources { source.cancel() }
        }
        return try await body(signals)
    }
}
