/// Links, images and emoticons: what points outside the body.
extension ViewRenderer {
    mutating func renderLink(_ element: StorageElement) {
        let anchor = element["ac:anchor"]
        if let page = element.child("ri:page") ?? element.child("ri:blog-post") {
            renderPageLink(element, page: page, anchor: anchor)
        } else if let attachment = element.child("ri:attachment") {
            let name = attachment["ri:filename"] ?? ""
            renderLink(element, to: context.attachmentPath(name), text: name, class: nil)
        } else if let address = element.child("ri:url")?["ri:value"] {
            renderLink(element, to: address, text: address, class: "external-link")
        } else if let user = element.child("ri:user") {
            let identifier = user["ri:account-id"] ?? user["ri:userkey"] ?? user["ri:username"] ?? ""
            let path = "\(context.linkBase)/people/\(identifier)"
            renderLink(
                element, to: path, text: context.userName(identifier) ?? identifier,
                class: "confluence-userlink user-mention")
        } else if let space = element.child("ri:space")?["ri:space-key"] {
            renderLink(element, to: "\(context.linkBase)/spaces/\(space)", text: space, class: nil)
        } else if let anchor {
            renderLink(element, to: "#" + context.headingID(anchor), text: anchor, class: nil)
        } else {
            render(linkBody(element) ?? [])
        }
    }

    private mutating func renderPageLink(_ element: StorageElement, page: StorageElement, anchor: String?) {
        // A link without a title stays on its page.
        guard let title = page["ri:content-title"] else {
            renderLink(element, to: "#" + context.headingID(anchor ?? ""), text: anchor ?? "", class: nil)
            return
        }
        guard let path = context.pagePath(title, page["ri:space-key"]) else {
            renderLink(element, to: "#", text: title, class: "createlink")
            return
        }
        renderLink(element, to: anchor.map { "\(path)#\($0)" } ?? path, text: title, class: nil)
    }

    private mutating func renderLink(_ element: StorageElement, to address: String, text: String, class name: String?) {
        var attributes = [("href", address)]
        if let name { attributes.insert(("class", name), at: 0) }
        wrap(linkBody(element) ?? [.text(text)], "a", attributes)
    }

    private func linkBody(_ element: StorageElement) -> [StorageNode]? {
        let body = element.child("ac:link-body") ?? element.child("ac:plain-text-link-body")
        guard let children = body?.children, !children.isEmpty else { return nil }
        return children
    }

    mutating func renderImage(_ element: StorageElement) {
        var attributes = [("class", "confluence-embedded-image")]
        if let width = element["ac:width"] { attributes.append(("width", width)) }
        if let height = element["ac:height"] { attributes.append(("height", height)) }
        let source: String
        if let name = element.child("ri:attachment")?["ri:filename"] {
            source = context.attachmentPath(name)
            attributes += [("data-linked-resource-type", "attachment"), ("data-linked-resource-default-alias", name)]
        } else {
            source = element.child("ri:url")?["ri:value"] ?? ""
            attributes[0].1 += " confluence-external-resource"
        }
        attributes += [("src", source), ("data-image-src", source)]
        if let text = element["ac:alt"] { attributes.append(("alt", text)) }
        html += Markup.openTag("span", [("class", "confluence-embedded-file-wrapper")])
        html += Markup.openTag("img", attributes.map { (name: $0.0, value: $0.1) })
        html += "</span>"
    }

    mutating func renderEmoticon(_ element: StorageElement) {
        let name = element["ac:name"] ?? "smile"
        html += Markup.openTag(
            "img",
            [
                ("class", "emoticon emoticon-\(name)"), ("alt", element["ac:emoji-fallback"] ?? "(\(name))"),
                ("src", "\(context.linkBase)/s/images/icons/emoticons/\(name).svg"),
            ]
        )
    }
}
