import ConfluenceModel
import ConfluenceStore
import ConfluenceWire

/// The straight road from a request to its answer.
///
/// ```
/// Request → faults → edge → dialect → authentication → limits → licence → authorisation →
/// resource → representation → Response
/// ```
///
/// Each stage is a function from one named type to the next. It may end the road only by throwing a
/// ``Refusal``; representation alone turns refusals and outcomes into status codes and wording. Only what a fault
/// puts in the site's place goes past representation: it mimics something that stands in front of Confluence.
final class Pipeline: Sendable {
    let world: World
    let dialect: Dialect
    /// The way of each address that was asked for before.
    let knownWays = Remembered<Way.Key, Way>(most: 512)
    /// Told of each milestone that a request passes.
    private let onMilestone: (@Sendable (Milestone) -> Void)?

    init(world: World, dialect: Dialect, onMilestone: (@Sendable (Milestone) -> Void)?) {
        self.world = world
        self.dialect = dialect
        self.onMilestone = onMilestone
    }

    func answer(_ request: Request) -> Exchange {
        let weather = world.weather(of: request)
        var progress = Progress(request: request, weather: weather, onMilestone: onMilestone)
        if let answer = weather.answer { return finish(progress, answer) }
        do {
            try world.settleTasks()
            try world.settleIndex()
            let arrival = try Edge(world: world, rules: dialect.edge).admit(request)
            progress.reached(.dialect, base: arrival.base)

            let call = try route(arrival, weather: weather)
            progress.reached(.authentication, way: call.way)

            let caller = try dialect.authenticator.identify(call, in: world)
            if call.route.isDeprecated, dialect.withdrawnAt.contains(world.settings.withdrawnEndpoints) {
                throw Refusal(.gone, because: "\(call.route.name) has been withdrawn")
            }
            progress.reached(.limits, caller: caller)

            if let state = LimitStage(style: dialect.limits, world: world).charge(call, caller) {
                progress.limits = dialect.limits.headers(state)
                if let refusal = LimitStage.refusal(state, of: caller, as: dialect.limits.refusal) { throw refusal }
            }
            progress.reached(.licence)

            try LicenceStage(world: world).admit(call, caller)
            progress.reached(.authorisation)

            let grant = try Authorisation(rules: dialect.authorisation, world: world, onMilestone: onMilestone)
                .decide(call, caller)
            progress.reached(.resource, words: grant.words)

            return finish(progress, try response(to: grant, progress))
        } catch let refusal as Refusal {
            return refuse(progress, refusal)
        } catch StoreError.parentInOtherSpace(let id, let key) {
            return refuse(
                progress,
                Refusal(
                    .requestInvalid, [.text: "The parent \(id) is not in the space \(key)."],
                    because: "the parent \(id) lies in another space than \(key)"))
        } catch {
            return refuse(progress, Refusal(.internalError, because: "the simulator failed: \(error)"))
        }
    }

    private func response(to grant: Grant, _ progress: Progress) throws -> Response {
        if let written = grant.written { return written }
        let representation = representation(progress)
        let resource = grant.call.route.resource
        if let key = AnswerShelf.Key(grant.call, by: grant.viewer) {
            // Of before it is written: a second may begin meanwhile.
            let age = world.age(at: grant.now)
            let response = try representation.write(resource.carryOut(grant, world), for: grant)
            let answer = AnswerShelf.Answer(demand: grant.demand, words: grant.words, response: response)
            world.writtenAnswers.keep(answer, to: key, asOf: age)
            return response
        }
        let outcome = try resource.carryOut(grant, world)
        try AuditTrail(world: world).record(outcome, of: grant)
        try WebhookSender(world: world).tell(outcome, of: grant)
        return try representation.write(outcome, for: grant)
    }

    private func refuse(_ progress: Progress, _ refusal: Refusal) -> Exchange {
        var progress = progress
        progress.words = refusal.words
        let (response, row) = representation(progress).write(
            refusal, api: refusal.api ?? progress.api, request: progress.request)
        progress.row = row.id
        progress.values = refusal.values
        return finish(progress, response, refusal: refusal.kind)
    }

    /// Takes the progress over, which is much to copy.
    private func finish(_ progress: consuming Progress, _ response: Response, refusal: Refusal.Kind? = nil) -> Exchange
    {
        let isSitesOwn = progress.weather.answer == nil
        let whole = isSitesOwn ? representation(progress).withSiteHeaders(response, progress) : response
        let delivery = progress.weather.deliver(whole)
        return Exchange(delivery: delivery, progress: progress, refusal: refusal)
    }

    private func representation(_ progress: Progress) -> Representation {
        Representation(pipeline: self, base: progress.base)
    }
}

/// How far a request came, and what was learned about it on the way.
struct Progress: Sendable {
    var request: Request
    let weather: Weather
    private(set) var stage: JournalEntry.Stage
    private var settledBase: SiteBase?
    private(set) var way: Way?
    private(set) var caller: Caller?
    /// The stages behind, in order.
    private(set) var passages: [Passage] = []
    var words = ""
    /// The row of the table of refusals that worded the answer.
    var row: String?
    /// What that wording names.
    var values: [Refusal.Value: String] = [:]
    /// What the answer tells of the caller's rate limit.
    var limits: Headers = [:]

    private let onMilestone: (@Sendable (Milestone) -> Void)?

    init(request: Request, weather: Weather, onMilestone: (@Sendable (Milestone) -> Void)? = nil) {
        self.onMilestone = onMilestone
        self.request = request
        self.weather = weather
        stage = weather.answer == nil ? .edge : .faults
        passages.reserveCapacity(JournalEntry.Stage.allCases.count)
    }

    /// A stage that let the request pass, with its reason where it gave one.
    struct Passage: Sendable {
        var stage: JournalEntry.Stage
        var words: String?
    }

    /// Until the edge has found out which part of the site is asked, that of the whole host.
    var base: SiteBase { settledBase ?? SiteBase(origin: request.url.origin, context: "") }
    var route: Route? { way?.route }
    var api: API { way?.route.api ?? .pages }
    var isDeprecated: Bool { way?.route.isDeprecated ?? false }

    /// Notes that a stage is about to decide, with what the one before it found.
    mutating func reached(
        _ stage: JournalEntry.Stage,
        base: SiteBase? = nil,
        way: Way? = nil,
        caller: Caller? = nil,
        words: String? = nil
    ) {
        onMilestone?(.reached(stage))
        passages.append(Passage(stage: self.stage, words: words))
        self.stage = stage
        // What stays as it is isn't copied onto itself: a request comes past here at every stage.
        if let base { settledBase = base }
        if let way { self.way = way }
        if let caller { self.caller = caller }
        if let words { self.words = words }
    }
}

/// A request's answer with the road that led to it; the journal puts it into words when it is read.
struct Exchange: Sendable {
    var delivery: Delivery
    var progress: Progress
    /// Why the road ended before its end.
    var refusal: Refusal.Kind?
}
