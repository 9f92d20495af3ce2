package import ConfluenceModel
import ConfluenceWire

/// Turns reviewed drift into rules by which the simulator answers as the other site does.
package struct AnswersFromDrift: Sendable, Hashable {
    package private(set) var rules: [AnswerRule] = []
    /// What no rule can say, each with the reason.
    package private(set) var leftOut: [(drift: Drift, why: String)] = []

    package init(_ drifts: [Drift], source: String) {
        for exchange in Self.exchanges(of: drifts) {
            var change = AnswerRule.Change()
            for drift in drifts where drift.exchange == exchange {
                if let why = Self.apply(drift, to: &change) { leftOut.append((drift, why)) }
            }
            guard change != AnswerRule.Change() else { continue }
            rules.append(
                AnswerRule(
                    on: exchange.api.deployment, exchange.method, exchange.template, showing: exchange.selection,
                    answered: exchange.status, change: change, source: source))
        }
    }

    package static func == (one: Self, other: Self) -> Bool {
        one.rules == other.rules && one.leftOut.map(\.drift) == other.leftOut.map(\.drift)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(rules) }

    private static func exchanges(of drifts: [Drift]) -> [ExchangeKey] { Set(drifts.map(\.exchange)).sorted() }

    /// - Returns: Why the drift can't be said by a rule; `nil` where it was.
    private static func apply(_ drift: Drift, to change: inout AnswerRule.Change) -> String? {
        switch drift.kind {
        case .statusChanged:
            change.status = Int(drift.after)
            guard !drift.wording.isEmpty else { break }
            change.body = refusal(drift.wording).compactText
            change.headers.append(FaultRule.HeaderField("Content-Type", "application/json"))
        case .bodyChanged:
            guard let body = bodies[drift.after] else { return "what such a body holds is not known" }
            change.body = body
        case .headerRemoved: change.withoutHeaders.append(drift.path)
        case .headerAdded, .headerChanged:
            let form = ExchangeShape.HeaderShape(words: drift.after).forms.min() ?? ""
            change.headers.append(
                FaultRule.HeaderField(drift.path, HeaderForm.example(of: form, in: drift.path)))
        case .memberRemoved: change.drop.append(drift.path)
        case .memberRenamed: change.rename.append(AnswerRule.Member(drift.path, .text(drift.after)))
        case .wordingChanged: change.set.append(AnswerRule.Member(drift.path, .text(drift.after)))
        case .memberAdded, .typeChanged, .formatChanged, .wordChanged, .nullAdded:
            let words = drift.wording[drift.path].map(AnswerRule.Value.text)
            guard !drift.path.hasPrefix(ShapeText.root), let value = words ?? value(drift.after) else {
                return "no value of that shape can be made up"
            }
            change.set.append(AnswerRule.Member(drift.path, value))
        case .statusAdded: return "which requests are answered so is not known"
        case .memberOptional, .headerOptional: return "when it is there is not known"
        case .typeAdded, .formatAdded, .wordAdded: return "when it is so is not known"
        }
        return nil
    }

    /// A refusal that says just that.
    private static func refusal(_ wording: [String: String]) -> JSON {
        wording.sorted { $0.key < $1.key }.reduce(into: JSON.object([:])) { body, member in
            put(.string(member.value), at: ShapeText.steps(of: member.key)[...], in: &body)
        }
    }

    private static func put(_ value: JSON, at steps: ArraySlice<String>, in body: inout JSON) {
        guard let step = steps.first else {
            body = value
            return
        }
        var inner = (step == "*" ? body[0] : body[step]) ?? .object([:])
        put(value, at: steps.dropFirst(), in: &inner)
        if step == "*" { body = .array([inner]) } else { body[step] = inner }
    }

    /// Bodies of each kind that say nothing.
    private static let bodies = [
        "nothing": "", "html": "<html></html>", "xml": "<xml/>", "text": "text", "json": "{}",
    ]

    /// A value of a shape that says nothing; a changed value can be null where it may be.
    private static func value(_ words: String) -> AnswerRule.Value? {
        guard let (shape, _) = ShapeText.read(words), let kind = shape.kinds.max() else { return nil }
        switch kind {
        case .null: return .null
        case .boolean: return .flag(true)
        case .integer: return .integer(1)
        case .number: return .number(1.5)
        case .text: return .text(shape.words.min() ?? shape.formats.min()?.example ?? "")
        case .list: return .emptyList
        case .object: return .emptyObject
        case .anything: return nil
        }
    }
}
