import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis

/// The first ailment of a cause, with what decides whether another one can be had and seen beside it.
struct PairCandidate: Sendable {
    let ailment: Ailment
    /// What of a configuration or its site the ailment changes.
    let touched: Set<String>
    /// Whether the doctor mends it on a copy, and so sees what lies behind it.
    let isMended: Bool
    /// Whether the configuration shows it, whatever the wire says.
    let isReadable: Bool
    /// Whether the configuration names no address that could be called.
    let hasNoAddress: Bool
    /// Whether nothing at all answered.
    let isSilent: Bool

    /// The first ailment of each cause, one that logs in as the healthy do before others.
    static func all(on site: ConfluenceSite.Acme) async throws -> [PairCandidate] {
        let usual = try Patient(sharing: site).configuration.authentication.scheme
        let ailments = try Ailment.all.filter { $0.site == site && $0.login == .token }
            .map { ($0, try $0.patient().configuration.authentication.scheme == usual) }
        var seen: Set<CauseID> = []
        var candidates: [PairCandidate] = []
        for (ailment, _) in ailments.filter(\.1) + ailments where seen.insert(ailment.cause).inserted {
            candidates.append(try await PairCandidate(ailment))
        }
        return candidates
    }

    private init(_ ailment: Ailment) async throws {
        self.ailment = ailment
        touched = try Self.touches(ailment)
        let measured = try await Diagnoses.shared.of(ailment, .config)
        let report = measured.report
        isMended = report.causes.first { $0.id == ailment.cause }?.repair?.worked == true
        let signs = Set(ConfigurationLint.evidence(in: measured.configuration).compactMap(\.observation))
        let required = CauseCatalogue.cause(ailment.cause)?.requires ?? []
        isReadable =
            required.contains(where: signs.contains)
            || (required.isEmpty && ailment.cause == .hostingMismatch)
            || (ailment.cause == .basePath && signs.contains(.pageInAddress))
        hasNoAddress = (try? measured.configuration.clientAddress()) == nil && !isMended
        isSilent = !report.probes.contains { $0.answer.first?.isNumber ?? false }
    }

    private static func touches(_ ailment: Ailment) throws -> Set<String> {
        let healthy = try Patient(sharing: ailment.site)
        let sick = try ailment.patient()
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
        if sick.options.page != nil { touched.insert("page") }
        if ailment.through != nil || healthy.site.definition.faults != sick.site.definition.faults {
            touched.insert("way")
        }
        // What the site holds and how it is set can differ in two respects at once, but an account in one only.
        if healthy.site.definition.users != sick.site.definition.users { touched.insert("account") }
        if healthy.site.definition.settings != sick.site.definition.settings { touched.insert("settings") }
        return touched
    }

    /// The order in which a request meets the causes.
    var layer: Int {
        if isAside { return 9 }
        // What was taken away of the API is only met once somebody is logged in.
        if ailment.cause == .endpointRemoved { return 2 }
        switch ailment.cause.family {
        case "address", "request": return 0
        case "space": return 2
        case "page": return 3
        default: return 1
        }
    }

    /// Whether there is nothing to log in with, so that nothing at its place can be asked before it is mended.
    private var keepsFromAsking: Bool { [.secretMissing, .secretReference].contains(ailment.cause) }

    private var isAside: Bool { CauseCatalogue.cause(ailment.cause)?.isAside == true }

    /// What keeps the doctor from seeing a cause behind another; `nil` where nothing does.
    static func hindrance(of inner: PairCandidate, behind outer: PairCandidate) -> PairMeasurement.Hindrance? {
        if outer.hasNoAddress, !inner.isReadable { return .address }
        if inner.hasNoAddress, !outer.isReadable { return .address }
        if inner.ailment.cause == .clockSkew, outer.isSilent, outer.layer == 0 { return .way }
        if inner.ailment.cause == .readOnly, !outer.isMended, outer.layer < 2 {
            return outer.layer == 0 ? .way : .login
        }
        // Without anything to log in with, no request can show what is wrong with an account or a secret.
        if inner.keepsFromAsking, outer.layer == 1, !outer.isReadable { return .login }
        if inner.isAside || outer.isAside || inner.isReadable { return nil }
        // Whoever lacks the end of a token is a stranger to the site, which says nothing of a seat then.
        if outer.ailment.cause == .truncated, [.seatLapsed, .noProductAccess].contains(inner.ailment.cause) {
            return .login
        }
        // The token that hides the API key is no more, whether tokens are taken or not.
        if outer.ailment.cause == .bothSecrets, inner.ailment.cause == .personalTokensDisabled { return .same }
        if outer.layer == inner.layer {
            if outer.isReadable, !outer.keepsFromAsking { return nil }
            // Of an archived space, and by REST v2 behind what v1 lost, requests could tell more than the doctor asks.
            if [.spaceArchived, .endpointRemoved].contains(outer.ailment.cause) { return nil }
            return outer.isMended && inner.isMended ? nil : .same
        }
        if outer.isMended { return nil }
        switch outer.layer {
        case 0: return .way
        case 1: return .login
        // A page is asked for by its id, whatever its space says.
        default: return nil
        }
    }

    /// Whether both are there in a patient who was given both: one may take away what the other stands on.
    static func areThere(_ candidates: [PairCandidate], in both: Patient) throws -> Bool {
        try candidates.allSatisfy { candidate in
            let ailment = candidate.ailment
            switch ailment.cause {
            case .plainHTTP: return both.configuration.credential.baseURL.hasPrefix("http://")
            case .pageOtherSpace: return both.configuration.spaceKey == (try ailment.patient()).configuration.spaceKey
            case .personalTokensDisabled: return both.configuration.authentication.scheme != .basic
            // What one account may not do, or has begun itself, another may.
            case .spaceNoAccess, .spaceNoWrite, .pageDraft, .personalSpaceKey:
                guard let owner = both.owner else { return true }
                return owner == (try ailment.patient()).owner
            default: return true
            }
        }
    }

    /// A patient who has both.
    static func both(_ outer: Ailment, _ inner: Ailment) throws -> Patient {
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
