import ArgumentParser
import Diagnosis

/// How long a command waits for a site that says that too many requests were sent.
struct PatienceOption: ParsableArguments {
    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp(
            "The most seconds to wait in all where the site says 429; 0 waits for nothing.", valueName: "seconds"))
    var maxWait = 30

    func validate() throws {
        if maxWait < 0 { throw ValidationError("--max-wait must not be negative") }
    }

    /// Waits, and says so.
    ///
    /// - Parameter hint: How to have it otherwise, where the command has this option.
    static func wait(hint: String = " (--max-wait 0 doesn't)") -> Doctor.Wait {
        { seconds in
            Output.note("too many requests, says the site: waiting \(seconds) s\(hint)")
            try await Task.sleep(for: .seconds(seconds))
        }
    }
}
