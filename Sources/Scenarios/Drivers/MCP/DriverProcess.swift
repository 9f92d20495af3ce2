import Subprocess
import Synchronization

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A process that could not be started, as the failure that each call is to meet.
struct ProcessNotStarted: Error {
    var reason: DriverFailure
}

/// A driver's process: started in a session of its own, and ended with all its children whatever happens.
struct DriverProcess: Sendable {
    typealias Running = Execution<CustomWriteInput, SequenceOutput, SequenceOutput>

    let driver: String
    let command: MCPDriver.Command

    /// What came of the work with the process, and whether the process is still to be trusted.
    struct Ending<Result: Sendable>: Sendable {
        var result: Swift.Result<Result, any Error>
        var hasFailed: Bool
    }

    /// Starts the process, lends it to `body` with what it writes on standard error, and sees it off.
    ///
    /// - Parameter reading: Takes in what it writes on standard output, while `body` works with it.
    /// - Throws: ``ProcessNotStarted``, or whatever `body` ended with.
    func run<Result: Sendable>(
        reading: @escaping @Sendable (SubprocessOutputSequence, LastWords) async -> Void,
        _ body: @Sendable (Running, LastWords) async -> Ending<Result>
    ) async throws -> Result {
        BrokenPipe.becomesError()
        // What came of the work is kept aside: a process that ends badly after it takes nothing back.
        let kept = Mutex<Swift.Result<Result, any Error>?>(nil)
        var failure: any Error = CancellationError()
        do {
            _ = try await Subprocess.run(
                executable,
                arguments: Arguments(command.arguments),
                environment: .custom(environment),
                platformOptions: Self.platformOptions,
                input: .inputWriter,
                output: .sequence,
                error: .sequence
            ) { process in
                let result = await Self.lend(process, reading, body)
                kept.withLock { $0 = result }
            }
        } catch {
            failure = error
        }
        if let result = kept.withLock({ $0 }) { return try result.get() }
        if failure is CancellationError { throw failure }
        throw ProcessNotStarted(reason: .notStarted(driver: driver, reason: "\(failure)"))
    }

    private static func lend<Result: Sendable>(
        _ process: Running,
        _ reading: @escaping @Sendable (SubprocessOutputSequence, LastWords) async -> Void,
        _ body: @Sendable (Running, LastWords) async -> Ending<Result>
    ) async -> Swift.Result<Result, any Error> {
        let lastWords = LastWords()
        return await withTaskGroup(of: Void.self) { group in
            group.addTask { await reading(process.standardOutput, lastWords) }
            group.addTask {
                do {
                    for try await chunk in process.standardError { lastWords.append(chunk.bytesCopy) }
                } catch {
                    lastWords.append(Array("its standard error could not be read: \(error)\n".utf8))
                }
            }
            let ending = await body(process, lastWords)
            try? await process.standardInputWriter.finish()
            // A process that has failed once is not asked to leave, it is told to.
            await process.teardown(using: ending.hasFailed ? dismissal : farewell)
            // A child that got away from its session may hold the streams open for as long as it likes.
            group.cancelAll()
            await group.waitForAll()
            return ending.result
        }
    }

    /// The words of a command are a path where they hold a slash, and else a name to look for in `PATH`.
    private var executable: Executable {
        command.executable.contains("/") ? .path(FilePath(command.executable)) : .name(command.executable)
    }

    private var environment: [Environment.Key: String] {
        command.environment.reduce(into: [:]) { keys, variable in
            if let key = Environment.Key(rawValue: variable.key) { keys[key] = variable.value }
        }
    }

    /// First the time to leave by itself: SIGCONT changes nothing for a process that runs, and wakes one that was stopped.
    private static let farewell: [TeardownStep] =
        [.send(signal: .resume, toProcessGroup: true, allowedDurationToNextStep: .seconds(2))] + dismissal

    private static let dismissal: [TeardownStep] = [
        .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500))
    ]

    private static var platformOptions: PlatformOptions {
        var options = PlatformOptions()
        // A session of its own: its children end with it, and Ctrl-C at the terminal reaches it through us only.
        options.createSession = true
        options.teardownSequence = dismissal
        return options
    }
}
