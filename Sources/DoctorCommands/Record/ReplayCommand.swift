import ArgumentParser
import ConfluenceWire
import Documents
import Foundation
import Recording
import SimulatorServer
import Synchronization

/// `replay`: serves a recording, or makes a site file of it.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Serve a recording: the same requests are answered as they were; or make a site file of it.",
        discussion: """
            Any HAR file will do. A request is one that was recorded when method, path and query are the same, the query \
            in any order; one that was recorded several times is answered in that order, and then as the last time. \
            What was not recorded is answered 404 with the header X-Replay: unmatched, and told with the recorded \
            request that is nearest. With --strict the run ends with exit code 1 when there was such a request.

            --as-site writes a site file for simulate --site, with what the recording shows of the site; what it does \
            not show is told.
            """
    )

    @Argument(help: ArgumentHelp("The recording.", valueName: "file.har"))
    var file: String

    @Option(name: .long, help: "The port to listen on; 0 takes a free one.")
    var port = 0

    @Flag(name: .long, help: "Be a forward proxy as well, for clients that know the site by its own https address.")
    var proxy = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the run's certificate authority here; without it, to a file that ends with the run.",
            valueName: "file"))
    var caOut: String?

    @Flag(name: .long, help: "Fail the run when anything was asked for that was not recorded.")
    var strict = false

    @Flag(name: .long, help: "Write a site file instead of serving.")
    var asSite = false

    @Option(name: .shortAndLong, help: ArgumentHelp("The site file to write; - is standard output.", valueName: "file"))
    var output: String?

    @Option(name: .long, help: "text, or json: one line once it listens.")
    var format: AnnouncementFormat = .text

    func validate() throws {
        if !(0...65535).contains(port) { throw ValidationError("--port \(port) is no port; it must be 0 to 65535") }
        if caOut != nil, !proxy { throw ValidationError("--ca-out goes with --proxy: without it there is no CA") }
        if output != nil, !asSite {
            throw ValidationError("-o goes with --as-site: a recording that is served writes nothing")
        }
        if asSite, strict || proxy {
            throw ValidationError("--as-site serves nothing, so --strict and --proxy say nothing")
        }
        if format == .markdown { throw ValidationError("--format is text or json here") }
    }

    func run() async throws {
        let exchanges: [Exchange]
        do {
            exchanges = try HARReader.read(try InputFile.bytes(file, limit: 1 << 30))
        } catch let unreadable as HARReader.Unreadable {
            throw CommandFailure.usage("\(file): \(unreadable)")
        }
        guard let site = SiteFromRecording.address(in: exchanges) else {
            throw CommandFailure.usage("\(file): the recording has no exchanges")
        }
        if asSite { return try writeSite(exchanges) }
        try await serve(exchanges, site)
    }

    private func serve(_ exchanges: [Exchange], _ site: WebAddress) async throws {
        let playback = Playback(exchanges, matching: .session)
        let told = Mutex<Set<String>>([])
        let replay = ReplayService(playback) { request, nearest in
            let asked = "\(request.method) \(request.url.target)"
            guard told.withLock({ $0.insert(asked).inserted }) else { return }
            let hint = nearest.map { "; nearest: \($0.method) \($0.url.target)" } ?? ""
            Output.note("not recorded: \(asked)\(hint)")
        }
        var options = RelayServer.Options()
        options.port = port
        let authority = try RelayAuthority(isWanted: proxy, path: caOut)
        defer { authority.file?.remove() }
        options.authority = authority.authority
        options.onTrouble = { Output.note("\($0)") }
        let server: RunningSimulatorServer
        do {
            server = try await RelayServer.start(
                to: [site.host], options: options, send: ReverseProxy(site).passing(replay.send))
        } catch {
            throw CommandFailure.unable("\(error)")
        }
        let announcement = RelayAnnouncement(
            verb: "replaying \(exchanges.count) exchanges with \(site.origin)", path: site.path, host: "127.0.0.1",
            port: server.port, site: site, authorityFile: authority.file?.path)
        await Interruption.listening { signals in
            Output.line(format == .json ? announcement.json.compactText : announcement.text)
            for await _ in signals { break }
        }
        await server.stop()
        if strict, playback.misses > 0 { throw ExitStatus.problem }
    }

    private func writeSite(_ exchanges: [Exchange]) throws {
        let (document, gaps) = SiteFromRecording.document(exchanges)
        let text = YAMLWriter.text(document)
        for gap in gaps { Output.note(gap) }
        guard let output, output != "-" else { return Output.line(text) }
        do {
            try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
        } catch {
            throw CommandFailure.usage(
                "\(output): the site file can't be written; check the folder and its permissions")
        }
    }
}
