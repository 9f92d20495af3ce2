package import ConfluenceModel

/// Tells a site that is out of order from one that has drifted.
package enum SiteTrouble {
    /// Why a site can't be judged, where it failed at least half of what was tried on it by its state; else `nil`.
    package static func found(in attempts: [LawTry]) -> String? {
        let tried = attempts.filter { $0.outcome != .notTried }
        let failing = tried.filter { $0.outcome == .outOfOrder }
        guard !tried.isEmpty, failing.count * 2 >= tried.count else { return nil }
        return failing.first?.reason ?? "the site is out of order"
    }
}
