import ConfluenceModel
import ConfluenceStore
import ConfluenceWire
import Foundation
import SiteGenerator
import Synchronization

/// All that changes while a site runs: its content, its clock, its logins.
final class World: Sendable {
    let site: SiteDefinition
    let store: ContentStore
    /// Where the content comes from as it was when the site was built; that of a data file is made anew from the definition.
    private let origin: Origin
    let clock: SiteClock
    let logins: LoginDesk
    private let rules: Mutex<Rules>
    /// Whether search may be behind.
    private let owesIndex: Mutex<Bool>
    let faults = FaultDesk()
    let answers: RecordedAnswers
    let limits = LimitLedger()
    let webhooks = WebhookDesk()
    let conversions = ConversionDesk()
    let writtenAnswers = AnswerShelf()
    /// What was read out of values of HTTP Basic; whether a pair is right is found out each time.
    let knownPairs = Remembered<String, BasicCredentials>(most: 256)
    let tasks = Mutex(LongTaskDesk())
    /// What the data file holds of the state, where the site has one.
    private let keptState: Mutex<KeptSite.State?>

    /// Where ``reset()`` takes the content from.
    enum Origin: Sendable {
        case store
        case definition
        case unknown
    }

    /// A new site in memory.
    convenience init(_ definition: SiteDefinition, liveClock: @escaping @Sendable () -> Date) throws {
        let clock = SiteClock(start: definition.settings.now, live: liveClock)
        let store = try ContentStore(definition, now: clock.beginning(of: definition))
        self.init(definition, store, .store, clock, definition.settings)
    }

    /// A new site in memory that begins as one that was set up before.
    convenience init(_ prepared: PreparedSite, liveClock: @escaping @Sendable () -> Date) throws {
        let definition = prepared.definition
        let clock = SiteClock(start: definition.settings.now, live: liveClock)
        self.init(definition, try ContentStore(prepared.content), .store, clock, definition.settings)
    }

    /// A site that is there already.
    init(
        _ site: SiteDefinition, _ store: ContentStore, _ origin: Origin, _ clock: SiteClock, _ settings: SiteSettings
    ) {
        self.site = site.completed()
        self.store = store
        self.origin = origin
        self.clock = clock
        logins = LoginDesk(site: site.name, opened: clock.now)
        answers = RecordedAnswers(site.answers, on: site.deployment.kind)
        rules = Mutex(Rules(settings: settings))
        owesIndex = Mutex(store.isKept)
        keptState = Mutex(nil)
    }

    // MARK: Settings

    fileprivate struct Rules {
        var settings: SiteSettings
    }

    /// The settings without what faults hold.
    var ownSettings: SiteSettings { rules.withLock(\.settings) }

    /// The settings as they stand at this moment.
    var settings: SiteSettings {
        let changes = faults.settingChanges
        return changes.isEmpty ? ownSettings : ownSettings.changed(by: changes)
    }

    func change(_ changes: [SettingChange]) {
        rules.withLock { $0.settings = $0.settings.changed(by: changes) }
    }

    /// The viewer that an account is, with a bypass of permissions where its deployment gives it one.
    func viewer(_ account: AccountRecord?, bypasses: Bool = false) -> Viewer {
        Viewer(account: account, bypasses: bypasses, countsAnonymousGrants: settings.anonymousAccess)
    }

    var now: Date { clock.now }

    /// How old answers may be that hold at that moment.
    func age(at moment: Date) -> AnswerShelf.Age {
        AnswerShelf.Age(change: store.change, second: Int(moment.timeIntervalSinceReferenceDate.rounded(.down)))
    }

    func read<T>(_ body: (StoreReader) throws -> T) throws -> T {
        try store.read(body)
    }

    /// Changes the site on behalf of a caller whom authorisation gave leave.
    func change<T>(by grant: Grant, _ body: (StoreWriter, AccountRecord) throws -> T) throws -> T {
        guard let author = grant.caller.account else {
            throw Refusal(.anonymous, because: "an anonymous caller can't be the author of a change")
        }
        let lag = settings.searchLagSeconds
        guard lag > 0 else { return try store.write { try body($0, author) } }
        owesIndex.withLock { $0 = true }
        return try store.write(indexDue: now.addingTimeInterval(TimeInterval(lag))) { try body($0, author) }
    }

    /// Lets search know what it should know by now; without a lag, all.
    func settleIndex() throws {
        guard owesIndex.withLock({ $0 }) else { return }
        let moment = settings.searchLagSeconds > 0 ? now : .distantFuture
        let more = try store.write { try $0.settleIndex(until: moment) }
        owesIndex.withLock { $0 = more }
    }

    /// Changes the site as its administrator does outside the API.
    func administer<T>(_ body: (StoreWriter) throws -> T) throws -> T {
        try store.write(body)
    }

    func turnClock(forward seconds: Int) {
        clock.advance(by: seconds)
    }

    // MARK: Logins

    /// Whether an account must solve a CAPTCHA before its password counts again.
    func isCaptchaDue(for user: String) -> Bool {
        guard let threshold = settings.captchaThreshold else { return false }
        return logins.failures(of: user) >= threshold
    }
}

// MARK: - Going back

/// A state of a whole site: its content, logins, settings, faults, limits and clock.
struct WorldSnapshot: Sendable {
    fileprivate let store: StoreSnapshot
    fileprivate let clock: SiteClock.State
    fileprivate let logins: LoginDesk.State
    fileprivate let rules: World.Rules
    fileprivate let owesIndex: Bool
    fileprivate let faults: FaultDesk.State
    fileprivate let limits: LimitLedger.State
    fileprivate let tasks: LongTaskDesk
}

extension World {
    func snapshot() throws -> WorldSnapshot {
        WorldSnapshot(
            store: try store.snapshot(), clock: clock.state, logins: logins.saved,
            rules: rules.withLock(\.self), owesIndex: owesIndex.withLock(\.self), faults: faults.state,
            limits: limits.state, tasks: tasks.withLock(\.self))
    }

    func restore(_ snapshot: WorldSnapshot) throws {
        try store.restore(snapshot.store)
        clock.state = snapshot.clock
        logins.saved = snapshot.logins
        rules.withLock { $0 = snapshot.rules }
        owesIndex.withLock { $0 = snapshot.owesIndex }
        faults.state = snapshot.faults
        limits.state = snapshot.limits
        tasks.withLock { $0 = snapshot.tasks }
    }

    /// Makes the site what it was when it was built; a clock that the site file sets starts there again.
    func reset() throws {
        let start = SiteClock(start: site.settings.now, live: clock.live).state
        try store.restore(try beginning(at: start))
        clock.state = start
        logins.saved = LoginDesk(site: site.name, opened: clock.now).saved
        rules.withLock { $0 = Rules(settings: site.settings) }
        owesIndex.withLock { $0 = false }
        faults.state = FaultDesk().state
        limits.state = LimitLedger().state
        tasks.withLock { $0 = LongTaskDesk() }
        for fault in site.faults { try faults.put(fault, on: site) }
    }

    private func beginning(at start: SiteClock.State) throws -> StoreSnapshot {
        switch origin {
        case .store: return try store.first() ?? store.snapshot()
        case .definition:
            let kept = KeptSite(head: SiteHead(site), state: .init(settings: site.settings, clock: start))
            let now = SiteClock(start, live: clock.live).beginning(of: site)
            return try ContentStore(site, now: now, record: try kept.record()).snapshot()
        case .unknown:
            throw SiteActError(
                description: "the site was taken up from its data alone; start it with its site file to reset it")
        }
    }
}

// MARK: - Outliving the process

extension World {
    /// Writes what changed beside the content into the data file, where the site has one.
    func keepState() throws {
        guard store.isKept else { return }
        let state = KeptSite.State(settings: rules.withLock(\.settings), clock: clock.state)
        try keptState.withLock { kept in
            guard kept != state else { return }
            let record = try KeptSite.record(state)
            try store.write { try $0.keep(record) }
            kept = state
        }
    }
}
