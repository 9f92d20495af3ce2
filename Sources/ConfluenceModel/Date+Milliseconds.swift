package import struct Foundation.Date

extension Date {
    /// Milliseconds since 1970; a moment beyond what they can count is the last, or the first, that they can.
    package var millisecondsSince1970: Int64 { Self.whole(timeIntervalSince1970 * 1000) }

    /// The same rounded to the nearest one.
    package var nearestMilliseconds: Int64 { Self.whole((timeIntervalSince1970 * 1000).rounded()) }

    private static func whole(_ number: Double) -> Int64 {
        // 2⁶³ itself is one too many, and the largest double below it is 2⁶³ − 1024.
        if number >= 0x1p63 { return .max }
        return number <= -0x1p63 ? .min : Int64(number)
    }
}
