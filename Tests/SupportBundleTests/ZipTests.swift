import Foundation
import Subprocess
import SupportBundle
import Testing

@Suite("ZIP archives")
struct ZipTests {
    private static let moment = Date(timeIntervalSince1970: 1_772_442_001)
    private static let files = [
        ZipFile(name: "a.txt", bytes: Array("hello".utf8)), ZipFile(name: "empty", bytes: []),
        ZipFile(name: "large.json", bytes: (0..<70_000).map { UInt8(truncatingIfNeeded: $0 * 31) }),
    ]
    private static let archive = ZipWriter.write(files, at: moment)

    @Test("are read as they were written, and are the same bytes each time")
    func roundTrip() throws {
        #expect(try ZipReader.read(Self.archive) == Self.files)
        #expect(ZipWriter.write(Self.files, at: Self.moment) == Self.archive)
        #expect(try ZipReader.read(ZipWriter.write([], at: Self.moment)) == [])
    }

    @Test("are archives to others, too", arguments: ["python3", "unzip"])
    func others(program: String) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "zip-\(program)-\(getpid()).zip").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(Self.archive).write(to: URL(filePath: path))
        let script = """
            import sys, zipfile
            archive = zipfile.ZipFile(sys.argv[1])
            assert archive.testzip() is None
            print([(i.filename, i.file_size, i.date_time, oct(i.external_attr >> 16)) for i in archive.infolist()])
            """
        let arguments: Arguments = program == "unzip" ? ["-t", path] : ["-c", .init(script), .init(path)]
        // Not every machine has both programs.
        guard
            let outcome = try? await run(
                .name(program), arguments: arguments, output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
        else { return }
        #expect(outcome.terminationStatus.isSuccess, "\(outcome.standardError)")
        if program == "python3" {
            #expect(
                outcome.standardOutput.contains("('a.txt', 5, (2026, 3, 2, 9, 0, 0), '0o100600')"),
                "\(outcome.standardOutput)")
        }
    }

    // MARK: Hostile archives

    @Test("that break off anywhere are refused, and never trap")
    func truncated() {
        let archive = ZipWriter.write(Array(Self.files.prefix(2)), at: Self.moment)
        for length in 0..<archive.count {
            #expect(throws: ZipError.self) { try ZipReader.read(Array(archive.prefix(length))) }
        }
    }

    @Test("with any one byte changed are read or refused, and never trap")
    func changed() {
        let archive = ZipWriter.write(Array(Self.files.prefix(2)), at: Self.moment)
        for place in archive.indices {
            for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var bytes = archive
                bytes[place] = value
                _ = try? ZipReader.read(bytes)
            }
        }
    }

    /// Puts a number into the one line of the directory of an archive with one file.
    private static func patched(_ offset: Int, _ bytes: [UInt8], name: String = "a.txt") -> [UInt8] {
        var archive = ZipWriter.write([ZipFile(name: name, bytes: Array("hello".utf8))], at: moment)
        let directory = 30 + name.utf8.count + 5
        archive.replaceSubrange(directory + offset..<directory + offset + bytes.count, with: bytes)
        return archive
    }

    @Test(
        "are refused for what is wrong with them",
        arguments: [
            (Array("no archive".utf8), "no ZIP archive"),
            (patched(10, [8, 0]), "compressed"),
            (patched(8, [1, 0]), "encrypted"),
            (patched(24, [0xFF, 0xFF, 0xFF, 0x7F]), "compressed"),
            (patched(20, [0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F]), "larger than"),
            (patched(16, [0, 0, 0, 0]), "check sum"),
            (patched(42, [1, 0, 0, 0]), "not where"),
            (ZipWriter.write([ZipFile(name: "../etc", bytes: [])], at: moment), "name"),
            (ZipWriter.write([ZipFile(name: "/etc/passwd", bytes: [])], at: moment), "name"),
            (ZipWriter.write([ZipFile(name: "a\\b", bytes: [])], at: moment), "name"),
            (ZipWriter.write([ZipFile(name: "a\u{0}b", bytes: [])], at: moment), "name"),
            (ZipWriter.write([ZipFile(name: "", bytes: [])], at: moment), "name"),
            (ZipWriter.write([ZipFile(name: "a", bytes: []), ZipFile(name: "a", bytes: [])], at: moment), "twice"),
            (ZipWriter.write((0..<65).map { ZipFile(name: "f\($0)", bytes: []) }, at: moment), "at most 64"),
        ])
    func refused(archive: [UInt8], word: String) {
        #expect {
            try ZipReader.read(archive)
        } throws: { error in
            "\(error)".contains(word)
        }
    }

    @Test("whose files share their bytes are refused, as bombs are made of such")
    func overlapping() {
        var archive = ZipWriter.write(
            [ZipFile(name: "a", bytes: Array("hello".utf8)), ZipFile(name: "b", bytes: Array("hello".utf8))],
            at: Self.moment)
        // The second line of the directory points at the first file, and takes its name.
        let directory = 2 * (30 + 1 + 5)
        let second = directory + 46 + 1
        archive.replaceSubrange(second + 42..<second + 46, with: [0, 0, 0, 0])
        #expect(throws: ZipError.self) { try ZipReader.read(archive) }
    }
}
