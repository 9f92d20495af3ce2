import ConfluenceModel
package import ConfluenceWire

/// Makes a site file of a recording: what it shows of the site, and a list of what it does not show.
package enum SiteFromRecording {
    /// - Returns: The document, and what is not in it, for people.
    package static func document(_ exchanges: [Exchange]) -> (document: JSON, gaps: [String]) {
        guard let site = RecordedSite(exchanges) else { return ([:], ["the recording has no exchanges"]) }
        var writer = SiteFromRecordingWriter(site)
        let document = writer.write()
        return (document, writer.gaps)
    }

    /// The site of a recording, with the path below which its API lies.
    package static func address(in exchanges: [Exchange]) -> WebAddress? {
        RecordedSite.address(in: exchanges)
    }
}

/// Puts what was seen into the words of site files.
private struct SiteFromRecordingWriter {
    private let site: RecordedSite
    private(set) var gaps: [String] = []
    /// The users that credentials of the recording stand for, and the secret that each has now.
    private var clients: [Int: String] = [:]

    init(_ site: RecordedSite) {
        self.site = site
    }

    mutating func write() -> JSON {
        var document = JSONObject()
        document.append("name", .string(String(site.address.host.prefix { $0 != "." })))
        document.append("deployment", site.isCloud ? "cloud" : "data-center")
        if !site.isCloud {
            document.append("version", .string(site.version ?? "9.2.0"))
            if site.version == nil { gaps.append("the version is not in the recording: 9.2.0 was put down") }
        }
        document.append("host", .string(site.address.host))
        document.append("context-path", .string(site.contextPath))
        if let id = site.cloudID { document.append("cloud-id", .string(id)) }
        let isOpen = site.spaces.contains { $0.viewers.contains(0) }
        if isOpen { document.append("settings", ["anonymous-access": true]) }
        document.append("users", .array(users()))
        document.append("spaces", .array(site.spaces.map { space($0) }))
        tellRest()
        return .object(document)
    }

    // MARK: Users

    private mutating func users() -> [JSON] {
        var written: [JSON] = []
        var secrets: [String: Int] = [:]
        let numbers = Set(site.spaces.flatMap(\.viewers)).union(site.owners.keys).union(site.schemes.keys).subtracting([
            0
        ])
        for number in numbers.sorted() {
            let name = site.owners[number] ?? "client-\(number)"
            clients[number] = name
            secrets[name] = secrets[name] ?? number
        }
        for index in site.users.indices {
            let name = site.name(of: index)
            written.append(user(site.users[index], name, credential: secrets.removeValue(forKey: name)))
        }
        for (name, number) in secrets.sorted(by: { $0.value < $1.value }) {
            let made = RecordedSite.User(username: site.isCloud ? nil : name, displayName: name)
            written.append(user(made, name, credential: number))
            gaps.append("whose credential \(number) is, the recording does not show: it is \(name)'s here")
        }
        return written
    }

    private mutating func user(_ user: RecordedSite.User, _ name: String, credential: Int?) -> JSON {
        var json: JSON = ["name": .string(name), "display-name": .string(user.displayName)]
        let email = user.email ?? (credential == nil ? nil : "\(name)@redacted.example")
        if let email { json["email"] = .string(email) }
        if let id = user.accountID { json["account-id"] = .string(id) }
        if let key = user.userKey { json["user-key"] = .string(key) }
        guard let credential else { return json }
        let secret = "replay-secret-\(credential)"
        let isBearer = site.schemes[credential]?.equalsIgnoringCase("Bearer") == true
        if site.isCloud || isBearer {
            let kind = site.isCloud ? "api-token" : "personal-access-token"
            json["tokens"] = [["name": "replay", "kind": .string(kind), "value": .string(secret)]]
        } else {
            json["password"] = .string(secret)
        }
        let login = isBearer ? "Bearer \(secret)" : "\(site.isCloud ? email ?? name : name):\(secret)"
        gaps.append("secrets are not in a recording: credential \(credential) is now \(login)")
        return json
    }

    // MARK: Spaces

    private mutating func space(_ space: RecordedSite.Space) -> JSON {
        var json: JSON = ["key": .string(space.key)]
        if let name = space.name { json["name"] = .string(name) }
        if !space.description.isEmpty { json["description"] = .string(space.description) }
        if space.isPersonal { json["kind"] = "personal" }
        json["permissions"] = .array(
            space.viewers.sorted().map { number in
                guard let client = clients[number] else { return ["anonymous": true, "may": ["view"]] }
                return ["user": .string(client), "may": ["view"]]
            })
        let own = site.pages.filter { page in
            page.title != nil && (page.spaceKey ?? key(ofSpace: page.spaceID)) == space.key
        }
        let ids = Set(own.map(\.id))
        var children: [String: [RecordedSite.Page]] = [:]
        var roots: [RecordedSite.Page] = []
        for page in own {
            guard let parent = page.parentID, ids.contains(parent) else {
                if let parent = page.parentID, parent != space.homeID {
                    gaps.append("page \(page.id): what it lies below, \(parent), is not in the recording")
                }
                roots.append(page)
                continue
            }
            children[parent, default: []].append(page)
        }
        // The first page of a space is its home page.
        roots = roots.filter { $0.id == space.homeID } + roots.filter { $0.id != space.homeID }
        var titles: Set<String> = []
        let pages = roots.compactMap { page($0, children, &titles, depth: 0) }
        if !pages.isEmpty { json["pages"] = .array(pages) }
        return json
    }

    private func key(ofSpace id: String?) -> String? {
        site.spaces.first { id != nil && $0.id == id }?.key
    }

    private mutating func page(
        _ page: RecordedSite.Page, _ children: [String: [RecordedSite.Page]], _ titles: inout Set<String>, depth: Int
    ) -> JSON? {
        guard let title = page.title, depth < 100 else { return nil }
        guard page.kind != "page" || titles.insert(title.lowercased()).inserted else {
            gaps.append(
                "page \(page.id): its space has another page of that title, so it is left out with those below it")
            return nil
        }
        var json: JSON = [:]
        if let id = Int64(page.id) { json["id"] = .integer(id) }
        if page.kind != "page" { json["kind"] = .string(page.kind) }
        json["title"] = .string(title)
        if let body = page.body {
            json["body"] = .string(body)
        } else if page.kind == "page" {
            gaps.append("page \(page.id): its body is not in the recording in storage format")
        }
        if !page.labels.isEmpty { json["labels"] = .array(page.labels.map(JSON.string)) }
        if !page.viewers.isEmpty { json["viewers"] = .array(page.viewers) }
        if !page.editors.isEmpty { json["editors"] = .array(page.editors) }
        if let status = page.status, status == "archived" || status == "draft" { json["status"] = .string(status) }
        if let creator = page.creator { json["creator"] = .string(creator) }
        if !page.attachments.isEmpty { json["attachments"] = .array(page.attachments.map { attachment($0, of: page) }) }
        if let version = page.version, version > 1 {
            gaps.append("page \(page.id): it is at version \(version), and a site file begins with 1")
        }
        var below: [JSON] = []
        for child in children[page.id] ?? [] {
            if let json = self.page(child, children, &titles, depth: depth + 1) { below.append(json) }
        }
        if !below.isEmpty { json["children"] = .array(below) }
        return json
    }

    private mutating func attachment(_ attachment: RecordedSite.Attachment, of page: RecordedSite.Page) -> JSON {
        var json: JSON = ["name": .string(attachment.name)]
        if let type = attachment.mediaType { json["media-type"] = .string(type) }
        if let comment = attachment.comment, !comment.isEmpty { json["comment"] = .string(comment) }
        if let text = attachment.text {
            json["text"] = .string(text)
        } else if attachment.size != 0 {
            gaps.append("page \(page.id): the content of \(attachment.name) is not in the recording")
        }
        return json
    }

    // MARK: The rest

    private mutating func tellRest() {
        for (what, count) in site.unsaid.sorted(by: { $0.key < $1.key }) {
            gaps.append("\(count) \(what) were seen; a site file has no words for them")
        }
        let homeless = site.pages.filter { $0.title != nil && $0.spaceKey == nil && key(ofSpace: $0.spaceID) == nil }
        for page in homeless { gaps.append("page \(page.id): its space is not in the recording, so it is left out") }
        let nameless = site.pages.filter { $0.title == nil }
        for page in nameless { gaps.append("page \(page.id): its title is not in the recording, so it is left out") }
        if site.spaces.isEmpty { gaps.append("no space is in the recording") }
    }
}
