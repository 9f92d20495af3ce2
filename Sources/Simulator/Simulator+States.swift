import ConfluenceModel

public import struct Foundation.Date

/// Going back to an earlier state, and the site's clock.
extension Simulator {
    /// The names of the states that were kept, in alphabetical order.
    public var snapshots: [String] { kept.names }

    /// Keeps the whole state of the site under a name: content, logins, settings, faults, limits and clock.
    ///
    /// A state of the same name is replaced. The journal is no part of it.
    public func keepSnapshot(_ name: String) throws {
        kept[name] = try inTurn { try $0.snapshot() }
    }

    /// Makes the site what it was when the snapshot was kept; it can be restored again.
    ///
    /// - Throws: ``SiteActError`` when there is none of that name.
    public func restoreSnapshot(_ name: String) throws {
        guard let snapshot = kept[name] else {
            let nearest = NearestWord.find(for: name, in: snapshots).map { ", did you mean “\($0)”?" } ?? ""
            throw SiteActError(description: "the site has no snapshot “\(name)”\(nearest)")
        }
        try inTurn { try $0.restore(snapshot) }
    }

    /// Makes the site what it was when it was built, and empties its journal; kept snapshots stay.
    public func reset() throws {
        try inTurn { try $0.reset() }
        clearJournal()
    }

    // MARK: Clock

    /// The moment that the site takes for the present.
    public var now: Date { world.now }

    /// Whether the site's clock stands still.
    public var isClockFrozen: Bool {
        if case .standing = world.clock.state { true } else { false }
    }

    /// Lets the site's clock stand still, at that moment or at the present one; it can be turned forward all the same.
    public func freezeClock(at moment: Date? = nil) {
        inTurn {
            $0.clock.freeze(at: moment)
            try? $0.keepState()
        }
    }

    /// Lets a clock that stands still run on.
    public func unfreezeClock() {
        inTurn {
            $0.clock.unfreeze()
            try? $0.keepState()
        }
    }
}
