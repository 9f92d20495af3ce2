import AssistantServer
import Foundation

/// The lines of standard input, as they come.
enum StandardInput {
    static func lines() -> AsyncStream<LineCutter.Line> {
        let (lines, continuation) = AsyncStream.makeStream(of: LineCutter.Line.self)
        // Reading blocks, and so has a thread of its own.
        Thread.detachNewThread {
            var cutter = LineCutter()
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = read(STDIN_FILENO, &chunk, chunk.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                for line in cutter.append(Array(chunk[..<count])) { continuation.yield(line) }
            }
            if let line = cutter.finish() { continuation.yield(line) }
            continuation.finish()
        }
        return lines
    }
}
