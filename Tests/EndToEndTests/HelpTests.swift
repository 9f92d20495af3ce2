import ArgumentParser
import DoctorCommands
import Foundation
import Testing

@Suite("The help of every command")
struct HelpTests {
    private static let commands = [
        "diagnose", "permissions", "bundle show", "monitor", "mcp", "run", "clean", "report merge", "report trends",
        "metrics", "findings", "contract check", "contract record", "contract lock", "contract diff", "contract apply",
        "simulate", "record", "replay", "site export", "site import", "explain", "migrate",
    ]

    @Test("tells its exit codes, and has examples", arguments: commands)
    func help(command: String) async throws {
        let outcome = try await BuiltCommand.run(command.split(separator: " ").map(String.init) + ["--help"])
        #expect(outcome.status == 0)
        let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.localizedCaseInsensitiveContains("exit code"), "\(outcome.output)")
        #expect(!examples(outcome.output).isEmpty, "\(outcome.output)")
    }

    @Test("has examples that can be typed as they stand", arguments: commands)
    func examples(command: String) async throws {
        let help = try await BuiltCommand.run(command.split(separator: " ").map(String.init) + ["--help"])
        for example in examples(help.output) {
            let words = example.split(separator: " ").map(String.init)
            do {
                _ = try DoctorCommand.parseAsRoot(words)
            } catch {
                Issue.record("\(example): \(DoctorCommand.message(for: error))")
            }
        }
    }

    /// What the help's examples say behind the command's name.
    private func examples(_ help: String) -> [String] {
        help.split(separator: "\n").filter { $0.hasPrefix("  confluence-doctor ") }
            .map { String($0.dropFirst("  confluence-doctor ".count)) }
    }
}
