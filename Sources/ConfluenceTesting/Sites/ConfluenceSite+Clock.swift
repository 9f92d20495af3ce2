import ConfluenceModel
import Simulator

public import struct Foundation.Date

/// The site's clock, which stands still until it is turned.
extension ConfluenceSite {
    /// The moment that the site takes for the present.
    public var now: Date { simulator.now }

    /// Turns the clock forward: tokens expire, idle seats lapse, search catches up, rate limits open again.
    ///
    /// - Parameter time: Whole seconds.
    public func advance(by time: Duration) throws {
        let (seconds, attoseconds) = time.components
        guard seconds >= 0, attoseconds == 0 else {
            throw Unknown("a site's clock is turned forward by whole seconds, not by \(time)")
        }
        try perform(.advanceClock(seconds: Int(seconds)))
    }

    /// Sets the clock to a moment, where it stands still.
    public func freezeClock(at moment: Date) {
        simulator.freezeClock(at: moment)
    }
}
