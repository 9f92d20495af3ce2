import ArgumentParser
import Diagnosis

/// How long a command waits for a site that says that too many requests were sent.
struct PatienceOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The most seconds to wait in all where the site says 429; 0 waits for nothing.", valueName: "seconds"))
    var maxWait = 30

    func validate() throws {
        if maxWait < 0 { throw ValidationError("--max-wait must not be negative") }
    }

    /// Waits, and says so.
    static let wait: Doctor.Wait = { seconds in
        Output.note("too many requests, says the site: waiting \(seconds) s (--max-wait 0 doesn't)")
        try await Task.sleep(for: .seconds(seconds))
    }
}
