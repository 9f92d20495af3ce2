import ConfluenceWire

/// Inline content: marks, breaks, links, mentions and emoji.
extension DocumentBuilder {
    func addInline(_ element: StorageElement, marks: [JSON], to run: inout InlineRun) {
        switch element.name {
        case "br": run.add(inline: ["type": "hardBreak"])
        case "time": run.add(text: element["datetime"] ?? "", marks: marks)
        case "ac:emoticon":
            let name = element["ac:emoji-shortname"] ?? ":\(element["ac:name"] ?? "smile"):"
            run.add(inline: ["type": "emoji", "attrs": ["shortName": .string(name)]])
        case "ac:link": addLink(element, marks: marks, to: &run)
        case "a":
            let link = element["href"].map(Self.linkMark)
            addChildren(of: element, marks: marks + [link].compactMap(\.self), to: &run)
        default:
            var inner = marks
            if let mark = Self.marks[element.name], !marks.contains(mark) { inner.append(mark) }
            addChildren(of: element, marks: inner, to: &run)
        }
    }

    private static let marks: [String: JSON] = [
        "strong": ["type": "strong"], "b": ["type": "strong"], "em": ["type": "em"], "i": ["type": "em"],
        "u": ["type": "underline"], "code": ["type": "code"], "del": ["type": "strike"], "s": ["type": "strike"],
        "sub": ["type": "subsup", "attrs": ["type": "sub"]], "sup": ["type": "subsup", "attrs": ["type": "sup"]],
    ]

    private static func linkMark(_ address: String) -> JSON {
        ["type": "link", "attrs": ["href": .string(address)]]
    }

    private func addChildren(of element: StorageElement, marks: [JSON], to run: inout InlineRun) {
        for child in element.children { add(child, marks: marks, to: &run) }
    }

    private func addLink(_ element: StorageElement, marks: [JSON], to run: inout InlineRun) {
        if let user = element.child("ri:user") {
            let id = user["ri:account-id"] ?? user["ri:userkey"] ?? user["ri:username"] ?? ""
            run.add(inline: ["type": "mention", "attrs": ["id": .string(id), "text": .string("@" + id)]])
            return
        }
        let page = element.child("ri:page") ?? element.child("ri:blog-post")
        let title = page?["ri:content-title"]
        let address =
            title.flatMap { context.pagePath($0, page?["ri:space-key"]) } ?? element.child("ri:url")?["ri:value"]
            ?? element["ac:anchor"].map { "#" + $0 }
        let linked = marks + [address.map(Self.linkMark)].compactMap(\.self)
        if let body = element.child("ac:link-body") ?? element.child("ac:plain-text-link-body"), !body.children.isEmpty
        {
            addChildren(of: body, marks: linked, to: &run)
        } else {
            let fileName = element.child("ri:attachment")?["ri:filename"]
            run.add(text: title ?? fileName ?? address ?? "", marks: linked)
        }
    }
}
