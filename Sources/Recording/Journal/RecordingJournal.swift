package import ConfluenceWire

/// The lines in which a recording is kept while it goes on; every line that was written whole can be read again.
///
/// The first line says what the file is; each other line is an entry of the HTTP archive that is made of them.
package enum RecordingJournal {
    private static let kind = "recording of confluence-doctor"

    /// Why a file is no journal.
    package struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String
    }

    package static func head(creator: String, upstream: WebAddress) -> [UInt8] {
        line([
            "journal": .string(kind), "version": 1, "creator": .string(creator), "upstream": .string(upstream.origin),
        ])
    }

    package static func line(_ entry: JSON) -> [UInt8] {
        JSONWriter.compact(entry) + [UInt8(ascii: "\n")]
    }

    /// The archive of a journal's lines, and how many of them were not whole.
    ///
    /// - Parameter clean: Takes out of a line what became known to be secret after it was written.
    package static func archive(
        _ journal: [UInt8], clean: (String) -> String = { $0 }
    ) throws(Unreadable) -> (archive: [UInt8], entries: Int, broken: Int) {
        let lines = journal.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, let head = try? JSONReader.read(Array(first)),
            head["journal"]?.stringValue == kind
        else { throw Unreadable(description: "this is no journal of `confluence-doctor record`") }
        guard head["version"]?.integerValue == 1 else {
            throw Unreadable(description: "the journal was written by a newer release")
        }
        var archive = Array(
            #"{"log":{"version":"1.2","creator":{"name":"confluence-doctor","version":"#.utf8)
        archive += JSONWriter.compact(head["creator"] ?? "") + Array(#"},"entries":["#.utf8)
        var entries = 0
        var broken = 0
        for line in lines.dropFirst() {
            let line = Array(clean(String(decoding: line, as: UTF8.self)).utf8)
            guard let entry = try? JSONReader.read(line), HARReader.exchange(entry) != nil else {
                broken += 1
                continue
            }
            archive += Array((entries == 0 ? "\n" : ",\n").utf8)
            archive += line
            entries += 1
        }
        archive += Array("\n]}}\n".utf8)
        return (archive, entries, broken)
    }
}

/// Where a journal is kept; the ways to it are given, as files are none of this module's business.
package struct JournalStore: Sendable {
    /// Adds to its end, at once.
    package var append: @Sendable ([UInt8]) throws -> Void
    package var read: @Sendable () throws -> [UInt8]
    /// Puts other bytes in the place of all.
    package var replace: @Sendable ([UInt8]) throws -> Void

    package init(
        append: @escaping @Sendable ([UInt8]) throws -> Void, read: @escaping @Sendable () throws -> [UInt8],
        replace: @escaping @Sendable ([UInt8]) throws -> Void
    ) {
        self.append = append
        self.read = read
        self.replace = replace
    }
}
