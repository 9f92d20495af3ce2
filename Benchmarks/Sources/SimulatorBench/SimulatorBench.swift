import ConfluenceTesting
import ConfluenceWire
import Measuring
import Simulator
import SimulatorServer

/// Measures the simulator beside a bare server in one run, so that the ratio outlives the machine.
@main
struct SimulatorBench {
    private static let clients = 32
    private static let seconds = 2
    private static let rounds = 5
    private static let starts = 200

    static func main() async throws {
        let words = CommandLine.arguments
        let mock = words.firstIndex(of: "--beside").flatMap { $0 + 1 < words.count ? Int(words[$0 + 1]) : nil }
        for kind in ConfluenceSite.Acme.allCases {
            print("\(kind)")
            try measureStart(of: kind)
            try await measurePageRead(of: kind, beside: mock)
        }
    }

    // MARK: From a definition to the first answer

    private static func measureStart(of kind: ConfluenceSite.Acme) throws {
        let definition = try kind.definition()
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<starts {
            let start = clock.now
            let site = try ConfluenceSite(definition)
            let answer = try pageRead(of: site)
            times.append((clock.now - start).milliseconds)
            guard answer == 200 else { throw Unexpected(status: answer) }
        }
        let figures = Figures(times)
        print("  in process, start to first answer: \(figures.described(unit: "ms")), over \(starts) sites")
    }

    private static func pageRead(of site: ConfluenceSite) throws -> Int {
        try site.ask("/rest/api/content/98311", as: "reader-bot").status
    }

    // MARK: Over a socket

    /// - Parameter mock: The port of a server that answers the same path, to be measured in the same rounds.
    private static func measurePageRead(of kind: ConfluenceSite.Acme, beside mock: Int?) async throws {
        let site = try ConfluenceSite.acme(kind)
        let request = try site.request(
            "/rest/api/content/98311", query: [QueryItem("expand", "body.storage,version")], as: "reader-bot")
        let page = site.simulator.respond(to: request)
        let authorization = try site.authorization(of: "reader-bot")

        let simulator = try await SimulatorServer.start([site.simulator])
        let hello = try await HelloServer.start(body: page.body)
        let load = LoadGenerator(clients: clients, seconds: seconds, authorization: authorization)
        let target = "\(request.url.path)?expand=body.storage,version"

        // One unmeasured round each: connections are opened and caches filled.
        _ = try await load.run(port: simulator.port, target)
        _ = try await load.run(port: hello.port, "/hello")
        var pages: [Double] = []
        var hellos: [Double] = []
        var mocks: [Double] = []
        for _ in 0..<rounds {
            hellos.append(try await load.run(port: hello.port, "/hello"))
            pages.append(try await load.run(port: simulator.port, target))
            if let mock { mocks.append(try await load.run(port: mock, "/rest/api/content/98311")) }
        }
        let ratios = Figures(zip(pages, hellos).map { $0 / $1 })

        print(
            "  over a socket, \(page.body.count) bytes, \(clients) kept connections, \(rounds) rounds of each in turn")
        print("    bare Hummingbird: \(Figures(hellos).described(unit: "requests/s"))")
        print("    simulator, a page read: \(Figures(pages).described(unit: "requests/s"))")
        print("    simulator / bare: \(ratios.described(unit: ""))")
        if !mocks.isEmpty {
            print("    mock: \(Figures(mocks).described(unit: "requests/s"))")
            let ratios = Figures(zip(pages, mocks).map { $0 / $1 })
            print("    simulator / mock: \(ratios.described(unit: ""))")
        }
        await simulator.stop()
        await hello.stop()
    }
}
