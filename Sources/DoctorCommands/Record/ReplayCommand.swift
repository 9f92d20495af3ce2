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

            Exit codes: 0 ended by Ctrl-C or written, 1 --strict was broken, 2 unusable arguments or no recording, 3 the \
            port can't be had.
            """
    ).showing(
        "replay session.har --port 8096 --strict",
        "replay session.har --as-site -o site.yaml"
    )

    @Argument(help: ArgumentHelp("The recording.", valueName: "file.har"))
    var file: String

    @Option(name: .long, help: "The port to listen on; 0 takes a free one.")
    var port = 0

    @OptionGroup var relay: RelayOptions

    @Flag(name: .long, help: "Fail the run when anything was asked for that was not recorded.")
    var strict = false

    @Flag(name: .long, help: "Write a site file instead of serving.")
    var asSite = false

    @Option(name: .shortAndLong, help: ArgumentHelp("The site file to write; - is standard output.", valueName: "file"))
    var output: String?

    func validate() throws {
        if !(0...65535).contains(port) { throw ValidationError("--port \(port) is no port; it must be 0 to 65535") }
        try relay.check()
        if output != nil, !asSite {
            throw ValidationError("-o goes with --as-site: a recording that is served writes nothing")
        }
        if asSite, strict || relay.proxy {
            throw ValidationError("--as-site serves nothing, so --strict and --proxy say nothing")
        }
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
        let passed = ReverseProxy(site).passing(replay.send)
        try await relay.serve(
            site, verb: "replaying \(exchanges.count) exchanges with \(site.origin)", port: port,
            send: { request in
                request.head.url.path == SimulationNotice.path
                    ? StreamedResponse(whole: SimulationNotice.response(of: "replay")) : try await passed(request)
            }
        ) { signals in for await _ in signals { break } }
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
