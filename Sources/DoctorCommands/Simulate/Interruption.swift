import Dispatch
import Foundation

/// Ctrl-C, and polite requests to end.
enum Interruption {
    /// Hands the signals that ask for an end to the body as they arrive; meanwhile they don't end the process.
    static func listening<Result>(_ body: (AsyncStream<Int32>) async throws -> Result) async rethrows -> Result {
        let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
        let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            // Without this the default action would end the process before the source is told.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield(number) }
            source.resume()
            return source
        }
        defer {
            for source in sources { source.cancel() }
        }
        return try await body(signals)
    }

    static func wait() async {
        await listening { signals in
            for await _ in signals { break }
        }
    }
}
