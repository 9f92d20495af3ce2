import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// Asks a site what an account may do; every request only reads.
struct RightsProbe: Sendable {
    private let configuration: ToolkitConfiguration
    private let options: DiagnosisOptions
    private(set) var wire: Wire
    private(set) var rights = HeldRights()

    init(_ configuration: ToolkitConfiguration, _ options: DiagnosisOptions, _ wire: Wire) {
        self.configuration = configuration
        self.options = options
        self.wire = wire
    }

    mutating func run() async {
        guard await recognise() else { return }
        guard await logIn() else { return }
        await askForPower()
        if configuration.spaceKey != nil {
            await askForSpace()
        } else {
            await countSpaces()
        }
        if let id = await pageID() { await askForPage(id) }
    }

    private var isCloud: Bool { rights.identity?.kind == .cloud }

    // MARK: The site and the account

    private mutating func recognise() async -> Bool {
        guard configuration.authentication != .anonymous else {
            rights.notes.append("the configuration holds no complete credential, so that no account can be asked about")
            return false
        }
        if configuration.isGateway {
            rights.identity = SiteIdentity(kind: .cloud, sign: "the address is that of Atlassian's gateway")
            return true
        }
        if case .site(let finding, _)? = await SiteProbe.run(configuration, &wire) {
            rights.identity = finding.identity
            switch finding {
            case .here, .hostingContradicted: return true
            case .elsewhere, .moved, .unrecognised: break
            }
        }
        rights.notes.append("no Confluence was found at the configured address; `confluence-doctor diagnose` says why")
        return false
    }

    private mutating func logIn() async -> Bool {
        guard let request = LoginProbe.request(for: configuration) else { return false }
        let kind = rights.identity?.kind ?? .unknown
        guard let answer = await LoginProbe.answer(configuration, deployment: kind, &wire) else { return false }
        let response = await wire.ask(Question.login.words, request)?.response
        switch answer {
        case .accepted(let account):
            rights.account = account
            rights.mayUseConfluence = true
        case .withoutProductAccess:
            rights.mayUseConfluence = false
            rights.notes.append("the site lets the account log in, and not use Confluence")
            return false
        case .notPermitted(let reason):
            rights.notes.append(
                "the site answers “\(reason.cut(to: 160))”, which it says to strangers as well: either the account may not use "
                    + "Confluence or the credential isn't taken; `confluence-doctor diagnose` says more")
            return false
        case _ where response?.isScopeRefusal == true:
            rights.notes.append("the token lacks read:confluence-user, so that the account's name can't be asked for")
        default:
            rights.notes.append("the login did not work; `confluence-doctor diagnose` says why")
            return false
        }
        if configuration.isGateway {
            rights.scopes = .asked(await ScopeProbe.run(configuration, &wire))
        } else {
            // A token with scopes is only taken at the gateway, and Data Center has no scopes.
            rights.scopes = .none
        }
        return true
    }

    /// Finds out whether the account is one to whom permissions don't apply.
    private mutating func askForPower() async {
        if isCloud {
            let operations = await ask(
                "does the account administer the site?", "rest/api/user/current", [QueryItem("expand", "operations")])?[
                    "operations"]
            let administers = operations?.arrayValue?.contains {
                $0["operation"] == "administer" && $0["targetType"] == "application"
            }
            if administers == true { rights.power = "the account administers the site" }
            return
        }
        guard let current = await ask(Question.login.words, "rest/api/user/current", []),
            let name = current["username"]?.stringValue
        else { return }
        let query = [QueryItem("username", name), QueryItem("limit", "200")]
        let groups = await ask("which groups is the account in?", "rest/api/user/memberof", query)?["results"]?
            .arrayValue
        if groups?.contains(where: { $0["name"] == "confluence-administrators" }) == true {
            rights.power = "the account is in confluence-administrators, to whom no permission or restriction applies"
        }
    }

    // MARK: The space and the page

    private mutating func askForSpace() async {
        switch await SpaceProbe.run(configuration, tools: [], &wire) {
        case .space(.archived, _)?:
            rights.space = await operationsOnPage(nil)
            rights.space?.allowed.insert(.view)
        case .space(.seen(let homepage, let stated), _)?:
            rights.space = stated
            if stated == nil { rights.space = await operationsOnPage(homepage) }
            rights.space?.allowed.insert(.view)
        case .space(.hidden(let status), _)? where status != 410: rights.isSpaceHidden = true
        default: await askForSpaceByVersion2()
        }
    }

    /// Cloud's newer way, for sites and tokens that the older one is closed to.
    private mutating func askForSpaceByVersion2() async {
        guard isCloud else { return }
        switch await VersionTwo.space(configuration, &wire) {
        case .space(.hidden, _)?: rights.isSpaceHidden = true
        case .space(.seen, _)?, .space(.archived, _)?:
            rights.space = await VersionTwo.operations(configuration, &wire)
            rights.space?.allowed.insert(.view)
        default: break
        }
    }

    /// Data Center states no operations of a space: what may be done to a page of it stands for them.
    private mutating func operationsOnPage(_ homepage: String?) async -> StatedOperations? {
        await WritingProbe.operationsOnPage(homepage, configuration, &wire)
    }

    private mutating func countSpaces() async {
        guard let list = await ask(Question.visibleSpaces.words, "rest/api/space", [QueryItem("limit", "200")]),
            let count = list["results"]?.arrayValue?.count
        else { return }
        rights.visibleSpaces = list["_links"]?["next"] == nil ? "\(count)" : "more than \(count)"
    }

    private mutating func pageID() async -> String? {
        switch options.page {
        case nil: return nil
        case .id(let id)?: return id
        case .titled(let title, let space)?:
            let request = PageSearch.request(titled: title, in: space, configuration)
            switch await PageSearch.ask(request, Question.page.words, &wire) {
            case .found(let id)?: return id
            case .missing?: rights.isPageHidden = true
            case .obstructed?, nil: break
            }
            return nil
        }
    }

    private mutating func askForPage(_ id: String) async {
        let path = "rest/api/content/" + PercentEncoding.encode(id, allowed: .pathSegment)
        guard let request = configuration.request(path, query: [QueryItem("expand", "space,version,operations")]),
            let response = await wire.ask(Question.page.words, request)?.response
        else { return }
        if response.status == 404 || response.status == 403 { rights.isPageHidden = !response.isScopeRefusal }
        guard response.isSuccess, let page = try? JSONReader.read(response.body, depthLimit: 64),
            let entries = page["operations"]?.arrayValue
        else { return }
        let names = entries.filter { $0["targetType"] == "page" }.compactMap { $0["operation"]?.stringValue }
        rights.page = Set(names.compactMap(PageRight.init)).union([.read])
    }

    private mutating func ask(_ words: String, _ path: String, _ query: [QueryItem]) async -> JSON? {
        guard let request = configuration.request(path, query: query),
            let response = await wire.ask(words, request)?.response, response.isSuccess
        else { return nil }
        return try? JSONReader.read(response.body, depthLimit: 64)
    }
}

extension ToolkitConfiguration {
    /// Whether the address is that of the gateway, at which tokens with scopes are taken.
    var isGateway: Bool {
        (try? clientAddress()).map(GatewayAddress.isGateway) ?? false
    }
}
