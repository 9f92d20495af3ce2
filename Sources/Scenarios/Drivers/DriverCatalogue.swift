import ConfluenceToolkit
package import ConfluenceWire
import Documents
import Foundation

/// The drivers that can be named on the command line.
package enum DriverCatalogue {
    package static let names = ["native", "elitea", "alita", "http"]

    /// Why a driver can't be used, with what to do about it.
    package struct Unavailable: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String
    }

    /// What is wrong with a driver's name; `nil` where it can be asked for.
    package static func mistake(in name: String) -> String? {
        switch name {
        case mapPrefix: return "“mcp:” needs a tool map behind it, such as mcp:Drivers/maps/mcp-atlassian.yaml"
        case programPrefix: return "“exec:” needs a command behind it, such as “exec:python3 driver.py”"
        default:
            if name.hasPrefix(mapPrefix) || name.hasPrefix(programPrefix) || names.contains(name) { return nil }
            return DocumentNode.unknown(
                "driver", name, among: names + ["\(mapPrefix)MAP.yaml", "\(programPrefix)COMMAND"])
        }
    }

    /// What stands before the path of a tool map.
    private static let mapPrefix = "mcp:"
    /// What stands before the command of a driver of one's own.
    private static let programPrefix = "exec:"

    /// The driver of that name, checked to be ready.
    ///
    /// - Parameters:
    ///   - environment: The caller's environment; it says where prepared drivers are, and is passed on to them.
    ///   - searchFolders: Where `Drivers/NAME/driver.py` is looked for, after the folder of prepared drivers.
    ///   - send: Asks servers of tool maps that answer over HTTP.
    package static func driver(
        named name: String,
        environment: [String: String],
        searchFolders: [String],
        send: @escaping Send
    ) throws(Unavailable) -> any Driver {
        switch name {
        case "native": return NativeDriver()
        case "http": return RequestsOnlyDriver()
        case "elitea", "alita": return try pythonDriver(name, environment: environment, searchFolders: searchFolders)
        default:
            if let mistake = mistake(in: name) { throw Unavailable(description: mistake) }
            if name.hasPrefix(programPrefix) {
                return try ownDriver(String(name.dropFirst(programPrefix.count)), environment: environment)
            }
            let map = try toolMap(at: String(name.dropFirst(mapPrefix.count)))
            return MappedDriver(map: map, drivers: folder(environment), environment: environment, send: send)
        }
    }

    /// A program that speaks the protocol of Drivers/README.md, called after its file.
    private static func ownDriver(
        _ command: String, environment: [String: String]
    ) throws(Unavailable) -> MCPDriver {
        let words = command.split(separator: " ").map(String.init)
        let program = words.first ?? command
        guard isThere(program, environment: environment) else {
            throw Unavailable(
                description:
                    "exec:\(command): there is no program “\(program)”\(program.contains("/") ? "" : " in PATH")")
        }
        let file = (words.last ?? command) as NSString
        return MCPDriver(
            name: (file.lastPathComponent as NSString).deletingPathExtension,
            command: MCPDriver.Command(
                executable: program, arguments: Array(words.dropFirst()), environment: environment))
    }

    private static func isThere(_ program: String, environment: [String: String]) -> Bool {
        let files = FileManager.default
        if program.contains("/") { return files.isExecutableFile(atPath: program) }
        return (environment["PATH"] ?? "").split(separator: ":").contains { folder in
            files.isExecutableFile(atPath: "\(folder)/\(program)")
        }
    }

    private static func toolMap(at path: String) throws(Unavailable) -> ToolMap {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Unavailable(description: "\(path): there is no such tool map, or it can't be read")
        }
        do {
            return try ToolMapReader.read(DocumentReader.read(Array(data), file: path))
        } catch {
            throw Unavailable(description: error.description)
        }
    }

    private static func pythonDriver(
        _ name: String, environment: [String: String], searchFolders: [String]
    ) throws(Unavailable) -> MCPDriver {
        let prepared = "\(folder(environment))/\(name)"
        let python = "\(prepared)/bin/python"
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw Unavailable(
                description:
                    "the driver \(name) is not set up (there is no \(python)); run scripts/setup-driver \(name)")
        }
        let candidates = [prepared + "/driver.py"] + searchFolders.map { "\($0)/Drivers/\(name)/driver.py" }
        guard let program = candidates.first(where: FileManager.default.isReadableFile(atPath:)) else {
            throw Unavailable(
                description: "Drivers/\(name)/driver.py is not found; run the command in the project's folder")
        }
        return MCPDriver(
            name: name,
            command: MCPDriver.Command(executable: python, arguments: [program], environment: nursed(environment)),
            absent: name == "alita" ? indexTools : [:])
    }

    /// Names this process as the one whose drivers may share one import of their SDK; `off` is left as it is.
    private static func nursed(_ environment: [String: String]) -> [String: String] {
        environment.merging(["CONFLUENCE_DOCTOR_NURSERY": String(ProcessInfo.processInfo.processIdentifier)]) {
            given, own in given == "off" ? given : own
        }
    }

    /// What the older SDK's index tools import is not among what is installed for it.
    private static let indexTools = Dictionary(
        uniqueKeysWithValues: ToolkitTool.allCases.filter { $0.group == .index }.map {
            ($0.rawValue, "it is set up without a platform's client; the driver elitea has one")
        })

    /// Where `scripts/setup-driver` puts what it prepares.
    private static func folder(_ environment: [String: String]) -> String {
        if let folder = environment["CONFLUENCE_DOCTOR_DRIVERS"], !folder.isEmpty { return folder }
        let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        return (cache ?? "\(environment["HOME"] ?? "")/.cache") + "/confluence-doctor/drivers"
    }
}
