import Foundation
import Testing

@testable import Simulator

@Suite("Moments in answers")
struct CivilTimeTests {
    /// Leap days, turns of centuries, moments before 1970, and the last millisecond of a day.
    static let moments: [Double] = [
        0, -1, 951_782_399.999, 951_782_400, 4_107_542_400, -2_208_988_800, 1_709_208_000.5, 1_772_442_000,
        1_798_761_599.999, 253_402_300_799,
    ]

    @Test("are those of the calendar", arguments: moments)
    func calendar(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .weekday, .hour, .minute, .second], from: date)
        let time = CivilTime(date)
        #expect([time.year, time.month, time.day] == [parts.year, parts.month, parts.day])
        #expect(time.weekday + 1 == parts.weekday)
        #expect([time.hour, time.minute, time.second] == [parts.hour, parts.minute, parts.second])
    }

    @Test("are written with milliseconds in bodies and with names in headers")
    func texts() {
        let date = Date(timeIntervalSince1970: 784_111_777.25)
        #expect(Instants.text(date) == "1994-11-06T08:49:37.250Z")
        #expect(HTTPDate.text(date) == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test("stay within four digits of a year, however far a clock is turned")
    func bounds() {
        #expect(Instants.text(.distantFuture).hasPrefix("4001-01-01"))
        #expect(Instants.text(Date(timeIntervalSince1970: 1e300)).hasPrefix("9999-12-31"))
        #expect(Instants.text(Date(timeIntervalSince1970: -1e300)).hasPrefix("0000-01-01"))
    }
}
