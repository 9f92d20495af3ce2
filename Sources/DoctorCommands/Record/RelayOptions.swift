import ArgumentParser
import ConfluenceWire
import SimulatorServer

/// How a command stands in the place of a site: for whom, and how it says where.
struct RelayOptions: ParsableArguments {
    @Flag(name: .long, help: "Be a forward proxy as well, for clients that know the site by its own https address.")
    var proxy = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the run's certificate authority here; without it, to a file that ends with the run.",
            valueName: "file"))
    var caOut: String?

    @Option(name: .long, help: "text, or json: one line once it listens.")
    var format: RelayFormat = .text

    func check() throws {
        if caOut != nil, !proxy { throw ValidationError("--ca-out goes with --proxy: without it there is no CA") }
    }

    /// Answers in the place of a site, after saying where, until `stay` has had enough.
    ///
    /// - Parameters:
    ///   - others: Further hosts that clients of the proxy may ask for.
    ///   - verb: What is done there, for people.
    func serve(
        _ site: WebAddress, others: [String] = [], verb: String, host: String = "127.0.0.1", port: Int,
        journal: String? = nil, send: @escaping StreamedSend, stay: @escaping (AsyncStream<Int32>) async -> Void
    ) async throws {
        var options = RelayServer.Options()
        options.host = host
        options.port = port
        let authority = proxy ? try RunAuthority(at: caOut) : nil
        defer { authority?.file.remove() }
        options.authority = authority?.authority
        options.onTrouble = { Output.note("\($0)") }
        let server: RunningSimulatorServer
        do {
            server = try await RelayServer.start(to: [site.host] + others, options: options, send: send)
        } catch {
            throw CommandFailure.unable("\(error)")
        }
        let announcement = RelayAnnouncement(
            verb: verb, path: site.path, host: host, port: server.port, site: site,
            authorityFile: authority?.file.path, journal: journal)
        await Interruption.listening { signals in
            Output.line(format == .json ? announcement.json.compactText : announcement.text)
            await stay(signals)
        }
        await server.stop()
    }
}

/// How a command that stands in a site's place says where.
enum RelayFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}
