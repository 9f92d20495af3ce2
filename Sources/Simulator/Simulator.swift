public import ConfluenceModel
import ConfluenceStore
public import ConfluenceWire
import Synchronization

public import struct Foundation.Date

/// A Confluence site in this process: requests go in, answers come out, no socket is opened.
///
/// Each simulator is a world of its own, so tests may run many side by side.
public final class Simulator: Sendable {
    /// What the site was built from; acts and requests change the site, never this.
    public let definition: SiteDefinition

    let world: World
    let kept = SiteSnapshots()
    let pipeline: Pipeline
    /// The way through Atlassian's gateway, where the site has one.
    private let gateway: Pipeline?
    /// The way to Cloud's store of files, where the site has one.
    private let mediaStore: Pipeline?
    private let journalRing: Mutex<Journal>
    private let journalWriter: JournalWriter
    /// One request at a time: what a request reads can't change before it writes.
    private let turn = Turn()

    /// - Parameters:
    ///   - definition: The site with its users, spaces and pages.
    ///   - journalSize: How many exchanges the journal holds; older ones make room for newer ones.
    ///   - onMilestone: Told of each that a request passes, as it does: for measuring what stages cost.
    ///   - now: The clock that the site's own clock follows.
    /// - Throws: When the definition contradicts itself, such as two pages of the same id.
    public convenience init(
        _ definition: SiteDefinition,
        journalSize: Int = 2000,
        onMilestone: (@Sendable (Milestone) -> Void)? = nil,
        now: @escaping @Sendable () -> Date
    ) throws {
        try self.init(World(definition, liveClock: now), journalSize: journalSize, onMilestone: onMilestone)
    }

    /// A site of its own that begins as one which was set up before.
    package convenience init(
        _ prepared: PreparedSite, journalSize: Int = 2000, now: @escaping @Sendable () -> Date
    ) throws {
        try self.init(World(prepared, liveClock: now), journalSize: journalSize, onMilestone: nil)
    }

    /// A site that lives in a data file and outlives the process.
    ///
    /// A file that is not there is made and filled with the definition. One that is there is taken up as it stands, with
    /// the settings and the clock as they were last; faults are those of the definition, sessions and journal begin anew.
    ///
    /// - Parameters:
    ///   - path: The data file, which this process has to itself until the simulator is gone.
    ///   - definition: May be left out where the file holds a site; else it must agree with that but for the pages.
    /// - Throws: ``SiteDataError`` when the file can't be used.
    public convenience init(
        data path: String,
        _ definition: SiteDefinition? = nil,
        journalSize: Int = 2000,
        onMilestone: (@Sendable (Milestone) -> Void)? = nil,
        now: @escaping @Sendable () -> Date
    ) throws {
        let world = try World(dataFile: path, definition: definition, liveClock: now)
        try self.init(world, journalSize: journalSize, onMilestone: onMilestone)
    }

    private init(_ world: World, journalSize: Int, onMilestone: (@Sendable (Milestone) -> Void)?) throws {
        let definition = world.site
        self.world = world
        self.definition = definition
        for fault in definition.faults { try world.faults.put(fault, on: definition) }
        let dialect = Dialect.dialect(for: definition.deployment)
        pipeline = Pipeline(world: world, dialect: dialect, onMilestone: onMilestone)
        gateway =
            definition.deployment == .cloud
            ? Pipeline(world: world, dialect: .gateway, onMilestone: onMilestone) : nil
        mediaStore =
            definition.deployment == .cloud
            ? Pipeline(world: world, dialect: .mediaStore, onMilestone: onMilestone) : nil
        journalRing = Mutex(Journal(capacity: journalSize))
        journalWriter = JournalWriter(site: definition, dialect: dialect)
    }

    /// The address that clients are told: `http://HOST/CONTEXT`.
    public var url: String { "http://\(definition.host)\(definition.contextPath)" }

    /// Whether the site answers to that host name: its own, and those of this machine.
    public func answers(host: String) -> Bool {
        host.equalsIgnoringCase(definition.host) || Loopback.isHost(host)
            || (gateway != nil && (host.equalsIgnoringCase(Gateway.host) || host.equalsIgnoringCase(MediaStore.host)))
    }

    /// Whether an address is the site's: at the gateway, which many sites share, the cloud id in the path decides.
    public func answers(_ url: WebAddress) -> Bool {
        if MediaStore.takes(url) { return mediaStore != nil && MediaStore.names(definition, in: url) }
        guard Gateway.takes(url) else { return answers(host: url.host) }
        guard gateway != nil else { return false }
        return Gateway.split(url.path).map { $0.cloudID == definition.cloudID } ?? true
    }

    /// Answers one request, as the site stands at this moment; what a fault does to the connection is not seen here.
    public func respond(to request: Request) -> Response {
        deliver(request).response
    }

    /// Answers one request, and says how the answer is to reach the client.
    public func deliver(_ request: Request) -> Delivery {
        turn.take {
            let exchange = way(to: request.url).answer(request)
            // What can't be written now is tried again after the next one.
            try? world.keepState()
            let delivery = exchange.delivery
            journalRing.withLock { $0.record(exchange, at: world.now) }
            return delivery
        }
    }

    private func way(to url: WebAddress) -> Pipeline {
        if let mediaStore, MediaStore.takes(url) { return mediaStore }
        return Gateway.takes(url) ? gateway ?? pipeline : pipeline
    }

    /// The faults that are on, in the order in which they were put on.
    public var faults: [FaultRule] { world.faults.rules }

    /// How many requests each fault that is on has met.
    public var faultMeetings: [String: Int] { world.faults.meetings }

    /// What is wrong with the certificate that new TLS connections to the site are shown; `nil` shows the good one.
    public var certificateFault: FaultRule.CertificateFault? { world.faults.certificate }

    /// The settings as they stand at this moment, with what faults hold.
    public var settings: SiteSettings { world.settings }

    /// Lets the journal keep so many bytes of the bodies of each exchange from now on.
    package func keepBodies(limit: Int) {
        journalRing.withLock { $0.bodyLimit = limit }
    }

    /// What was asked of the site so far, oldest first, with the reason of each answer.
    ///
    /// - Parameter number: Only what came after the exchange of that number.
    public func journal(after number: Int = 0) -> [JournalEntry] {
        journalRing.withLock { $0.entries(after: number, by: journalWriter) }
    }

    /// The first hundred exchanges that asked for what real Confluence may have and the simulator has not.
    ///
    /// They are kept when the journal is emptied or makes room.
    public var gaps: [JournalEntry] {
        journalRing.withLock(\.gaps).map(journalWriter.entry).filter { $0.gap != nil }
    }

    /// How many requests were answered over the life of the site.
    public var exchangeCount: Int { journalRing.withLock(\.count) }

    /// Forgets what was asked; the numbering of exchanges goes on.
    public func clearJournal() {
        journalRing.withLock { $0.clear() }
    }

    /// Does what an administrator of the site would do.
    ///
    /// - Throws: ``SiteActError`` when the act names a token, user, space or page that the site does not have.
    public func perform(_ act: SiteAct) throws {
        try inTurn {
            try $0.perform(act)
            try $0.keepState()
        }
    }

    /// Does something between two requests.
    func inTurn<T>(_ body: (World) throws -> T) rethrows -> T {
        try turn.take { try body(world) }
    }
}
