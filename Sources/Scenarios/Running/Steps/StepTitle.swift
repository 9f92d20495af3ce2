import ConfluenceWire
import Documents

/// What a step is called in a report.
enum StepTitle {
    /// - Parameter loop: The loops around the step, such as `issue 2 of 3`.
    static func title(of step: ScenarioStep, within loop: String?) -> String {
        let title = step.name ?? title(of: step)
        return loop.map { "\($0): \(title)" } ?? title
    }

    private static func title(of step: ScenarioStep) -> String {
        switch step.action {
        case .tool(let name, let arguments, let configuration):
            let words = (arguments?.json.objectValue ?? [:]).map { "\($0.key)=\($0.value.titleText)" }
            let toolkit = configuration.map { ["of \($0)"] } ?? []
            return (["tool", name] + toolkit + words).joined(separator: " ")
        case .site: return "site\(on(step)): \((step.node.json["site"] ?? .null).compactText)"
        case .http(let raw):
            return "http \(raw.method) \(raw.path)\(raw.account.map { " as \($0)" } ?? "")\(on(step))"
        case .expectSite(let effect): return "site\(on(step)) has \(effect.title)"
        case .diagnose(let question): return "diagnose\(question.configuration.map { " \($0)" } ?? "")"
        case .explain(let question): return "explain \(JSON.string(question.text).titleText)"
        case .browserLogin(let user): return "\(user) logs in by the login form\(on(step))"
        case .expectDelivery(let delivery):
            return "receiver \(delivery.receiver) got \(delivery.event ?? "a delivery")"
        case .forEach(let loop): return "for each \(loop.variable)"
        }
    }

    private static func on(_ step: ScenarioStep) -> String {
        step.site.map { " on \($0)" } ?? ""
    }
}

extension JSON {
    /// The value as short as a step's title wants it.
    fileprivate var titleText: String {
        let text = stringValue ?? compactText
        guard text.count > 60 else { return text }
        // Cut between words: half a token could not be told for one and taken out.
        return text.prefix(57).split(separator: " ", omittingEmptySubsequences: false).dropLast().joined(separator: " ")
            + "…"
    }
}
