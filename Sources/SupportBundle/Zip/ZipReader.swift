/// Reads ZIP archives of stored files, and trusts nothing in them.
package enum ZipReader {
    /// What an archive may hold at most; a larger one is refused before anything of it is kept.
    package struct Limits: Sendable, Hashable {
        package var files = 64
        package var bytes = 64 << 20

        package init() {}
    }

    package static func read(_ archive: [UInt8], limits: Limits = Limits()) throws(ZipError) -> [ZipFile] {
        guard archive.count <= limits.bytes + (1 << 20) else {
            throw ZipError("the archive is larger than \(limits.bytes >> 20) MiB")
        }
        let end = try directoryEnd(archive)
        let count = Int(try archive.number(UInt16.self, at: end + 10))
        guard count == Int(try archive.number(UInt16.self, at: end + 8)),
            try archive.number(UInt16.self, at: end + 4) == 0
        else { throw ZipError("the archive is one part of several") }
        guard count <= limits.files else {
            throw ZipError("the archive holds \(count) files, at most \(limits.files) are read")
        }
        var position = Int(try archive.number(UInt32.self, at: end + 16))
        var files: [ZipFile] = []
        var total = 0
        var taken: [Range<Int>] = []
        for _ in 0..<count {
            let entry = try Entry(archive, at: position, before: end)
            position = entry.next
            total += entry.size
            guard total <= limits.bytes else {
                throw ZipError("the files are larger than \(limits.bytes >> 20) MiB together")
            }
            guard !files.contains(where: { $0.name == entry.name }) else {
                throw ZipError("the archive holds \(entry.name) twice")
            }
            let range = try entry.range(in: archive)
            guard !taken.contains(where: { $0.overlaps(range) }) else { throw ZipError("files of the archive overlap") }
            taken.append(range)
            let bytes = Array(archive[range])
            guard CRC32.checksum(bytes) == entry.checksum else {
                throw ZipError("\(entry.name) is damaged: its check sum differs")
            }
            files.append(ZipFile(name: entry.name, bytes: bytes))
        }
        return files
    }

    /// The place of the record that ends every archive; a comment may follow it.
    private static func directoryEnd(_ archive: [UInt8]) throws(ZipError) -> Int {
        var position = archive.count - ZipFormat.endSize
        let last = max(0, position - 0xFFFF)
        while position >= last {
            if try archive.number(UInt32.self, at: position) == ZipFormat.endSignature { return position }
            position -= 1
        }
        throw ZipError(
            archive.starts(with: [0x50, 0x4B]) ? "the archive breaks off: its end is missing" : "this is no ZIP archive"
        )
    }

    /// One line of the directory.
    private struct Entry {
        var name: String
        var size: Int
        var checksum: UInt32
        var next: Int
        private var offset: Int

        init(_ archive: [UInt8], at position: Int, before end: Int) throws(ZipError) {
            guard position + ZipFormat.centralSize <= end,
                try archive.number(UInt32.self, at: position) == ZipFormat.centralSignature
            else { throw ZipError("the archive's directory is damaged") }
            let flags = try archive.number(UInt16.self, at: position + 8)
            let method = try archive.number(UInt16.self, at: position + 10)
            checksum = try archive.number(UInt32.self, at: position + 16)
            let packed = try archive.number(UInt32.self, at: position + 20)
            let unpacked = try archive.number(UInt32.self, at: position + 24)
            let nameLength = Int(try archive.number(UInt16.self, at: position + 28))
            let extra = Int(try archive.number(UInt16.self, at: position + 30))
            let comment = Int(try archive.number(UInt16.self, at: position + 32))
            offset = Int(try archive.number(UInt32.self, at: position + 42))
            let start = position + ZipFormat.centralSize
            next = start + nameLength + extra + comment
            guard next <= end else { throw ZipError("the archive's directory is damaged") }
            name = try Self.name(archive[start..<start + nameLength])
            guard flags & ZipFormat.isEncrypted == 0 else { throw ZipError("\(name) is encrypted") }
            guard method == 0, packed == unpacked else {
                throw ZipError(
                    "\(name) is compressed, so the archive was packed anew; ask for the file as confluence-doctor wrote it"
                )
            }
            size = Int(unpacked)
        }

        /// A name is a plain one: nothing that could lead out of a folder or fool a reader.
        private static func name(_ bytes: ArraySlice<UInt8>) throws(ZipError) -> String {
            let isPlain = bytes.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || "-._".utf8.contains($0)
            }
            guard isPlain, !bytes.isEmpty, bytes.count <= 64, bytes.first != UInt8(ascii: ".") else {
                throw ZipError("the archive holds a file with a name that no bundle has")
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        /// Where the file's bytes stand.
        func range(in archive: [UInt8]) throws(ZipError) -> Range<Int> {
            guard try archive.number(UInt32.self, at: offset) == ZipFormat.localSignature else {
                throw ZipError("\(name) is not where the directory says")
            }
            let nameLength = Int(try archive.number(UInt16.self, at: offset + 26))
            let extra = Int(try archive.number(UInt16.self, at: offset + 28))
            let nameStart = offset + ZipFormat.localSize
            let start = nameStart + nameLength + extra
            guard start + size <= archive.count else { throw ZipError("\(name) breaks off") }
            guard Array(name.utf8) == Array(archive[nameStart..<nameStart + nameLength]) else {
                throw ZipError("\(name) has another name where it stands")
            }
            return start..<start + size
        }
    }
}

extension [UInt8] {
    /// The number at a place, with its lowest byte first.
    fileprivate func number<Number: FixedWidthInteger>(_: Number.Type, at place: Int) throws(ZipError) -> Number {
        let size = Number.bitWidth / 8
        guard place >= 0, place + size <= count else { throw ZipError("the archive breaks off") }
        var number: Number = 0
        for index in (place..<place + size).reversed() { number = number << 8 | Number(self[index]) }
        return number
    }
}
