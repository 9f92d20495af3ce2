import Foundation

/// Tells when something happened as people would: `about 3 hours ago`, `yesterday at 9:05 AM`, `Jan 31, 2026`.
///
/// The wording is that of Confluence's own messages, in English and UTC.
enum FriendlyDate {
    static func text(_ date: Date, now: Date) -> String {
        let then = CivilTime(date)
        let minutes = Int(now.timeIntervalSince(date) / 60)
        let today = CivilTime(now)
        let isToday = (then.year, then.month, then.day) == (today.year, today.month, today.day)
        switch minutes {
        case ..<0: return day(then)
        case 0: return "just a moment ago"
        case 1: return "about a minute ago"
        case ..<60: return "\(minutes) minutes ago"
        case ..<120 where isToday: return "about an hour ago"
        case _ where isToday: return "about \(minutes / 60) hours ago"
        default:
            let before = CivilTime(now.addingTimeInterval(-86_400))
            let isYesterday = (then.year, then.month, then.day) == (before.year, before.month, before.day)
            return isYesterday ? "yesterday at \(clock(then))" : day(then)
        }
    }

    private static func day(_ time: CivilTime) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(months[time.month - 1]) \(twoDigits(time.day)), \(time.year)"
    }

    private static func clock(_ time: CivilTime) -> String {
        let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
        return "\(hour):\(twoDigits(time.minute)) \(time.hour < 12 ? "AM" : "PM")"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
