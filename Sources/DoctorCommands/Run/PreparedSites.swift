import Foundation
import Simulator
import Synchronization

/// Site files that were read and set up for an earlier scenario, for those that name the same.
final class PreparedSites: Sendable {
    private struct Entry {
        let file: [UInt8]
        let site: PreparedSite
        let moment: ContinuousClock.Instant
    }

    /// A site's content is dated from when it was set up: after some time it would be older than it says.
    private static let lifetime = Duration.seconds(60)

    private let entries = Mutex<[String: Entry]>([:])

    /// The site that a file describes as the file is now.
    func site(at path: String) throws -> PreparedSite {
        let (file, now) = (try InputFile.bytes(path), ContinuousClock.now)
        let known = entries.withLock { $0[path] }
        if let known, known.file == file, now - known.moment < Self.lifetime { return known.site }
        let site = try SiteLoader.prepared(from: InputFile.document(file, of: path), now: { Date() })
        entries.withLock { $0[path] = Entry(file: file, site: site, moment: now) }
        return site
    }
}
