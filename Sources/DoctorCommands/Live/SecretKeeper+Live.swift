import Foundation
import LiveSites
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

extension SecretKeeper {
    /// That of this machine: its environment, files and programs.
    static var live: SecretKeeper {
        SecretKeeper(environment: ProcessInfo.processInfo.environment, file: read, command: run)
    }

    /// More than any secret, and less than a mistaken path could fill the memory with.
    private static let largest = 1 << 16

    @Sendable
    private static func read(_ path: String) -> SecretFile? {
        let path = UserFolder.expanding(path)
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: largest)
        else { return nil }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        return SecretFile(text: String(decoding: data, as: UTF8.self), isOpenToOthers: mode & 0o077 != 0)
    }

    /// How long a program may take; one that asks for a passphrase has a person before it.
    private static let patience = Duration.seconds(120)

    @Sendable
    private static func run(_ words: [String]) async -> CommandAnswer {
        guard let program = words.first.map(UserFolder.expanding) else { return .failed(words: "it names no program") }
        do {
            return try await withThrowingTaskGroup(of: CommandAnswer.self) { group in
                group.addTask {
                    let outcome = try await Subprocess.run(
                        program.contains("/") ? .path(FilePath(program)) : .name(program),
                        arguments: Arguments(Array(words.dropFirst())), input: .none,
                        output: .string(limit: largest), error: .discarded)
                    switch outcome.terminationStatus {
                    case .exited(0): return .written(outcome.standardOutput)
                    case .exited(let code): return .failed(words: "it ended with the code \(code)")
                    case .signaled(let number): return .failed(words: "it was ended by the signal \(number)")
                    }
                }
                group.addTask {
                    try await Task.sleep(for: patience)
                    return .failed(words: "it did not end within \(patience.components.seconds) s")
                }
                defer { group.cancelAll() }
                return try await group.next() ?? .failed(words: "it did not end")
            }
        } catch {
            // The library's words may hold what the program wrote.
            return .failed(words: "it could not be run, or wrote too much")
        }
    }
}
