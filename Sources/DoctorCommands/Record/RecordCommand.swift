import ArgumentParser
import ConfluenceWire
import Foundation
import LiveTransport
import Recording
import Simulator
import SimulatorServer

/// `record`: stands between a client and a site, and keeps what passes, without the secrets in it.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record what any client says to a site and what it answers, as a HAR file without secrets.",
        discussion: """
            A client that is told the printed address in the place of the site's reaches the site as it did before. \
            With --proxy also a client that insists on the site's own https address does, by the variables that are \
            printed. Ctrl-C ends the recording and writes the file. Until then each exchange is kept in a journal beside \
            it, without secrets too; should the recorder be killed, record --finish JOURNAL makes the file of it.

            Nothing is sent to any other host than that of --upstream and those of --also. Exit codes: 0 the file is written, 2 unusable \
            arguments, 3 the recorder could not start or could not write.
            """
    ).showing(
        "record --upstream https://acme.atlassian.net/wiki -o a.har",
        "record --finish a.har.journal"
    )

    @Option(
        name: .long,
        help: ArgumentHelp("The site to pass on to, such as https://acme.atlassian.net/wiki.", valueName: "url"))
    var upstream: String?

    @Option(name: .long, help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "port"))
    var listen = 0

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The address of this machine to listen at; any but 127.0.0.1 lets others use the recorder.",
            valueName: "address"))
    var host = "127.0.0.1"

    @OptionGroup var relay: RelayOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "With --proxy, pass on to this host too, where a client asks for it by name; may be given again. Files of "
                + "Cloud lie at api.media.atlassian.com.", valueName: "host"))
    var also: [String] = []

    @Flag(name: .long, help: "Put the recorder's address in the place of the site's in the texts of answers too.")
    var moveLinks = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The HAR file to write, in the place of one that is there. (default: \(RecordingFile.usualPath))",
            valueName: "file"))
    var output: String?

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("How long to record, such as 30s or 10m; without it, until Ctrl-C.", valueName: "time"),
        transform: Span.init(option:))
    var length: Span?

    @Option(
        name: .long,
        help: ArgumentHelp("Make the HAR file of a recording that did not come to its end.", valueName: "journal"))
    var finish: String?

    @Option(
        name: .long,
        help: ArgumentHelp("How long the site may take to answer, and for each piece.", valueName: "seconds"))
    var timeout = 120.0

    @Option(name: .long, help: ArgumentHelp("Trust the certificates in this file for the site.", valueName: "pem"))
    var caFile: String?

    @Flag(name: .long, help: "Take whatever certificate the site shows.")
    var noVerifySSL = false

    @Option(name: .long, help: ArgumentHelp("Reach the site through this proxy.", valueName: "url"))
    var upstreamProxy: String?

    func validate() throws {
        if finish != nil {
            if upstream != nil || relay.proxy { throw ValidationError("--finish stands alone, with -o at most") }
            return
        }
        guard upstream != nil else {
            throw ValidationError("--upstream URL is missing, such as --upstream https://acme.atlassian.net/wiki")
        }
        if !(0...65535).contains(listen) {
            throw ValidationError("--listen \(listen) is no port; it must be 0 to 65535")
        }
        try relay.check()
        if !also.isEmpty, !relay.proxy {
            throw ValidationError("--also goes with --proxy: only its clients ask for other hosts by name")
        }
        guard timeout > 0 && timeout <= 3600 else {
            throw ValidationError("--timeout must be more than 0 and at most 3600 seconds")
        }
    }

    func run() async throws {
        if let finish { return try finishJournal(finish) }
        let site = try AddressOption.read(upstream ?? "", of: "--upstream")
        guard !Loopback.isHost(site.host) || site.effectivePort != listen else {
            throw CommandFailure.usage("--listen \(listen) is where --upstream leads: the recorder would ask itself")
        }
        let way = try upstreamProxy.map { try AddressOption.read($0, of: "--upstream-proxy") }
        let file = RecordingFile(output ?? RecordingFile.usualPath)
        try OutputFile.check(file.path, of: "-o")
        if let caFile { try InputFile.checkCertificates(caFile) }
        if file.isKept { Output.note("\(file.path) is there already, and is replaced when the recording ends") }
        let journal = try file.begin(upstream: site, creator: DoctorCommand.versionNumber)
        let transport = LiveTransport(
            timeout: .seconds(timeout), proxy: way,
            proxyLogin: upstreamProxy.flatMap { BasicCredentials(inAddress: $0) }, caFile: caFile,
            verifiesCertificates: !noVerifySSL,
            environment: ProcessInfo.processInfo.environment)
        let desk = RecordingDesk(journal.store) { error in
            Output.error("\(file.journal): the journal takes no more: \(error); exchanges go on, but are not kept")
        }
        do {
            try await serve(site, transport, desk, file)
        } catch {
            await transport.shutdown()
            _ = await desk.finish()
            file.abandon()
            throw error
        }
        await transport.shutdown()
        let outcome = await desk.finish()
        let counts = try file.finish(clean: outcome.clean)
        tell(counts.entries, outcome, file)
        if outcome.lost > 0 { throw ExitStatus.undecided }
    }

    /// Passes requests on until the time is over or somebody presses Ctrl-C.
    private func serve(
        _ site: WebAddress, _ transport: LiveTransport, _ desk: RecordingDesk, _ file: RecordingFile
    ) async throws {
        let recorder = Recorder(now: { Date() }, keep: { desk.take($0) })
        let way = ReverseProxy(site, others: Set(also.map { $0.lowercased() }), movesLinks: moveLinks).passing(
            recorder.recording(transport.streamedSend))
        try await relay.serve(
            site, others: also, verb: "recording \(site.origin) into \(file.path)", host: host, port: listen,
            journal: file.journal, send: way
        ) { await Self.stay(length?.duration, until: $0) }
    }

    private static func stay(_ length: Duration?, until signals: AsyncStream<Int32>) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in signals { break } }
            if let length { group.addTask { try? await Task.sleep(for: length) } }
            await group.next()
            group.cancelAll()
        }
    }

    private func finishJournal(_ journal: String) throws {
        let file = RecordingFile(
            output
                ?? (journal.hasSuffix(RecordingFile.ending)
                    ? String(journal.dropLast(RecordingFile.ending.count))
                    : journal + ".har"),
            journal: journal)
        let counts = try file.finish(clean: { $0 })
        if counts.broken > 0 {
            Output.note("\(counts.broken) of the journal's lines were not whole, and are left out")
        }
        Output.line("\(file.path): \(counts.entries) exchanges")
    }

    private func tell(_ entries: Int, _ outcome: RecordingDesk.Outcome, _ file: RecordingFile) {
        guard relay.format == .text else { return }
        guard entries > 0 || !file.isKept else {
            return Output.line("\(file.path): nothing passed; the recording that was there is left as it was")
        }
        var words = "\(file.path): \(entries) exchanges"
        let kinds = outcome.redactions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = kinds.prefix(6).map { "\($0.key) (\($0.value))" }
        if !shown.isEmpty { words += "; taken out: \(shown.joined(separator: ", "))" }
        if kinds.count > 6 { words += " and \(kinds.count - 6) more kinds" }
        Output.line(words)
    }
}
