import ConfluenceModel
import ConfluenceWire
package import Documents

/// Reads a file of profiles, version 1; every mistake is named, and once.
package struct ProfilesReader {
    package static let formatVersion: Int64 = 1

    static let fileKeys = ["version", "profiles"]
    static let profileKeys = [
        "base-url", "hosting", "accounts", "scratch-space", "allow", "budget", "proxy", "ca-file", "verify-ssl",
    ]

    private var mistakes = Mistakes()

    package static func read(_ node: DocumentNode) throws(ProfileMistakes) -> [LiveProfile] {
        var reader = ProfilesReader()
        let profiles = reader.profiles(node)
        guard reader.mistakes.errors.isEmpty else { throw ProfileMistakes(errors: reader.mistakes.inOrderOfPlaces) }
        return profiles
    }

    private mutating func profiles(_ node: DocumentNode) -> [LiveProfile] {
        guard let fields = mistakes.attempt({ () throws(DocumentError) in try node.mapping() }) else { return [] }
        mistakes.checkKeys(of: fields, among: Self.fileKeys)
        _ = mistakes.attempt { () throws(DocumentError) in
            let version = try fields.required("version")
            guard try version.integer() == Self.formatVersion else {
                throw version.error("this release reads version \(Self.formatVersion) of the profiles' format")
            }
        }
        let entries = mistakes.attempt { () throws(DocumentError) in
            try fields.required("profiles").mapping().entries
        }
        return (entries ?? []).compactMap { profile($0) }
    }

    private mutating func profile(_ entry: DocumentNode.Entry) -> LiveProfile? {
        if !Self.isName(entry.key) {
            mistakes.note(
                entry.error("the name of a profile is made of letters, digits, “-”, “_” and “.”: “\(entry.key)”"))
        }
        guard let fields = mistakes.attempt({ () throws(DocumentError) in try entry.value.mapping() }) else {
            return nil
        }
        mistakes.checkKeys(of: fields, among: Self.profileKeys)
        let hosting = mistakes.attempt { () throws(DocumentError) in
            try fields.required("hosting").word(ProfileHosting.self).kind
        }
        let base = mistakes.attempt { () throws(DocumentError) in
            try Self.base(fields.required("base-url"), hosting: hosting)
        }
        let accounts = accounts(fields)
        let scratch = mistakes.attempt { () throws(DocumentError) in try fields.text("scratch-space") } ?? nil
        let mayWrite = mayWrite(fields)
        if mayWrite, scratch == nil, let allow = fields["allow"] {
            mistakes.note(allow.error("writes need a place: name it, as “scratch-space: KEY”"))
        }
        let proxy = mistakes.attempt { () throws(DocumentError) in try fields["proxy"].map(Self.proxy) } ?? nil
        if let base, let node = fields["base-url"], base.scheme == "http", !base.isOfThisMachine,
            proxy?.isOfThisMachine != true
        {
            mistakes.note(
                node.error("over http anybody on the way reads the secrets: write https (http is for this machine)"))
        }
        let caFile = mistakes.attempt { () throws(DocumentError) in try fields["ca-file"]?.path() } ?? nil
        if let verify = fields["verify-ssl"] {
            let isOn = mistakes.attempt { () throws(DocumentError) in try verify.bool() }
            if isOn == false {
                mistakes.note(
                    verify.error("certificates are always checked; name the file of the site's authority as “ca-file”"))
            }
        }
        let budget = budget(fields)
        guard let base, let hosting else { return nil }
        return LiveProfile(
            name: entry.key, base: base, hosting: hosting, accounts: accounts, scratchSpace: scratch,
            mayWrite: mayWrite, budget: budget, proxy: proxy, caFile: caFile)
    }

    // MARK: - Address

    private static func base(_ node: DocumentNode, hosting: DeploymentKind?) throws(DocumentError) -> WebAddress {
        var base = try address(node)
        while base.path.hasSuffix("/") { base.path.removeLast() }
        guard base.query == nil else { throw node.error("a base URL has no query") }
        let segments = base.path.split(separator: "/", omittingEmptySubsequences: false)
        guard !segments.dropFirst().contains(where: { ["", ".", ".."].contains($0) || $0.contains("%") }) else {
            throw node.error("the path of a base URL is plain, such as /wiki or /confluence")
        }
        if hosting == .cloud, base.host.hasSuffix(".atlassian.net"), base.path.isEmpty {
            throw node.error("Confluence Cloud lives below /wiki: write \(base.origin)/wiki")
        }
        return base
    }

    private static func proxy(_ node: DocumentNode) throws(DocumentError) -> WebAddress {
        guard try !node.text().contains("@") else {
            throw node.error(
                "a profile holds no secret; leave the proxy out, and name it with its login in the variable HTTPS_PROXY"
            )
        }
        return try address(node)
    }

    private static func address(_ node: DocumentNode) throws(DocumentError) -> WebAddress {
        let text = try node.text()
        // What stands before an @ would be a secret written inline.
        guard !text.contains("@") else {
            throw node.error("an address holds no user and no password here; accounts have their own place")
        }
        do {
            return try WebAddress(parsing: text)
        } catch {
            throw node.error("\(error)")
        }
    }

    // MARK: - Accounts

    private mutating func accounts(_ fields: DocumentMapping) -> [ProfileAccount] {
        let entries = mistakes.attempt { () throws(DocumentError) in
            try fields.required("accounts").mapping().entries
        }
        guard let entries else { return [] }
        if entries.isEmpty { mistakes.note(fields.node.error("at least one account is expected, as “reader: {…}”")) }
        var accounts: [ProfileAccount] = []
        for entry in entries {
            if !Self.isName(entry.key) || entry.key.contains(".") {
                mistakes.note(entry.error("the name of a role is made of letters, digits, “-” and “_”: “\(entry.key)”"))
            }
            if accounts.contains(where: { $0.role == entry.key }) {
                mistakes.note(entry.error("the role “\(entry.key)” is given to two accounts"))
            }
            let account = mistakes.attempt { () throws(DocumentError) in try AccountReader.read(entry) }
            if let account { accounts.append(account) }
        }
        return accounts
    }

    // MARK: - What is allowed

    private mutating func mayWrite(_ fields: DocumentMapping) -> Bool {
        let nodes = mistakes.attempt { () throws(DocumentError) in try fields.list("allow") } ?? []
        let words = nodes.compactMap { node in
            mistakes.attempt { () throws(DocumentError) in try node.word(AllowedAct.self) }
        }
        return words.contains(.write)
    }

    private mutating func budget(_ fields: DocumentMapping) -> SiteBudget {
        var budget = SiteBudget.usual
        guard let node = fields["budget"] else { return budget }
        guard let fields = mistakes.attempt({ () throws(DocumentError) in try node.mapping() }) else { return budget }
        mistakes.checkKeys(of: fields, among: ["requests", "seconds"])
        let requests = mistakes.attempt { () throws(DocumentError) in try fields["requests"]?.count(1...1_000_000) }
        let seconds = mistakes.attempt { () throws(DocumentError) in try fields["seconds"]?.count(1...86_400) }
        if let requests = requests ?? nil { budget.requests = requests }
        if let seconds = seconds ?? nil { budget.time = .seconds(seconds) }
        return budget
    }

    /// A name that can also be one of a folder.
    private static func isName(_ name: String) -> Bool {
        name.utf8.first.map { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") } == true
            && name.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0))
            }
    }
}

/// What may be done on a site; the raw values are the words of the format.
private enum AllowedAct: String, CaseIterable {
    case read
    case write
}

/// Where a site is hosted; the raw values are the words of the format.
private enum ProfileHosting: String, CaseIterable {
    case cloud
    case dataCenter = "data-center"

    var kind: DeploymentKind { self == .cloud ? .cloud : .dataCenter }
}

extension WebAddress {
    /// Whether what is sent there does not leave this machine.
    fileprivate var isOfThisMachine: Bool { ["localhost", "::1"].contains(host) || host.hasPrefix("127.") }
}
