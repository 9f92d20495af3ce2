import ConfluenceModel
import ConfluenceWire
import Synchronization

/// The faults that are on, and how often each has met a request.
final class FaultDesk: Sendable {
    private let active: Mutex<[Active]>

    fileprivate struct Active: Sendable {
        var rule: FaultRule
        var pattern: PathPattern?
        /// How many requests fitted, met or not.
        var fitting = 0
        var met = 0
    }

    init() {
        active = Mutex([])
    }

    /// The faults with their counts, to go back to.
    struct State: Sendable {
        fileprivate var active: [Active]
    }

    var state: State {
        get { State(active: active.withLock(\.self)) }
        set { active.withLock { $0 = newValue.active } }
    }

    /// The faults in the order in which they were put on.
    var rules: [FaultRule] { active.withLock { $0.map(\.rule) } }
    var names: [String] { rules.map(\.name) }

    /// How many requests each fault has met.
    var meetings: [String: Int] {
        active.withLock { Dictionary($0.map { ($0.rule.name, $0.met) }) { first, _ in first } }
    }

    /// Puts a fault on, in the place of one of the same name; its counting begins anew.
    func put(_ choice: FaultChoice, on site: SiteDefinition) throws(SiteActError) {
        let rule: FaultRule
        switch choice {
        case .rule(let own): rule = own
        case .readyMade(let name): rule = try ReadyMadeFault.rule(named: name, for: site)
        }
        let fault = Active(rule: rule, pattern: rule.match.path.map(PathPattern.init))
        active.withLock { faults in
            if let index = faults.firstIndex(where: { $0.rule.name == rule.name }) {
                faults[index] = fault
            } else {
                faults.append(fault)
            }
        }
    }

    /// Takes one fault away, or all; answers whether there was one of that name.
    func clear(_ name: String?) -> Bool {
        active.withLock { faults in
            guard let name else {
                faults.removeAll()
                return true
            }
            let count = faults.count
            faults.removeAll { $0.rule.name == name }
            return faults.count < count
        }
    }

    /// Which faults meet the request, with what they do.
    ///
    /// - Parameter account: Finds whose credential the request carries; asked only where a fault wants to know.
    func strike(_ request: Request, account: () -> String?) -> Weather {
        active.withLock { faults in
            var weather = Weather.fair
            for index in faults.indices where faults[index].fits(request, account: account) {
                faults[index].fitting += 1
                guard faults[index].isDue else { continue }
                faults[index].met += 1
                weather.add(faults[index].rule)
            }
            return weather
        }
    }

    /// The settings that faults hold, in order.
    var settingChanges: [SettingChange] {
        active.withLock { faults in
            faults.compactMap { fault in
                if case .setting(let change) = fault.rule.effect { change } else { nil }
            }
        }
    }

    /// What is wrong with the certificate that new connections are shown.
    var certificate: FaultRule.CertificateFault? {
        active.withLock { faults in
            for fault in faults {
                if case .certificate(let kind) = fault.rule.effect { return kind }
            }
            return nil
        }
    }
}

extension FaultDesk.Active {
    fileprivate func fits(_ request: Request, account: () -> String?) -> Bool {
        let match = rule.match
        switch rule.effect {
        case .setting, .certificate: return false
        default: break
        }
        if !match.methods.isEmpty, !match.methods.contains(request.method.rawValue) { return false }
        if let pattern, !pattern.matches(request.url.path) { return false }
        if let wanted = match.hasCredential {
            let carries = request.headers["Authorization"] != nil || request.headers["Cookie"] != nil
            guard carries == wanted else { return false }
        }
        if let agent = match.userAgent {
            guard request.headers["User-Agent"]?.lowercased().contains(agent.lowercased()) == true else { return false }
        }
        if let user = match.user, account() != user { return false }
        return true
    }

    /// Whether the fault meets the fitting request that was counted last.
    fileprivate var isDue: Bool {
        let match = rule.match
        guard fitting >= match.from, (fitting - match.from) % max(match.every, 1) == 0 else { return false }
        if let times = match.times, met >= times { return false }
        return match.probability >= 1 || Self.draw(match.seed, fitting) < match.probability
    }

    /// A number from 0 up to 1 that the seed and the place in the row alone decide.
    private static func draw(_ seed: UInt64, _ place: Int) -> Double {
        let bits = SplitMix64.number(at: UInt64(truncatingIfNeeded: place), seed: seed)
        return Double(bits >> 11) / Double(UInt64(1) << 53)
    }
}

/// A path in which `*` stands for anything, slashes too.
struct PathPattern: Sendable {
    private let parts: [Substring.UTF8View]

    init(_ text: String) {
        parts = text.split(separator: "*", omittingEmptySubsequences: false).map(\.utf8)
    }

    func matches(_ path: String) -> Bool {
        var rest = path.utf8[...]
        guard let first = parts.first, rest.starts(with: first) else { return false }
        rest = rest.dropFirst(first.count)
        guard parts.count > 1 else { return rest.isEmpty }
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let end = Self.end(of: part, in: rest) else { return false }
            rest = rest[end...]
        }
        guard let last = parts.last else { return true }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }

    private static func end(of part: Substring.UTF8View, in text: Substring.UTF8View) -> String.Index? {
        var start = text.startIndex
        while start < text.endIndex {
            let tail = text[start...]
            if tail.starts(with: part) { return text.index(start, offsetBy: part.count) }
            start = text.index(after: start)
        }
        return nil
    }
}
