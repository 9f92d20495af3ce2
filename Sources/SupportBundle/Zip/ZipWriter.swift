package import Foundation

/// Writes ZIP archives whose files are stored as they are; the same files and moment give the same bytes.
package enum ZipWriter {
    package static func write(_ files: [ZipFile], at moment: Date) -> [UInt8] {
        let stamp = Stamp(moment)
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let name = Array(file.name.utf8)
            let offset = archive.count
            var common: [UInt8] = []
            common.add(UInt16(20))
            common.add(ZipFormat.isUTF8)
            common.add(UInt16(0))
            common.add(stamp.time)
            common.add(stamp.date)
            common.add(CRC32.checksum(file.bytes))
            common.add(UInt32(file.bytes.count))
            common.add(UInt32(file.bytes.count))
            common.add(UInt16(name.count))
            common.add(UInt16(0))

            archive.add(ZipFormat.localSignature)
            archive += common + name + file.bytes

            directory.add(ZipFormat.centralSignature)
            // Made on UNIX, so that the mode below counts: a plain file, to be read and written by its owner.
            directory.add(UInt16(3 << 8 | 20))
            directory += common
            for _ in 0..<3 { directory.add(UInt16(0)) }
            directory.add(UInt32(0o100600) << 16)
            directory.add(UInt32(offset))
            directory += name
        }
        let start = archive.count
        archive += directory
        archive.add(ZipFormat.endSignature)
        archive.add(UInt32(0))
        archive.add(UInt16(files.count))
        archive.add(UInt16(files.count))
        archive.add(UInt32(directory.count))
        archive.add(UInt32(start))
        archive.add(UInt16(0))
        return archive
    }

    /// A moment as MS-DOS counts it, in steps of two seconds, in UTC.
    private struct Stamp {
        var date: UInt16
        var time: UInt16

        init(_ moment: Date) {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: moment)
            let year = min(max((parts.year ?? 1980) - 1980, 0), 127)
            date = UInt16(year << 9 | (parts.month ?? 1) << 5 | (parts.day ?? 1))
            time = UInt16((parts.hour ?? 0) << 11 | (parts.minute ?? 0) << 5 | (parts.second ?? 0) / 2)
        }
    }
}

extension [UInt8] {
    /// Adds a number with its lowest byte first.
    mutating func add(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
