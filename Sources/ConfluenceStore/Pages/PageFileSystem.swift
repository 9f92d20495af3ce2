import GRDBSQLite

/// Lets SQLite find a ``PageFile`` where it looks for a file on disk.
///
/// The name that a connection opens carries the address of the page file, so nothing is registered for each of them.
enum PageFileSystem {
    private static let name = "page-file"
    private static let parameter = "pages"

    /// SQLite keeps the description of a file system for as long as the process lives.
    private static let isRegistered = register()

    /// What a connection opens to have the page file; the file must be held until it is open.
    static func address(of file: PageFile) -> String? {
        guard isRegistered else { return nil }
        let place = UInt(bitPattern: Unmanaged.passUnretained(file).toOpaque())
        return "file:/site?vfs=\(name)&\(parameter)=\(place)"
    }

    private static func file(at place: UnsafePointer<CChar>?) -> Unmanaged<PageFile>? {
        guard let text = sqlite3_uri_parameter(place, parameter), let number = UInt(String(cString: text)),
            let address = UnsafeRawPointer(bitPattern: number)
        else { return nil }
        return Unmanaged.fromOpaque(address)
    }

    // MARK: Registration

    private static func register() -> Bool {
        guard let standard = sqlite3_vfs_find(nil) else { return false }
        let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        methods.initialize(to: Self.methods)
        let nameBytes = Array(name.utf8CString)
        let nameCopy = UnsafeMutablePointer<CChar>.allocate(capacity: nameBytes.count)
        nameCopy.initialize(from: nameBytes, count: nameBytes.count)

        // Time and randomness stay those of the standard one.
        var system = standard.pointee
        system.iVersion = 1
        system.zName = UnsafePointer(nameCopy)
        system.pNext = nil
        system.szOsFile = CInt(MemoryLayout<OpenFile>.size)
        system.pAppData = UnsafeMutableRawPointer(methods)
        system.xOpen = { PageFileSystem.open($0, $1, $2, $3, $4) }
        system.xDelete = { _, _, _ in SQLITE_OK }
        system.xAccess = { _, _, _, answer in
            answer?.pointee = 0
            return SQLITE_OK
        }
        system.xFullPathname = { _, name, length, answer in
            guard let name, let answer else { return SQLITE_CANTOPEN }
            let bytes = String(cString: name).utf8CString
            guard bytes.count <= Int(length) else { return SQLITE_CANTOPEN }
            for (place, byte) in bytes.enumerated() { answer[place] = byte }
            return SQLITE_OK
        }
        let place = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        place.initialize(to: system)
        return sqlite3_vfs_register(place, 0) == SQLITE_OK
    }

    /// What SQLite allocates for a file that it has open.
    private struct OpenFile {
        var base: sqlite3_file
        var pages: Unmanaged<PageFile>
    }

    private static func open(
        _ system: UnsafeMutablePointer<sqlite3_vfs>?, _ name: UnsafePointer<CChar>?,
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: CInt, _ flagsTaken: UnsafeMutablePointer<CInt>?
    ) -> CInt {
        guard let file, let pages = Self.file(at: name), flags & SQLITE_OPEN_MAIN_DB != 0,
            let methods = system?.pointee.pAppData
        else { return SQLITE_CANTOPEN }
        let base = sqlite3_file(pMethods: methods.assumingMemoryBound(to: sqlite3_io_methods.self))
        UnsafeMutableRawPointer(file).initializeMemory(
            as: OpenFile.self, to: OpenFile(base: base, pages: pages.retain()))
        flagsTaken?.pointee = flags
        return SQLITE_OK
    }

    private static func pages(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Unmanaged<PageFile>? {
        file.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: OpenFile.self).pointee.pages }
    }

    // MARK: An open file

    /// `SQLITE_IOERR_SHORT_READ`, which is a macro too involved for Swift.
    private static var shortRead: CInt { SQLITE_IOERR | 2 << 8 }

    /// Locks are no matter: a page file has one connection.
    private static let methods: sqlite3_io_methods = {
        var methods = sqlite3_io_methods()
        methods.iVersion = 1
        methods.xClose = { file in
            PageFileSystem.pages(file)?.release()
            return SQLITE_OK
        }
        methods.xRead = { file, buffer, length, offset in
            guard let pages = PageFileSystem.pages(file) else { return SQLITE_IOERR }
            let buffer = UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))
            return pages.takeUnretainedValue().read(into: buffer, at: Int(offset))
                ? SQLITE_OK : PageFileSystem.shortRead
        }
        methods.xWrite = { file, buffer, length, offset in
            let buffer = UnsafeRawBufferPointer(start: buffer, count: Int(length))
            PageFileSystem.pages(file)?.takeUnretainedValue().write(buffer, at: Int(offset))
            return SQLITE_OK
        }
        methods.xTruncate = { file, size in
            PageFileSystem.pages(file)?.takeUnretainedValue().truncate(to: Int(size))
            return SQLITE_OK
        }
        methods.xFileSize = { file, size in
            size?.pointee = sqlite3_int64(PageFileSystem.pages(file)?.takeUnretainedValue().size ?? 0)
            return SQLITE_OK
        }
        methods.xSync = { _, _ in SQLITE_OK }
        methods.xLock = { _, _ in SQLITE_OK }
        methods.xUnlock = { _, _ in SQLITE_OK }
        methods.xCheckReservedLock = { _, answer in
            answer?.pointee = 0
            return SQLITE_OK
        }
        methods.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
        methods.xSectorSize = { _ in CInt(PageImage.pageSize) }
        methods.xDeviceCharacteristics = { _ in 0 }
        return methods
    }()
}
