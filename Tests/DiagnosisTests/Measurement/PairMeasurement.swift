import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis

/// Two causes at once, for every pair that can be had together and be seen behind one another.
struct PairMeasurement: Sendable {
    var pairs: [Pair] = []
    /// Pairs of which the one cause keeps everything from being asked that could show the other.
    var hidden = 0
    /// Pairs that change the same thing, so that one configuration can't have both.
    var exclusive = 0

    struct Pair: Sendable {
        var site: ConfluenceSite.Acme
        var outer: CauseID
        var inner: CauseID
        var report: DiagnosisReport

        var namesBoth: Bool {
            let named = Set(report.causes.flatMap { [$0.id] + $0.alternatives })
            return named.contains(outer) && named.contains(inner)
        }
    }

    static func run(on site: ConfluenceSite.Acme) async throws -> PairMeasurement {
        var measurement = PairMeasurement()
        let candidates = try representatives(on: site).map { ($0, try $0.touches()) }
        for (index, (one, touched)) in candidates.enumerated() {
            for (other, alsoTouched) in candidates[(index + 1)...] {
                guard touched.isDisjoint(with: alsoTouched) else {
                    measurement.exclusive += 1
                    continue
                }
                let (outer, inner) = one.layer <= other.layer ? (one, other) : (other, one)
                guard inner.isVisible(behind: outer) else {
                    measurement.hidden += 1
                    continue
                }
                let report = try await Ailment.both(outer, inner).diagnose()
                measurement.pairs.append(
                    Pair(site: site, outer: outer.cause, inner: inner.cause, report: report))
            }
        }
        return measurement
    }

    /// The first ailment of each cause.
    private static func representatives(on site: ConfluenceSite.Acme) -> [Ailment] {
        var seen: Set<CauseID> = []
        return Ailment.all.filter { $0.site == site && $0.login == .token && seen.insert($0.cause).inserted }
    }
}

extension Ailment {
    /// What of a configuration or its site an ailment changes.
    fileprivate func touches() throws -> Set<String> {
        let healthy = try Patient(sharing: site)
        let sick = try patient()
        var touched: Set<String> = []
        let (was, has) = (healthy.configuration, sick.configuration)
        if was.credential.baseURL != has.credential.baseURL { touched.insert("address") }
        if was.credential.hosting != has.credential.hosting || was.cloudFlag != has.cloudFlag {
            touched.insert("hosting")
        }
        if was.authentication != has.authentication || was.credential.reference != has.credential.reference
            || was.credential.unresolvedSecret != has.credential.unresolvedSecret
            || was.credential.username != has.credential.username || !has.customHeaders.isEmpty
        {
            touched.insert("login")
        }
        if was.spaceKey != has.spaceKey { touched.insert("space") }
        if was.selectedTools != has.selectedTools || !sick.options.tools.isEmpty { touched.insert("tools") }
        if was.form != has.form { touched.insert("form") }
        if was.apiVersion != has.apiVersion { touched.insert("version") }
        if sick.options.pageID != nil { touched.insert("page") }
        if through != nil || healthy.site.definition != sick.site.definition { touched.insert("site") }
        return touched
    }

    /// The order in which a request meets the causes.
    fileprivate var layer: Int {
        if isAside { return 9 }
        switch cause.family {
        case "address", "request": return 0
        case "space": return 2
        case "page": return 3
        default: return 1
        }
    }

    private var isAside: Bool { CauseCatalogue.cause(cause)?.isAside == true }

    private var isMended: Bool {
        CauseCatalogue.cause(cause)?.proofs.contains { if case .repair = $0 { true } else { false } } == true
    }

    fileprivate func isVisible(behind outer: Ailment) -> Bool {
        if isAside || outer.isAside { return true }
        if outer.layer == layer { return outer.isMended && isMended }
        return outer.isMended
    }

    /// A patient who has both.
    fileprivate static func both(_ outer: Ailment, _ inner: Ailment) throws -> Patient {
        let isPlain = outer.prepare.isNone && inner.prepare.isNone
        var patient =
            try isPlain
            ? Patient(sharing: outer.site)
            : Patient(
                outer.site,
                changing: { site in
                    outer.prepare.apply(&site)
                    inner.prepare.apply(&site)
                })
        try inner.change(&patient)
        try outer.change(&patient)
        patient.through = outer.through ?? inner.through
        return patient
    }
}
