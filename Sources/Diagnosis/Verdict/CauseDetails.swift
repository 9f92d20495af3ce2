import ConfluenceClient
import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Foundation

/// The details of one case that the catalogue's texts have places for.
struct CauseDetails {
    private let chart: Chart
    private let redactor: Redactor
    private var values: [String: String] = [:]

    init(_ chart: Chart) {
        self.chart = chart
        redactor = Redactor(secrets: chart.configuration.secretForms)
        readConfiguration()
        for seen in chart.evidence { read(seen) }
        let answer = values["answer"].map { ": \($0)" } ?? ""
        values["headerDoes"] = values["headerDoes"] ?? "replaces what the credential would send\(answer)"
        values["contradiction"] = contradiction
    }

    /// What speaks against the hosting that is set.
    private var contradiction: String {
        let (host, site) = (values["host"] ?? "the host", values["deployment"] ?? "")
        guard circumstancesAreCloud, chart.configuration.isCloud else {
            return "but \(host) is \(site): \(values["recognised"] ?? "")"
        }
        return
            "with which the toolkit takes /wiki off “Base URL”, and puts it back for names ending in .atlassian.net and "
            + "jira.com alone"
    }

    private var circumstancesAreCloud: Bool { chart.circumstances.deployment == .cloud }

    /// A text with its places in braces filled; a place of which nothing is known is left empty.
    func fill(_ text: String) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let value = values[String(rest[rest.index(after: open)..<close])] ?? ""
            // Where nothing was asked, there is no answer to be quoted behind a colon.
            if value.isEmpty, filled.hasSuffix(": ") { filled.removeLast(2) }
            filled += value
            rest = rest[rest.index(after: close)...]
        }
        return redacted(filled + rest)
    }

    func redacted(_ text: String) -> String { redactor.redact(text) }

    private mutating func readConfiguration() {
        let configuration = chart.configuration
        let credential = configuration.credential
        values["base"] = credential.baseURL
        values["host"] = HostName.host(of: credential.baseURL) ?? "the host"
        values["address"] = (try? configuration.clientAddress())?.description ?? credential.baseURL
        values["user"] = credential.username ?? ""
        values["key"] = configuration.spaceKey ?? ""
        values["account"] = "the account"
        values["page"] = chart.options.page?.words ?? ""
        values["visible"] = "others, or none"
        values["Failure"] = "No answer came from \(values["host"] ?? "the host")"
        values["expiry"] = "may have reached its expiry date"
        values["tokenless"] = "The site may take no personal access tokens at all"
        values["secret"] =
            switch configuration.authentication.scheme {
            case .bearer: "token"
            case .cookies: "session"
            case .basic, .anonymous:
                chart.circumstances.deployment == .cloud ? "API key" : "user name or API key"
            }
        values["hosting"] =
            configuration.cloudFlag.map { "cloud: \($0)" } ?? "hosting “\(credential.hosting.rawValue)”"
        values["deployment"] = deployment.title
        // Where the site itself was not seen, its name is all there is.
        values["recognised"] =
            HostName.isAtlassianCloud(credential.baseURL)
            ? "its host’s name says so" : "a Cloud site’s host ends in .atlassian.net"
        if configuration.cloudFlag != nil {
            values["ruled"] = ", and take “cloud” out of the toolkit’s settings, where it wins over that"
        }
        values["hostingOfCloud"] =
            configuration.keepsAddressAsCloud
            ? "Cloud (or Auto, for a host ending in .atlassian.net)" : "Auto, which leaves /wiki where it stands"
        if let host = HostName.host(of: credential.baseURL), host.hasSuffix(".atlassian.com") {
            let site = host.dropLast(".atlassian.com".count)
            values["meant"] = ": names of Cloud sites end in .atlassian.net, so \(site).atlassian.net may be meant"
        }
        values["found"] = "the key of the space that is meant"
        values["gateway"] =
            "https://api.atlassian.com/ex/confluence/CLOUDID/wiki (the id is shown at /_edge/tenant_info)"
        values["scopes"] = RequiredScopes.classic(for: chart.neededTools).joined(separator: ", ")
        if let mended = AddressForm.mended(credential.baseURL) {
            // Told and not tried: whose site it is that is called so is not known.
            let site = chart.configuration.isCloud ? AddressForm.siteOnCloud(named: mended) : nil
            values["suggestion"] = " to \(site ?? mended)"
        }
        readStrays()
    }

    private var deployment: DeploymentKind {
        let known = chart.circumstances.deployment
        guard known == .unknown else { return known }
        let isCloud = HostName.isAtlassianCloud(chart.configuration.credential.baseURL) || chart.configuration.isGateway
        return isCloud ? .cloud : .dataCenter
    }

    private mutating func readStrays() {
        var lines: [String] = []
        var fields: [String] = []
        for case .strayCharacters(let field, let path, let characters, false) in chart.evidence {
            lines.append("\(path) holds \(characters.summary)")
            fields.append(field.label)
        }
        values["strays"] = lines.joined(separator: "; ")
        values["strayFields"] = fields.joined(separator: " and ")
    }

    private mutating func read(_ seen: Evidence) {
        switch seen {
        case .malformedAddress(let malformed): values["malformed"] = "\(malformed)"
        case .loginInAddress: values["malformed"] = seen.words
        case .secretAbsent(let gap):
            values["gap"] = gap.words
            values["unasked"] =
                gap == .blank
                ? "No site knows such a credential: " : "The toolkit refuses the credential before any request: "
        case .secretUnresolved: values["reference"] = seen.words
        case .oldForm(let form): values["form"] = form.oldFormWords
        case .site(let finding, let address): read(finding, address)
        case .otherPaths(let found?):
            values["foundAt"] = ", but at \(found)"
            values["foundBase"] = " to \(found)"
        case .login(let answer, let scheme): read(answer, scheme)
        case .visibleSpaces(let match, _): read(match)
        case .writing(.denied(let tools, let missing), _):
            values["tools"] = tools.map(\.rawValue).joined(separator: ", ")
            values["missing"] = missing.inWords
        case .page(let answer, let id): read(answer, id)
        case .slip, .bothSecrets, .quotedAddress: values["pasted"] = seen.words
        case .oddLetters(let letters):
            values["letters"] = [values["letters"], letters.words].compactMap(\.self).joined(separator: "; ")
        case .ownAuthorization(let header):
            values["header"] = header
            values["headerDoes"] = MeddlingHeader.words(of: header)
        case .unsendableHeader(let header): values["headerDoes"] = header.trouble.words
        case .keyInText(let key): values["keyInText"] = key
        case .obstructed(let obstacle, let question):
            values["failure"] = question == .search ? "of a search for pages, \(obstacle)" : "\(obstacle)"
            values["Failure"] = "\(obstacle)".prefix(1).uppercased() + "\(obstacle)".dropFirst()
            if question == .site, case .answer(_, let status, let words) = obstacle {
                values["answer"] = words.isEmpty ? "\(status)" : "\(status), \(words)"
            }
        case .accessTokenEnd(let end, true): values["expiry"] = "ended at \(end.formatted(.iso8601)), as it says itself"
        case .endpointGone: values["gone"] = seen.words
        case .releaseWithout(.tokens, _): values["tokenless"] = seen.words
        case .releaseWithout: values["lacking"] = seen.words
        case .door(.identityProvider): values["door"] = ", and sends people to an identity provider to log in"
        case .notSelected(let tools): values["notSelected"] = tools.joined(separator: ", ")
        case .indexNotConfigured(let tools, let needs):
            values["indexTools"] = tools.joined(separator: ", ")
            values["indexNeeds"] = needs
        case .clockAway(let seconds, let site, let own):
            values["siteTime"] = site
            values["ownTime"] = own
            values["skew"] = abs(seconds) < 7200 ? "\(abs(seconds) / 60) minutes" : "\(abs(seconds) / 3600) hours"
        default: break
        }
    }

    private mutating func read(_ finding: SiteFinding, _ address: WebAddress) {
        values["address"] = address.description
        switch finding {
        case .moved(let target, _): values["moved"] = target.description
        case .unrecognised(let answer, _):
            values["answer"] = answer
            values["failure"] = values["failure"] ?? "it answers \(answer)"
        case .here(let identity), .hostingContradicted(let identity), .elsewhere(let identity):
            values["recognised"] = identity.sign
            values["deployment"] = identity.title
        }
    }

    private mutating func read(_ answer: LoginAnswer, _ scheme: Authentication.Scheme) {
        values["answer"] = answer.words(scheme)
        if case .page(let title) = answer { values["answer"] = title }
        if case .addressUnknown(let words, _) = answer {
            values["answer"] = "\(words) to “who am I?”"
            values["failure"] = values["failure"] ?? "it answers \(words) to “who am I?”"
        }
        if case .scopeMissing = answer { values["scope"] = answer.words(scheme) }
        if case .accepted(let account?) = answer { values["account"] = account }
        let isCloud = chart.circumstances.deployment == .cloud
        values["scheme"] =
            switch scheme {
            case .bearer where isCloud:
                "The token is sent as Bearer, but a Cloud site takes an API token only as Basic, with the account's e-mail."
            case .basic where isCloud && holdsAccessToken:
                "An access token of OAuth is sent as a Basic password, but Cloud takes it only as a Bearer token."
            case .bearer: "The secret is sent as Bearer, but it is no personal access token of this site."
            default: "The secret is sent as a Basic password, but this site takes it only as a Bearer token."
            }
    }

    private var holdsAccessToken: Bool { chart.evidence.contains { $0.observation == .looksLikeAccessToken } }

    private mutating func read(_ match: SpaceMatch) {
        switch match {
        case .otherCase(let key), .personal(let key): values["found"] = key
        case .name(let key):
            values["found"] = key
            values["keyOfName"] = "; its key is “\(key)”"
        case .none(let count, let near, let isWhole):
            values["visible"] = count == 0 ? "no space at all" : "\(isWhole ? "" : "at least ")\(count) others"
            values["near"] = near.map { "; “\($0)” is written much like it" } ?? ""
        }
    }

    private mutating func read(_ answer: PageAnswer, _ id: String) {
        values["page"] = id
        values["restriction"] = Self.restriction(answer, id)
        switch answer {
        case .archived(let title), .trashed(let title?), .draft(let title?): values["pageTitle"] = " “\(title)”"
        case .elsewhere(let title, let space):
            values["pageTitle"] = " “\(title)”"
            values["pageSpace"] = space
        default: break
        }
    }

    private static func restriction(_ answer: PageAnswer, _ id: String) -> String {
        switch answer {
        case .notEditable(let title, let editors) where !editors.isEmpty:
            "The account may view the page \(id) “\(title)” and is kept from editing it: the page's own restriction lets "
                + "\(editors.prefix(5).joined(separator: ", ")) edit it."
        case .notEditable(let title, _):
            "The account may view the page \(id) “\(title)” and is kept from editing it."
        default: "The page \(id) may be there and be restricted to others, itself or by a page above it."
        }
    }
}

extension ConfigurationField {
    /// What ELITEA's forms call the field.
    fileprivate var label: String {
        switch self {
        case .baseURL: "“Base URL”"
        case .username: "“Username”"
        case .apiKey: "“API key”"
        case .token: "“Token”"
        case .spaceKey: "“Space key” of the toolkit"
        default: "“\(rawValue)”"
        }
    }
}
