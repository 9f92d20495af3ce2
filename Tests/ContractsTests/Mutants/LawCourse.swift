import ConfluenceModel
import ConfluenceWire
import Scenarios
import Synchronization

@testable import DoctorCommands

/// What a law asks the unchanged simulator, and how that answers.
struct LawCourse: Sendable {
    let scenario: Scenario
    let law: Law
    private let exchanges: [Exchange]

    private struct Exchange: Sendable {
        var site: SiteDefinition
        var request: Request
        var response: Response
    }

    /// Runs the law once and notes what passes.
    init?(of scenario: Scenario, on sites: TrialSites) async {
        guard let law = scenario.law else { return nil }
        let noted = Notes()
        let world = sites.world(writing: law.writes) { site in
            let (definition, send) = (site.definition, site.send)
            site.send = { request in
                let response = try await send(request)
                noted.add(Exchange(site: definition, request: request, response: response))
                return response
            }
        }
        _ = await LawTrial(world: world).report(of: [scenario])
        self.scenario = scenario
        self.law = law
        exchanges = noted.all
    }

    /// Whether the mutant changes any request or answer of it; where it does not, the law can't catch the mutant.
    func isReached(by mutant: Mutant) async -> Bool {
        let noted = Current()
        guard let definition = exchanges.first?.site else { return false }
        var send: Send = { request in noted.answer(request) }
        for mutation in mutant.mutations { send = mutation.send(of: definition, send) }
        for exchange in exchanges {
            noted.begin(exchange.request, exchange.response)
            let response = try? await send(exchange.request)
            if noted.isChanged || response != exchange.response { return true }
        }
        return false
    }

    private final class Notes: Sendable {
        private let exchanges = Mutex<[Exchange]>([])

        func add(_ exchange: Exchange) { exchanges.withLock { $0.append(exchange) } }
        var all: [Exchange] { exchanges.withLock(\.self) }
    }

    /// The exchange that is being looked at, answered once to the very request it had.
    private final class Current: Sendable {
        private struct State {
            var request: Request?
            var response = Response(status: 0)
            var asked = 0
            var isOther = false
        }

        private let state = Mutex(State())

        func begin(_ request: Request, _ response: Response) {
            state.withLock { $0 = State(request: request, response: response) }
        }

        func answer(_ request: Request) -> Response {
            state.withLock { state in
                state.asked += 1
                if request != state.request { state.isOther = true }
                return state.response
            }
        }

        var isChanged: Bool { state.withLock { $0.isOther || $0.asked != 1 } }
    }
}
