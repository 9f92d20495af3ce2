import ArgumentParser
import ConfluenceModel
import ConfluenceWire
import Contracts
import Foundation
import Simulator

/// `contract record`: exchanges without anything that is somebody's, for `contract lock` and `contract diff`.
struct ContractRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record what answers look like, from HTTP archives or by asking a site, without what is in them.",
        discussion: """
            SOURCE is an HTTP archive (HAR) of any client's session. With --site a simulated site, and with --against a \
            live one by its profile, is asked what the toolkit and its like ask; nothing is written there. Of each exchange the recording keeps \
            the endpoint, the status, chosen headers by their form, and the structure of the answer: texts, numbers, \
            names and ids give way to stand-ins of the same form, equal ones to equal ones. \
            Exit codes: 0 written, 2 unusable arguments or files, 3 the guard of a live site \
            stopped the round, 4 the site can't be used.
            """
    ).showing(
        "contract record session.har -o recording.json",
        "contract record --site site.yaml -o simulated.json"
    )

    @Argument(help: ArgumentHelp("HTTP archives.", valueName: "source"))
    var sources: [String] = []

    @Option(name: .long, help: ArgumentHelp("Ask a simulated site of this file.", valueName: "file"))
    var site: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The user of the simulated site who asks; its first person without this.", valueName: "name")
    )
    var user: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Let the simulated site answer as this file of contract apply says.", valueName: "file"))
    var answers: [String] = []

    @Option(name: .long, help: "What site an HTTP archive is of, where its addresses don't tell: cloud or data-center.")
    var hosting: HostingName?

    @OptionGroup var live: LiveOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("Write here; without it to standard output.", valueName: "file"))
    var output: String?

    func validate() throws {
        let ways = [!sources.isEmpty, site != nil, try !live.names.isEmpty].count { $0 }
        if ways == 0 {
            throw ValidationError(
                "nothing to record: give an HTTP archive, or a site to ask by --site FILE or --against live:NAME")
        }
        if !answers.isEmpty, site == nil { throw ValidationError("--answers goes with --site") }
        if ways > 1 { throw ValidationError("give HTTP archives, --site or --against, one of them") }
        if try live.names.count > 1 { throw ValidationError("a recording is of one site; name one profile") }
    }

    func run() async throws {
        var samples: [ShapeSample] = []
        var origin: ShapeRecording.Origin?
        for source in sources { samples += try ShapeFiles.samples(source, of: hosting?.kind) }
        if let site {
            let asked = try await SimulatedTour.samples(site: site, answers: answers, user: user)
            samples = asked.samples
            origin = asked.origin
        }
        if let name = try live.names.first {
            let asked = try await LiveTour.samples(name, live)
            samples = asked.samples
            origin = asked.origin
        }
        try ShapeFiles.write(ShapeRecording(of: samples, origin: origin).bytes, to: output)
    }
}

/// The reading tour through a simulated site.
enum SimulatedTour {
    static func samples(site path: String, answers: [String], user: String?) async throws -> (
        samples: [ShapeSample], origin: ShapeRecording.Origin
    ) {
        var definition = try SiteLoader.definition(at: path)
        definition.answers += try answers.flatMap { try SiteLoader.answers(at: $0) }
        let simulator = try SiteLoader.simulator(definition, from: path, journalSize: 100, now: { Date() })
        let asker = try account(user, of: definition, path)
        let base = WebAddress(scheme: "https", host: definition.host, path: definition.contextPath)
        let kind = definition.deployment.kind
        let samples = try await ReadingTour(of: kind).samples(of: kind) { question in
            var request = Request(
                .get, base.appending(question.path, query: question.query), headers: ["Accept": "application/json"])
            if !question.isAnonymous { request.headers["Authorization"] = asker }
            return try await simulator.send(request)
        }
        return (samples, ShapeRecording.Origin(site: "\(definition.deployment)"))
    }

    /// The value of the header with which a user of the site logs in.
    private static func account(_ name: String?, of site: SiteDefinition, _ path: String) throws -> String {
        let kind: TokenDefinition.Kind = site.deployment == .cloud ? .apiToken : .personalAccessToken
        let people = site.users.filter { $0.isActive && $0.isLicensed && (name == nil || $0.name == name) }
        for person in people {
            guard let token = person.tokens.first(where: { $0.kind == kind && $0.state == .active }) else { continue }
            return site.deployment == .cloud
                ? BasicCredentials(user: person.email, password: token.value).headerValue : "Bearer \(token.value)"
        }
        throw CommandFailure.usage(
            "\(path): no active user\(name.map { " “\($0)”" } ?? "") has an active token (\(kind.rawValue)) to ask with"
        )
    }
}
