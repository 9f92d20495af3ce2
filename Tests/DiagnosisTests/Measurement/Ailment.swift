import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Testing

/// One way of making a healthy configuration or its site sick, and what the doctor must say about it.
struct Ailment: Sendable, CustomTestStringConvertible {
    let cause: CauseID
    let site: ConfluenceSite.Acme
    let name: String
    /// `nil` where it does not matter.
    let isProven: Bool?
    let field: String?
    /// Other causes that must be named as well.
    let together: [CauseID]
    /// Whether another cause of the same inseparable set may stand first.
    let isOneOfASet: Bool
    let login: Login
    let entries: [Entry]
    let prepare: SiteChange
    let through: Way?
    let change: @Sendable (inout Patient) throws -> Void

    /// What is to differ from the fixture's site. A type of its own, so that a trailing closure is none.
    struct SiteChange: Sendable {
        let apply: @Sendable (inout SiteDefinition) -> Void
        /// Whether it changes nothing, so that a site can be shared.
        private(set) var isNone = false

        init(_ apply: @escaping @Sendable (inout SiteDefinition) -> Void) {
            self.apply = apply
        }

        static let none: SiteChange = {
            var change = SiteChange { _ in }
            change.isNone = true
            return change
        }()
    }

    /// What lies between the doctor and the site.
    struct Way: Sendable {
        let wrap: @Sendable (@escaping Send) -> Send

        init(_ wrap: @escaping @Sendable (@escaping Send) -> Send) {
            self.wrap = wrap
        }
    }

    /// How the patient logs in while nothing is wrong.
    enum Login: String, Sendable, CaseIterable {
        case token
        case password
        /// The cookies of a browser that is logged in.
        case cookies
    }

    /// What somebody comes with: the configuration alone, a tool that fails, or a page that can't be read.
    enum Entry: String, Sendable, CaseIterable {
        case config
        case tool
        case page
    }

    init(
        _ cause: CauseID, _ site: ConfluenceSite.Acme, _ name: String = "", proven: Bool? = nil, field: String? = nil,
        together: [CauseID] = [], oneOfASet: Bool = false, login: Login = .token, entries: [Entry] = Entry.allCases,
        prepare: SiteChange = .none, through: Way? = nil,
        change: @escaping @Sendable (inout Patient) throws -> Void = { _ in }
    ) {
        self.cause = cause
        self.site = site
        self.name = name
        isProven = proven
        self.field = field
        self.together = together
        isOneOfASet = oneOfASet
        self.login = login
        self.entries = entries
        self.prepare = prepare
        self.through = through
        self.change = change
    }

    var testDescription: String { "\(cause) \(name) (\(site), \(login.rawValue))" }

    /// The same on each deployment, with each way of logging in that it has.
    static func everywhere(
        _ cause: CauseID, _ name: String = "", proven: Bool? = true, field: String? = nil, together: [CauseID] = [],
        entries: [Entry] = Entry.allCases, on sites: [ConfluenceSite.Acme] = ConfluenceSite.Acme.allCases,
        prepare: SiteChange = .none, through: Way? = nil,
        change: @escaping @Sendable (inout Patient) throws -> Void = { _ in }
    ) -> [Ailment] {
        sites.flatMap { site in
            (site == .cloud ? [Login.token] : Login.allCases).map { login in
                Ailment(
                    cause, site, name, proven: proven, field: field, together: together, login: login, entries: entries,
                    prepare: prepare, through: through, change: change)
            }
        }
    }

    /// The same site with one of the simulator's ready-made faults.
    static func fault(
        _ name: String, _ cause: CauseID, proven: Bool? = true, together: [CauseID] = [],
        on sites: [ConfluenceSite.Acme] = ConfluenceSite.Acme.allCases
    ) -> [Ailment] {
        everywhere(
            cause, name, proven: proven, together: together, on: sites,
            prepare: SiteChange { $0.faults.append(.readyMade(name)) })
    }

    /// A patient who has the ailment and comes with that.
    func patient(_ entry: Entry = .config) throws -> Patient {
        var patient = try prepare.isNone ? Patient(sharing: site) : Patient(site, changing: prepare.apply)
        switch login {
        case .token: break
        case .password: patient.useBasic("reader-bot", "reader-bot-password-1")
        case .cookies: try patient.useSession("reader-bot", "reader-bot-password-1")
        }
        try change(&patient)
        patient.through = through
        switch entry {
        case .config: break
        case .tool where patient.options.tools.isEmpty:
            patient.options.tools = [patient.configuration.selectedTools.last ?? "read_page_by_id"]
        case .page where patient.options.page == nil: patient.options.page = .id("98310")
        case .tool, .page: break
        }
        return patient
    }

    /// Whether a report puts the cause first, or, in a set that can't be separated, names it with another first.
    func isFirst(in report: DiagnosisReport) -> Bool {
        guard let first = report.causes.first else { return false }
        if first.id == cause { return true }
        return isOneOfASet && first.alternatives.contains(cause) && report.causes.contains { $0.id == cause }
    }
}

extension Ailment {
    static let all: [Ailment] =
        credentialAilments + secretTextAilments + accountAilments + addressAilments + frontAilments + siteStateAilments
        + spaceAilments + pageAilments + toolkitAilments
}
