import Foundation
import Scenarios

/// The drivers that `--driver` names: `native,elitea`, or `mcp:MAP.yaml`, whose path may hold commas itself.
struct DriverNames {
    /// Each once, in the order in which they were given.
    let names: [String]

    init(_ arguments: [String]) {
        var names: [String] = []
        for argument in arguments {
            var rest = argument[...]
            while !rest.isEmpty {
                let end = rest.hasPrefix("mcp:") ? rest.endIndex : rest.firstIndex(of: ",") ?? rest.endIndex
                let name = String(rest[..<end]).trimmingCharacters(in: .whitespaces)
                if !name.isEmpty, !names.contains(name) { names.append(name) }
                rest = rest[end...].dropFirst()
            }
        }
        self.names = names
    }

    /// The drivers, all checked to be there before anything runs.
    func ready() throws -> [any Driver] {
        try names.map { name in
            if let mistake = DriverCatalogue.mistake(in: name) { throw CommandFailure.usage(mistake) }
            do throws(DriverCatalogue.Unavailable) {
                return try DriverCatalogue.driver(
                    named: name,
                    environment: ProcessInfo.processInfo.environment,
                    searchFolders: [FileManager.default.currentDirectoryPath],
                    send: ToolServers.send
                )
            } catch {
                throw CommandFailure.unable(error.description)
            }
        }
    }
}
