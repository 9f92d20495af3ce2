import ArgumentParser
import AssistantServer
import ConfluenceClient
import Foundation
import LiveTransport

/// `mcp`: serves the doctor's work to assistants over standard input and output.
struct MCPCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: "Serve diagnose, explain, try_repair and permissions to an assistant, as MCP tools over stdio.",
        discussion: """
            Messages are lines of JSON-RPC 2.0 (Model Context Protocol). Nothing on a site is changed. Secrets are taken \
            from files and from the environment, never from arguments: an assistant passes the path of a configuration, \
            or a configuration with references (env:NAME, file:NAME). Referenced secrets go only to hosts named by --host. \
            Ends with its input; exit code 0.
            """
    ).showing(
        "mcp --host acme.atlassian.net --secrets-dir ~/.secrets"
    )

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A host to which secrets may be sent that an assistant refers to; may be given again.", valueName: "name"))
    var host: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("The folder of the files that an assistant may refer to as secrets.", valueName: "folder"))
    var secretsDir: String?

    @OptionGroup var connection: ConnectionOptions

    /// A configuration is a page of text, a secret is a line.
    private static let fileLimit = 4 << 20

    func run() async throws {
        let transport = try connection.transport()
        let start = ContinuousClock()
        let world = AssistantWorld(
            send: transport.send,
            readFile: { path in
                // Standard input is the assistant's.
                guard path != "-" else { throw ToolRefusal("“-” names no file here") }
                do {
                    return try InputFile.bytes(path, limit: Self.fileLimit)
                } catch {
                    throw ToolRefusal("\(error)")
                }
            },
            environment: ProcessInfo.processInfo.environment,
            hosts: Set(host.compactMap(HostName.host)), secretsFolder: secretsDir,
            page: { CausePage.render($0) }, now: { start.now }, date: { Date() },
            wait: { try await Task.sleep(for: .seconds($0)) })
        let server = AssistantServer(world: world, version: DoctorCommand.versionNumber) { line in
            Output.bytes(line)
        }
        await server.serve(StandardInput.lines())
        await transport.shutdown()
    }
}
