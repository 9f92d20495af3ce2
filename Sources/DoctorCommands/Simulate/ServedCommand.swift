import ArgumentParser
import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A command that is run against the simulated sites; its streams are those of the simulator.
struct ServedCommand {
    /// The program and its arguments.
    var words: [String]
    var environment: [String: String]

    /// Runs it to its end, passing signals on.
    ///
    /// - Returns: The exit code, as a shell would have it: 128 and the signal's number after a signal.
    func run(passingOn signals: AsyncStream<Int32>) async throws -> Int32 {
        guard let program = words.first else { return 0 }
        do {
            return try await run(program, passingOn: signals)
        } catch let error as SubprocessError {
            throw failure(error, program: program)
        }
    }

    private func run(_ program: String, passingOn signals: AsyncStream<Int32>) async throws -> Int32 {
        let (started, announce) = AsyncStream.makeStream(of: pid_t.self)
        return try await withThrowingTaskGroup(of: Int32?.self) { group in
            group.addTask {
                for await process in started {
                    for await number in signals where !Self.terminalSends(number) { kill(process, number) }
                }
                return nil
            }
            group.addTask {
                defer { announce.finish() }
                let outcome = try await Subprocess.run(
                    program.contains("/") ? .path(FilePath(program)) : .name(program),
                    arguments: Arguments(Array(words.dropFirst())),
                    environment: .custom(keys),
                    input: .currentStandardInput,
                    output: .currentStandardOutput,
                    error: .currentStandardError
                ) { process in
                    announce.yield(process.processIdentifier.value)
                    announce.finish()
                }
                switch outcome.terminationStatus {
                case .exited(let code): return code
                case .signaled(let number): return 128 + number
                }
            }
            for try await code in group {
                guard let code else { continue }
                group.cancelAll()
                return code
            }
            return 0
        }
    }

    private var keys: [Environment.Key: String] {
        environment.reduce(into: [:]) { keys, variable in
            if let key = Environment.Key(rawValue: variable.key) { keys[key] = variable.value }
        }
    }

    /// Ctrl-C reaches all programs in front of a terminal, the command too: passed on, it would come twice.
    private static func terminalSends(_ number: Int32) -> Bool {
        number == SIGINT && (0...2).contains { tcgetpgrp($0) == getpgrp() }
    }

    /// Says why the command did not run, with the exit code that shells have for it.
    private func failure(_ error: SubprocessError, program: String) -> any Error {
        guard error.code == .executableNotFound || error.code == .spawnFailed else {
            return CommandFailure.unable("\(error)")
        }
        let isThere = program.contains("/") && FileManager.default.fileExists(atPath: program)
        Output.error(
            isThere
                ? "\(program): the command can't be run; is it a program, and may you execute it?"
                : "\(program): there is no such command\(program.contains("/") ? "" : " in PATH")")
        return ExitCode(isThere ? 126 : 127)
    }
}
