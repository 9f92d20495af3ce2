import ConfluenceWire
import Foundation
import Subprocess
import SystemPackage
import Testing

/// The `confluence-doctor` that was built beside these tests, run as a user runs it.
enum BuiltCommand {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String

        /// The first line of standard output as JSON.
        func json() throws -> JSON {
            try JSONReader.read(output)
        }
    }

    /// The package's root folder, in which every command is run.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static var path: String {
        if let named = ProcessInfo.processInfo.environment["CONFLUENCE_DOCTOR_BINARY"] { return named }
        let tests = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        return tests.appending(path: "confluence-doctor").path()
    }

    static func run(
        _ arguments: [String],
        input: String = "",
        environment: [Environment.Key: String?] = [:]
    ) async throws -> Outcome {
        // The library traps where a command ends before all was written to it, so what it is to read lies in a file.
        guard !input.isEmpty else { return try await run(arguments, input: .none, environment) }
        return try await withTemporaryFolder { folder in
            let file = folder.appending(path: "input").path()
            try Data(input.utf8).write(to: URL(filePath: file))
            let opened = try FileDescriptor.open(FilePath(file), .readOnly)
            return try await run(
                arguments, input: .fileDescriptor(opened, closeAfterSpawningProcess: true), environment)
        }
    }

    /// Runs the command with words as a shell takes them, so with its redirections too.
    ///
    /// - Parameter prefix: What stands before the command.
    static func inShell(_ words: String, after prefix: String = "") async throws -> Outcome {
        let result = try await Subprocess.run(
            .path("/bin/sh"),
            arguments: ["-c", "\(prefix)\"$0\" \(words)", path],
            workingDirectory: .init(root.path()),
            input: .none,
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20)
        )
        return Outcome(
            status: code(result.terminationStatus), output: result.standardOutput, errors: result.standardError)
    }

    private static func run(
        _ arguments: [String],
        input: some InputProtocol,
        _ environment: [Environment.Key: String?]
    ) async throws -> Outcome {
        let result = try await Subprocess.run(
            .path(.init(path)),
            arguments: Arguments(arguments),
            environment: .inherit.updating(environment),
            workingDirectory: .init(root.path()),
            input: input,
            output: .string(limit: 16 << 20),
            error: .string(limit: 1 << 20)
        )
        return Outcome(
            status: code(result.terminationStatus), output: result.standardOutput, errors: result.standardError)
    }

    /// Runs `simulate` for as long as `body` takes, then ends it as Ctrl-C does.
    ///
    /// - Parameter options: What is asked of it beside the site.
    /// - Returns: The exit code of the simulator, and what `body` gave.
    static func simulating<Result: Sendable>(
        site: String,
        options: [String] = [],
        body: @Sendable (_ announced: JSON) async throws -> Result
    ) async throws -> (status: Int32, result: Result) {
        try await simulating(["--site", site] + options) { announced, _ in try await body(announced) }
    }

    /// The same with all words of the command, for a body that may itself end the process.
    static func simulating<Result: Sendable>(
        _ words: [String],
        body: @Sendable (_ announced: JSON, _ process: pid_t) async throws -> Result
    ) async throws -> (status: Int32, result: Result) {
        let outcome = try await Subprocess.run(
            .path(.init(path)),
            arguments: Arguments(["simulate", "--port", "0", "--format", "json"] + words),
            workingDirectory: .init(root.path()),
            input: .none,
            output: .sequence,
            error: .discarded
        ) { execution in
            var lines = execution.standardOutput.strings().makeAsyncIterator()
            let line = try #require(try await lines.next(), "the simulator said nothing")
            let result = try await body(try JSONReader.read(line), execution.processIdentifier.value)
            // One that ended already takes no signal.
            try? execution.send(signal: .interrupt)
            while try await lines.next() != nil {}
            return result
        }
        return (code(outcome.terminationStatus), outcome.closureResult)
    }

    private static func code(_ status: TerminationStatus) -> Int32 {
        switch status {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
    }
}

/// A folder for one test's files, gone when the test ends.
func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "confluence-doctor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
