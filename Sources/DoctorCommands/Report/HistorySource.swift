import ArgumentParser
import RunHistory

/// The history that a command reads, and how much of it.
struct HistorySource: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The history that “run --history” wrote.", valueName: "file"))
    var history: String

    @Option(name: .long, help: ArgumentHelp("Only so many of the latest runs.", valueName: "count"))
    var last: Int?

    func validate() throws {
        if let last, last < 1 { throw ValidationError("--last \(last) would leave no run; give 1 or more") }
    }

    func history() async throws -> RunHistory {
        do {
            return try await RunHistory.open(history, mayBeNew: false)
        } catch let error as RunHistoryError {
            throw CommandFailure.usage(error.description)
        }
    }
}
