import Foundation

extension InputFile {
    /// How much of a file is read whole, as only a whole HAR file can be read.
    private static let wholeLimit = 64 << 20
    /// After so much of standard input no end of it is to be expected.
    private static let endlessLimit = 256 << 20

    /// The bytes of a file; of a very large one its beginning and its end, and how many bytes were left out between.
    static func ends(_ path: String, head: Int, tail: Int) throws(CommandFailure) -> (bytes: [UInt8], omitted: Int) {
        let handle = try opened(path, otherwise: ", and no cause of that name")
        var kept: [UInt8] = []
        var total = 0
        var omitted = 0
        do {
            while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
                total += chunk.count
                guard total <= endlessLimit else {
                    throw CommandFailure.usage(
                        "\(path == "-" ? "standard input" : path): more than \(endlessLimit >> 20) MB; pass the part around "
                            + "the error, for example with `tail -n 2000`")
                }
                kept += chunk
                guard kept.count > wholeLimit else { continue }
                let surplus = kept.count - head - tail
                kept.removeSubrange(head..<(head + surplus))
                omitted += surplus
            }
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw unreadable(path)
        }
        return (kept, omitted)
    }
}
