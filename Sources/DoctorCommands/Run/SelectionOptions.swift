import ArgumentParser
import Scenarios

/// The options that choose among the scenarios that were found, and order them.
struct SelectionOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Only scenarios whose name or file matches.", valueName: "regex"))
    var filter: String?

    @Option(name: .long, help: ArgumentHelp("Only scenarios with this tag; may be given again.", valueName: "tag"))
    var tag: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("Only this part of the work, for machines that share it: 2/4.", valueName: "i/n"),
        transform: Self.shard(parsing:))
    var shard: Shard?

    @Option(
        name: .long,
        help: ArgumentHelp("Shuffle the order; the same seed gives the same order.", valueName: "seed"))
    var shuffle: UInt64?

    var selection: ScenarioSelection { ScenarioSelection(filter: filter, tags: tag) }

    private static func shard(parsing text: String) throws -> Shard {
        guard let shard = Shard(text) else {
            throw ValidationError("“\(text)” is no part of a run; the second of four is written 2/4")
        }
        return shard
    }
}
