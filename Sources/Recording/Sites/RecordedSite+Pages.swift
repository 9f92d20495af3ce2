import ConfluenceWire

/// What answers show of pages.
extension RecordedSite {
    func isPage(_ json: JSON) -> Bool {
        guard json["title"]?.stringValue != nil, Self.id(json) != nil else { return false }
        if let type = json["type"]?.stringValue { return ["page", "folder", "whiteboard", "database"].contains(type) }
        return json["spaceId"] != nil && json["authorId"] != nil && json["pageId"] == nil && json["mediaType"] == nil
    }

    mutating func readPage(_ json: JSON, _ id: String, _ credential: Int) {
        let key = spaceKey(json)
        if let key { note(space: key, by: credential) }
        let ancestors = json["ancestors"]?.arrayValue ?? []
        for (index, ancestor) in ancestors.enumerated() {
            guard let above = Self.id(ancestor) else { continue }
            note(page: above) { page in
                page.spaceKey = page.spaceKey ?? key
                if index > 0 { page.parentID = Self.id(ancestors[index - 1]) ?? page.parentID }
            }
        }
        let creator = (json["history"]?["createdBy"]).flatMap { user(in: $0) }
        note(page: id) { page in
            page.title = json["title"]?.stringValue ?? page.title
            page.kind = json["type"]?.stringValue ?? page.kind
            page.spaceKey = key ?? page.spaceKey
            page.spaceID = json["spaceId"]?.stringValue ?? page.spaceID
            page.parentID = ancestors.last.flatMap(Self.id) ?? json["parentId"]?.stringValue ?? page.parentID
            page.body = json["body"]?["storage"]?["value"]?.stringValue ?? page.body
            page.version = json["version"]?["number"]?.integerValue ?? page.version
            page.status = json["status"]?.stringValue ?? page.status
            page.creator = creator ?? page.creator
            let labels = json["metadata"]?["labels"]?["results"] ?? json["labels"]?["results"]
            if let labels { page.labels = Self.names(labels) }
        }
        if let restrictions = json["restrictions"] { readRestrictions(restrictions, of: id) }
    }

    private func user(in json: JSON) -> String? {
        let place = users.firstIndex {
            $0.accountID != nil && $0.accountID == json["accountId"]?.stringValue
                || $0.username != nil && $0.username == json["username"]?.stringValue
        }
        return place.map { name(of: $0) }
    }

    private func spaceKey(_ json: JSON) -> String? {
        if let key = json["space"]?["key"]?.stringValue { return key }
        if let key = Self.lastPart(json["_expandable"]?["space"]) { return key }
        if let id = json["spaceId"]?.stringValue, let space = spaces.first(where: { $0.id == id }) { return space.key }
        let parts = (json["_links"]?["webui"]?.stringValue ?? "").split(separator: "/").map(String.init)
        guard let mark = parts.firstIndex(where: { $0 == "spaces" || $0 == "display" }), mark + 1 < parts.count else {
            return nil
        }
        return PercentEncoding.decode(parts[mark + 1])
    }

    // MARK: What hangs on a page

    /// - Parameter below: What stands behind the page's id in the path.
    mutating func readParts(_ json: JSON, of id: String, _ below: [String], _ credential: Int) {
        switch below.first {
        case "label", "labels":
            note(page: id) { $0.labels = Self.names(json["results"] ?? []) }
        case "restriction": readRestrictions(json, of: id)
        case "child", "attachments", "descendant":
            let list =
                json["attachment"]?["results"]
                ?? (below.contains { $0.hasPrefix("attachment") } ? json["results"] : nil)
            for entry in list?.arrayValue ?? [] { readAttachment(entry, of: id) }
            for entry in (json["page"]?["results"] ?? (below.last == "page" ? json["results"] : nil))?.arrayValue ?? []
            {
                guard below.first == "child", let child = Self.id(entry) else { continue }
                note(page: child) { $0.parentID = $0.parentID ?? id }
            }
            if below.contains(where: { $0.contains("comment") }), let found = json["results"]?.arrayValue,
                !found.isEmpty
            {
                unsaid["comments", default: 0] += found.count
            }
        default: break
        }
    }

    /// What a page carries for everybody: labels with the prefix `my` belong to who was recorded, not to the page.
    private static func names(_ labels: JSON) -> [String] {
        (labels.arrayValue ?? []).filter { $0["prefix"]?.stringValue != "my" }.compactMap { $0["name"]?.stringValue }
    }

    private mutating func readAttachment(_ json: JSON, of id: String) {
        guard let name = json["title"]?.stringValue else { return }
        let extensions = json["extensions"]
        let attachment = Attachment(
            name: name,
            mediaType: json["metadata"]?["mediaType"]?.stringValue ?? extensions?["mediaType"]?.stringValue
                ?? json["mediaType"]?.stringValue,
            comment: json["metadata"]?["comment"]?.stringValue ?? extensions?["comment"]?.stringValue
                ?? json["comment"]?.stringValue,
            size: extensions?["fileSize"]?.integerValue ?? json["fileSize"]?.integerValue)
        note(page: id) { page in
            guard let place = page.attachments.firstIndex(where: { $0.name == name }) else {
                page.attachments.append(attachment)
                return
            }
            let text = page.attachments[place].text
            page.attachments[place] = attachment
            page.attachments[place].text = text
        }
    }

    /// A file that was fetched, where it is a text that was kept whole.
    mutating func readFile(_ response: Response, _ exchange: Exchange, _ parts: [String]) {
        guard parts[1] == "attachments", exchange.responseBody == Exchange.Share(), !response.body.isEmpty,
            response.headers["Content-Type"]?.lowercased().contains("text/html") != true
        else { return }
        let name = PercentEncoding.decode(parts[3], plusIsSpace: true)
        note(page: parts[2]) { page in
            if let place = page.attachments.firstIndex(where: { $0.name == name }) {
                page.attachments[place].text = response.text
            } else {
                page.attachments.append(
                    Attachment(name: name, mediaType: response.headers["Content-Type"], text: response.text))
            }
        }
    }

    // MARK: Restrictions

    private mutating func readRestrictions(_ json: JSON, of id: String) {
        let byOperation = (json["results"]?.arrayValue ?? []).compactMap { entry in
            entry["operation"]?.stringValue.map { ($0, entry) }
        }
        for (operation, entry) in byOperation
            + ["read", "update"].compactMap({ name in json[name].map { (name, $0) } })
        {
            let restrictions = entry["restrictions"]
            var subjects: [JSON] = []
            for user in restrictions?["user"]?["results"]?.arrayValue ?? [] {
                if let name = self.user(in: user) { subjects.append(["user": .string(name)]) }
            }
            for group in restrictions?["group"]?["results"]?.arrayValue ?? [] {
                if let name = group["name"]?.stringValue { subjects.append(["group": .string(name)]) }
            }
            guard !subjects.isEmpty else { continue }
            note(page: id) { page in
                if operation == "read" { page.viewers = subjects } else { page.editors = subjects }
            }
        }
    }
}
