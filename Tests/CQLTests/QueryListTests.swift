import CQL
import Foundation
import Testing

/// Reads `Fixtures/cql/queries.tsv`: queries, each with its tree or the place and reason of its refusal.
@Suite("The list of queries")
struct QueryListTests {
    private static let list: [(query: String, expected: String)] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/cql/queries.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("# ") }.compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
                String(cell).replacing("␤", with: "\n").replacing("␉", with: "\t")
            }
            return cells.count == 2 ? (cells[0], cells[1]) : nil
        }
    }()

    @Test("holds at least 300 queries, each once")
    func size() {
        #expect(Self.list.count >= 300)
        #expect(Set(Self.list.map(\.query)).count == Self.list.count)
    }

    @Test("each query reads as the list says")
    func reads() {
        for entry in Self.list {
            let read: String
            do {
                read = try CQLParser.parse(entry.query).sketch
            } catch {
                read = "!\(error.position) \(error.message)"
            }
            #expect(read == entry.expected, "\(entry.query)")
        }
    }

    @Test("what begins like a query and ends anywhere is read or refused, and never harms")
    func cutShort() {
        for entry in Self.list {
            for length in 0..<entry.query.count {
                _ = try? CQLParser.parse(String(entry.query.prefix(length)))
                _ = try? CQLParser.parse(String(entry.query.dropFirst(length)))
            }
        }
    }

    @Test("pieces put together by chance are read or refused, and their place lies within them")
    func chance() {
        let pieces = [
            "(", ")", ",", "=", "!", "~", "<", ">", "\"", "'", "\\", " ", "and", "or", "not", "in", "order by", "title",
            "now()", "é", "😀", "\u{0}", "[", "]", "*", "content.property[", "\u{202E}", "0", "-",
        ]
        var state: UInt64 = 7
        for _ in 0..<5000 {
            var query = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                query += pieces[Int(state >> 33) % pieces.count]
            }
            do {
                _ = try CQLParser.parse(query)
            } catch {
                #expect((0...query.unicodeScalars.count).contains(error.position), "\(query)")
            }
        }
    }
}
