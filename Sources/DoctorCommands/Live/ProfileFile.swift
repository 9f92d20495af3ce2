import ConfluenceModel
import Documents
import Foundation
import LiveSites

/// The file in which a person describes live sites.
struct ProfileFile {
    let path: String
    let profiles: [LiveProfile]

    /// - Parameter path: `nil` for the one of the user's configuration folder.
    static func read(_ path: String?) throws(CommandFailure) -> ProfileFile {
        let file = path ?? defaultPath
        if path == nil, !FileManager.default.fileExists(atPath: file) {
            throw .usage("there is no file of profiles at \(file); docs/live-sites.md says what stands in it")
        }
        do {
            return ProfileFile(path: file, profiles: try ProfilesReader.read(try InputFile.document(file)))
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw .usage("\(error)")
        }
    }

    func named(_ name: String) throws(CommandFailure) -> LiveProfile {
        if let profile = profiles.first(where: { $0.name == name }) { return profile }
        guard !profiles.isEmpty else { throw .usage("\(path): the file has no profiles") }
        throw .usage("\(path): \(DocumentNode.unknown("profile", name, among: profiles.map(\.name)))")
    }

    private static var defaultPath: String {
        UserFolder.path("XDG_CONFIG_HOME", otherwise: ".config") + "/profiles.yaml"
    }
}

/// The folders that a user's programs keep their files in.
enum UserFolder {
    /// This program's own folder in the one that a variable names, or in the usual one of the home folder.
    static func path(_ variable: String, otherwise usual: String) -> String {
        let environment = ProcessInfo.processInfo.environment
        let base = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (base ?? "\(environment["HOME"] ?? "")/\(usual)") + "/confluence-doctor"
    }

    /// The path with a `~` at its beginning filled in.
    static func expanding(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/") else { return path }
        return (ProcessInfo.processInfo.environment["HOME"] ?? "") + path.dropFirst()
    }
}
