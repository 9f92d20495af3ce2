import ArgumentParser
import ConfluenceModel

/// On which live sites something is done, for every command that asks one.
struct LiveOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Ask a live site in the place of simulated ones, by its profile; several with commas between them.",
            valueName: "live:name"))
    var against: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("The file of profiles; by default the one of your configuration folder.", valueName: "file"))
    var profiles: String?

    @Flag(name: .long, help: "Allow writes, where the profile allows them as well; they stay in its scratch space.")
    var allowWrites = false

    @Flag(name: .long, help: "Begin without asking the doctor whether the site can be used.")
    var withoutDoctor = false

    /// The names of the profiles, each once.
    var names: [String] {
        get throws {
            var names: [String] = []
            for argument in against.flatMap({ $0.split(separator: ",") }) {
                guard argument.hasPrefix("live:"), argument.count > 5 else {
                    throw ValidationError("--against \(argument): write live:NAME, with the name of a profile")
                }
                let name = String(argument.dropFirst(5))
                if !names.contains(name) { names.append(name) }
            }
            return names
        }
    }

    func validate() throws {
        let names = try names
        guard names.isEmpty else { return }
        if profiles != nil { throw ValidationError("--profiles says where profiles are; --against live:NAME uses one") }
        if allowWrites { throw ValidationError("--allow-writes is for live sites; name one by --against live:NAME") }
    }
}
