import ConfluenceModel
import Foundation
import Synchronization

/// The site's clock: it runs with the real one, from a moment that the site may choose, can be turned forward, and can
/// stand still.
final class SiteClock: Sendable {
    let live: @Sendable () -> Date
    private let position: Mutex<State>

    /// Where the clock stands, or how far it runs ahead of the real one.
    enum State: Sendable, Hashable, Codable {
        case running(ahead: TimeInterval)
        case standing(Date)
    }

    init(start: Date?, live: @escaping @Sendable () -> Date) {
        self.live = live
        position = Mutex(.running(ahead: start.map { $0.timeIntervalSince(live()) } ?? 0))
    }

    init(_ state: State, live: @escaping @Sendable () -> Date) {
        self.live = live
        position = Mutex(state)
    }

    var state: State {
        get { position.withLock(\.self) }
        set { position.withLock { $0 = newValue } }
    }

    /// In whole milliseconds, as everything is kept: what ends now has ended for whoever asks next.
    var now: Date {
        switch state {
        case .running(let ahead): live().addingTimeInterval(ahead).downToMilliseconds
        case .standing(let moment): moment
        }
    }

    /// The moment from which a new site's content is dated back.
    ///
    /// Where the site chooses it, that very moment: the clock has run on since, and no two sites would be equal.
    func beginning(of site: SiteDefinition) -> Date { site.settings.now ?? now }

    func advance(by seconds: Int) {
        position.withLock { state in
            switch state {
            case .running(let ahead): state = .running(ahead: ahead + TimeInterval(seconds))
            case .standing(let moment): state = .standing(moment.addingTimeInterval(TimeInterval(seconds)))
            }
        }
    }

    /// Stops at that moment, or at the present one.
    func freeze(at moment: Date?) {
        state = .standing(moment ?? now)
    }

    /// Lets a standing clock run on from where it stands.
    func unfreeze() {
        guard case .standing(let moment) = state else { return }
        state = .running(ahead: moment.timeIntervalSince(live()))
    }
}

extension Date {
    fileprivate var downToMilliseconds: Date {
        Date(timeIntervalSince1970: (timeIntervalSince1970 * 1000).rounded(.down) / 1000)
    }
}
