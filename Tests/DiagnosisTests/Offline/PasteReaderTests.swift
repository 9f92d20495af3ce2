import ConfluenceModel
import Diagnosis
import Foundation
import Testing

@Suite("Any bytes are read within bounds, or refused in clear words")
struct PasteReaderTests {
    private static let text = "Error parsing xhtml: Unexpected close tag </p> at [row,col {unknown-source}]: [1,2]"

    @Test("UTF-16 in both orders, with a mark and without")
    func wide() throws {
        for (encoding, mark) in [
            (String.Encoding.utf16LittleEndian, [UInt8(0xFF), 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
        ] {
            let bytes = Array(try #require(Self.text.data(using: encoding)))
            for input in [bytes, mark + bytes] {
                let paste = try PasteReader.read(input)
                #expect(PasteDoctor().explain(paste).causes.first?.id == .invalidStorage)
                #expect(paste.notes.contains { $0.contains("UTF-16") })
            }
        }
    }

    @Test("UTF-8 with a mark, and bytes that are no UTF-8 beside the error")
    func broken() throws {
        for input in [
            [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8),
            [0xFF, 0xC3, 0x28, 0x0A] + Array(Self.text.utf8) + [0xE2, 0x82],
        ] {
            #expect(PasteDoctor().explain(try PasteReader.read(input)).causes.first?.id == .invalidStorage)
        }
    }

    @Test(
        "what is no text is refused by name",
        arguments: [
            ([0x1F, 0x8B, 0x08, 0x00], "gzip"), ([0x50, 0x4B, 0x03, 0x04], "zip"),
            ([0x89, 0x50, 0x4E, 0x47], "picture"),
            ([0x01, 0x02, 0x00, 0x03, 0x00, 0x00, 0x00, 0x07], "bytes"), ([], "nothing"),
            ([0x20, 0x0A, 0x0A], "nothing"),
        ] as [([UInt8], String)])
    func refused(bytes: [UInt8], word: String) {
        #expect(throws: PasteReader.Unreadable.self) { try PasteReader.read(bytes) }
        do { _ = try PasteReader.read(bytes) } catch { #expect("\(error)".contains(word)) }
    }

    @Test("of a long text the beginning and the end are looked at")
    func long() throws {
        let filler = [UInt8](repeating: UInt8(ascii: "."), count: 700 << 10)
        let line: [UInt8] = [0x0A]
        for input in [
            Array(Self.text.utf8) + line + filler + line + filler,
            filler + line + filler + line + Array(Self.text.utf8),
        ] {
            let paste = try PasteReader.read(input)
            #expect(paste.lines.reduce(0) { $0 + $1.bytes.count } <= PasteReader.limit)
            #expect(paste.notes.contains { $0.contains("left out") })
            #expect(PasteDoctor().explain(paste).causes.first?.id == .invalidStorage)
        }
    }

    @Test("texts made to be slow are not", .timeLimit(.minutes(1)))
    func hostile() throws {
        for text in [
            String(repeating: "tool ' ", count: 10_000), String(repeating: "https://", count: 10_000),
            String(repeating: "403 ", count: 10_000),
            String(repeating: "[", count: 40_000), String(repeating: "authorization:", count: 4_000),
            String(repeating: "a@", count: 10_000),
            String(repeating: "\\", count: 40_000), String(repeating: "password=\n", count: 6_000),
        ] {
            _ = PasteDoctor().explain(try PasteReader.read(Array(("Error parsing xhtml " + text).utf8)))
        }
    }
}
