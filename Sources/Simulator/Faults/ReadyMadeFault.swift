public import ConfluenceModel

/// A fault with a name of its own: what it mimics, and where that is known from.
public struct ReadyMadeFault: Sendable {
    /// Such as `flaky-5xx`.
    public var name: String
    /// What a user of the site meets, in one sentence.
    public var summary: String
    /// The real thing that it mimics.
    public var mimics: String
    public var source: String
    public var confidence: Confidence
    /// Where it can happen.
    public var deployments: [DeploymentKind]
    private var makeRule: @Sendable (DeploymentKind) -> (FaultRule.Match, FaultRule.Effect)

    init(
        _ name: String,
        _ summary: String,
        mimics: String,
        on deployments: [DeploymentKind] = [.cloud, .dataCenter],
        match: FaultRule.Match = FaultRule.Match(),
        _ source: String,
        _ confidence: Confidence,
        effect: @escaping @Sendable (DeploymentKind) -> FaultRule.Effect
    ) {
        self.name = name
        self.summary = summary
        self.mimics = mimics
        self.deployments = deployments
        self.source = source
        self.confidence = confidence
        makeRule = { (match, effect($0)) }
    }

    /// The rule as it works on a site of that deployment.
    public func rule(on deployment: DeploymentKind) -> FaultRule {
        let (match, effect) = makeRule(deployment)
        return FaultRule(name: name, match: match, effect: effect)
    }

    /// Every ready-made fault, by family.
    public static let all: [ReadyMadeFault] = credentials + siteRules + load + outages + network + certificates

    static func rule(named name: String, for site: SiteDefinition) throws(SiteActError) -> FaultRule {
        guard let fault = all.first(where: { $0.name == name }) else {
            let nearest = NearestWord.find(for: name, in: all.map(\.name)).map { ", did you mean “\($0)”?" } ?? ""
            throw SiteActError(description: "there is no ready-made fault “\(name)”\(nearest)")
        }
        let kind = site.deployment.kind
        guard fault.deployments.contains(kind) else {
            let places = fault.deployments.map(\.rawValue).joined(separator: ", ")
            throw SiteActError(
                description: "the fault “\(name)” happens on \(places) alone, and \(site.name) is \(kind.rawValue)")
        }
        return fault.rule(on: kind)
    }
}
