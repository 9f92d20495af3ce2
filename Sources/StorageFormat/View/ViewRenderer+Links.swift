import ConfluenceWire

/// Links: to pages, files, people, spaces, anchors and addresses.
extension ViewRenderer {
    mutating func renderLink(_ element: StorageElement) {
        if let page = element.child("ri:page") ?? element.child("ri:blog-post") {
            renderPageLink(element, page)
        } else if let attachment = element.child("ri:attachment") {
            renderFileLink(element, attachment)
        } else if let address = element.child("ri:url")?["ri:value"] {
            link(element, to: address, text: address, [("class", "external-link"), ("rel", "nofollow")])
        } else if let user = element.child("ri:user") {
            renderPersonLink(element, user)
        } else if let space = element.child("ri:space")?["ri:space-key"] {
            link(element, to: context.linkBase + context.surroundings.spacePath(space), text: space)
        } else if let shortcut = element.child("ri:shortcut") {
            let text = "\(shortcut["ri:parameter"] ?? "")@\(shortcut["ri:key"] ?? "")"
            link(element, to: "#", text: text, [("class", "external-link")])
        } else if let anchor = element["ac:anchor"] {
            link(element, to: "#" + context.anchor(anchor), text: anchor)
        } else {
            render(linkBody(element) ?? [])
        }
    }

    private mutating func renderPageLink(_ element: StorageElement, _ resource: StorageElement) {
        let anchor = element["ac:anchor"]
        // A link without a title stays on its page.
        guard let name = PageName(resource) else {
            link(element, to: "#" + context.anchor(anchor ?? ""), text: anchor ?? "")
            return
        }
        guard let page = ask({ try $0.page(name) }) else {
            let key = PercentEncoding.encode(name.spaceKey ?? context.spaceKey, allowed: .queryItem)
            let title = PercentEncoding.encode(name.title, allowed: .queryItem)
            let path = "\(context.linkBase)/pages/createpage.action?spaceKey=\(key)&title=\(title)&linkCreation=true"
            link(element, to: path, text: name.title, [("class", "createlink"), ("rel", "nofollow")])
            return
        }
        let path = page.path + (anchor.map { "#" + context.anchor($0, onPage: page.title) } ?? "")
        var further: [(String, String)] = []
        if context.style.namesLinkedPages {
            further = [("data-linked-resource-id", page.id), ("data-linked-resource-type", "page")]
        }
        link(element, to: path, text: name.title, further)
    }

    private mutating func renderFileLink(_ element: StorageElement, _ resource: StorageElement) {
        let name = resource["ri:filename"] ?? ""
        let file = file(resource)
        var further: [(String, String)] = []
        if let file {
            further = [
                ("data-linked-resource-id", file.id), ("data-linked-resource-version", String(file.version)),
                ("data-linked-resource-type", "attachment"), ("data-linked-resource-default-alias", file.name),
                ("data-nice-type", file.mediaType), ("data-linked-resource-content-type", file.mediaType),
                ("data-linked-resource-container-id", file.containerID),
            ]
        }
        link(element, to: file?.path ?? missingFilePath(name), text: name, further)
    }

    /// The file that `ri:attachment` names: of this page, or of the one inside it.
    mutating func file(_ resource: StorageElement) -> LinkedFile? {
        let page = (resource.child("ri:page") ?? resource.child("ri:blog-post")).flatMap(PageName.init)
        return ask { try $0.file(resource["ri:filename"] ?? "", of: page) }
    }

    /// Where Confluence looks for a file that the page does not hold (yet).
    func missingFilePath(_ name: String) -> String {
        let file = PercentEncoding.encode(name, allowed: .pathSegment)
        return "\(context.linkBase)/download/attachments/\(context.contentID)/\(file)"
    }

    private mutating func renderPersonLink(_ element: StorageElement, _ resource: StorageElement) {
        let identifier = resource["ri:account-id"] ?? resource["ri:userkey"] ?? resource["ri:username"] ?? ""
        guard let person = ask({ try $0.person(identifier) }) else {
            wrap(linkBody(element) ?? [.text("Unknown User (\(identifier))")], "span", [("class", "unknown-user")])
            return
        }
        let attributes = [
            ("class", "confluence-userlink user-mention"), person.identity, ("href", context.address(person.path)),
            ("data-linked-resource-type", "userinfo"), ("data-base-url", context.baseURL),
        ]
        wrap(linkBody(element) ?? [.text(person.name)], "a", attributes)
    }

    private mutating func link(
        _ element: StorageElement, to address: String, text: String, _ further: [(String, String)] = []
    ) {
        // No address may run in the reader's browser.
        let isScript = address.lowercased().filter { !$0.isWhitespace }.hasPrefix("javascript:")
        let attributes = [("href", isScript ? "#" : context.address(address))] + further
        wrap(linkBody(element) ?? [.text(text)], "a", attributes)
    }

    private func linkBody(_ element: StorageElement) -> [StorageNode]? {
        let body = element.child("ac:link-body") ?? element.child("ac:plain-text-link-body")
        guard let children = body?.children, !children.isEmpty else { return nil }
        return children
    }
}
