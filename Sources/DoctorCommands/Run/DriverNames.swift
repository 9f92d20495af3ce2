import Foundation
import Scenarios

/// The drivers that `--driver` names: `native,elitea,mcp:MAP.yaml`.
struct DriverNames {
    /// Each once, in the order in which they were given.
    let names: [String]

    init(_ arguments: [String]) {
        var names: [String] = []
        for argument in arguments {
            for part in argument.split(separator: ",") {
                let name = part.trimmingCharacters(in: .whitespaces)
                if !name.isEmpty, !names.contains(name) { names.append(name) }
            }
        }
        self.names = names
    }

    /// The drivers, all checked to be there before anything runs.
    func ready() throws -> [any Driver] {
        try names.map { name in
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
