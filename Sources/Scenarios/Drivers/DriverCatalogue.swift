import Documents
import Foundation

/// The drivers that can be named on the command line.
package enum DriverCatalogue {
    package static let names = ["native", "elitea"]

    /// Why a driver can't be used, with what to do about it.
    package struct Unavailable: Error, Sendable, Hashable, CustomStringConvertible {
        package var description: String
    }

    /// The driver of that name, checked to be ready.
    ///
    /// - Parameters:
    ///   - environment: The caller's environment; it says where prepared drivers are, and is passed on to them.
    ///   - searchFolders: Where `Drivers/NAME/driver.py` is looked for, after the folder of prepared drivers.
    package static func driver(
        named name: String,
        environment: [String: String],
        searchFolders: [String]
    ) throws(Unavailable) -> any Driver {
        switch name {
        case "native": return NativeDriver()
        case "elitea": return try pythonDriver(name, environment: environment, searchFolders: searchFolders)
        default: throw Unavailable(description: DocumentNode.unknown("driver", name, among: names))
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
            command: MCPDriver.Command(executable: python, arguments: [program], environment: environment))
    }

    /// Where `scripts/setup-driver` puts what it prepares.
    private static func folder(_ environment: [String: String]) -> String {
        if let folder = environment["CONFLUENCE_DOCTOR_DRIVERS"], !folder.isEmpty { return folder }
        let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        return (cache ?? "\(environment["HOME"] ?? "")/.cache") + "/confluence-doctor/drivers"
    }
}
