import ArgumentParser
import ConfluenceToolkit
import Documents

/// The arguments that name a configuration, for every command that reads one.
struct ConfigurationSource: ParsableArguments {
    @Argument(help: ArgumentHelp("The configuration's file, or - for standard input.", valueName: "config"))
    var config: String

    @Option(name: .long, help: ArgumentHelp("Which toolkit, where the file holds several.", valueName: "name"))
    var toolkit: String?

    func document() throws -> DocumentNode { try InputFile.document(config) }

    /// The document with its text as it was written, to point at places in it.
    func documentWithText() throws -> (node: DocumentNode, text: DocumentText) {
        let bytes = try InputFile.bytes(config)
        return (try InputFile.document(bytes, of: config), DocumentText(bytes))
    }

    /// The file as reports name it; standard input has no name.
    var file: String? { config == "-" ? nil : config }

    /// The toolkits of the file, or the one that was named.
    func configurations(in document: DocumentNode) throws -> [ToolkitConfiguration] {
        let configurations: [ToolkitConfiguration]
        do {
            configurations = try ConfigurationReader.read(document)
        } catch {
            throw CommandFailure.usage(error.description)
        }
        guard let toolkit else { return configurations }
        let named = configurations.filter { $0.name == toolkit }
        if named.isEmpty {
            let names = configurations.compactMap(\.name)
            throw CommandFailure.usage(DocumentNode.unknown("toolkit", toolkit, among: names))
        }
        return named
    }

    /// The one toolkit that a command works with.
    func configuration() throws -> ToolkitConfiguration { try configuration(in: document()) }

    func configuration(in document: DocumentNode) throws -> ToolkitConfiguration {
        let all = try configurations(in: document)
        guard let first = all.first, all.count == 1 else {
            let names = all.enumerated().map { $1.name ?? "toolkit \($0 + 1)" }.joined(separator: ", ")
            throw CommandFailure.usage("\(config) holds several toolkits; name one with --toolkit: \(names)")
        }
        return first
    }
}
