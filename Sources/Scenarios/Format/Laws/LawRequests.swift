import ConfluenceModel
import ConfluenceWire
import Documents

/// What a law asks of a site, as far as it is known before it is tried.
struct LawRequests {
    private let requests: [(request: RawRequest, step: ScenarioStep)]
    /// Steps that no live site could be asked for.
    private let others: [ScenarioStep]

    init(of scenario: Scenario) {
        let steps = (scenario.setup + scenario.steps + scenario.teardown).flatMap(\.withThoseInside).filter {
            $0.kind != .forEach
        }
        requests = steps.compactMap { step in
            if case .http(let request) = step.action { (request, step) } else { nil }
        }
        others = steps.filter { $0.kind != .http }
    }

    /// The roles that it sends requests by, each once.
    var accounts: [String] {
        let named = Set(requests.compactMap(\.request.account))
        return LawAccount.allCases.map(\.rawValue).filter(named.contains)
    }

    private var writes: Bool { requests.contains { !Self.reading.contains($0.request.method) } }

    private static let reading: [Request.Method] = [.get, .head, .options]

    /// What does not fit to what the law says that it needs.
    func mistakes(with law: Law, at needs: DocumentNode) -> [DocumentError] {
        var errors = others.map { step in
            step.node.error(
                "a law asks by http steps alone, so that any site can be asked; found \(step.kind.rawValue)")
        }
        for (request, step) in requests {
            guard let account = request.account, LawAccount(rawValue: account) == nil else { continue }
            let roles = LawAccount.allCases.map(\.rawValue)
            errors.append(
                (step.node.node(at: step.node.field + ".http.as") ?? step.node)
                    .error(DocumentNode.unknown("role", account, among: roles)))
        }
        if writes != law.writes {
            errors.append(
                needs.error(
                    writes
                        ? "the law \(law.id) sends more than GET, HEAD and OPTIONS; write “needs: [writes]”"
                        : "the law \(law.id) needs no “writes”: it sends nothing but GET, HEAD and OPTIONS"))
        }
        let asksAdmin = accounts.contains(LawAccount.admin.rawValue)
        if asksAdmin != law.needs.contains(.admin) {
            errors.append(
                needs.error(
                    asksAdmin
                        ? "the law \(law.id) asks as admin; write “needs: [admin]”"
                        : "the law \(law.id) needs no “admin”: nothing is asked as admin"))
        }
        return errors
    }
}

extension Law {
    /// What an administrator changes lies outside of any scratch space, so that no live site is asked for it.
    var isForSimulatorAlone: Bool { writes && needs.contains(.admin) }
}
