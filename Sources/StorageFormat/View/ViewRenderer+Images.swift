/// Images and emoticons.
extension ViewRenderer {
    mutating func renderImage(_ element: StorageElement) {
        var wrapper = "confluence-embedded-file-wrapper"
        var image = "confluence-embedded-image"
        if let alignment = element["ac:align"] {
            wrapper += " image-\(alignment)-wrapper"
            image += " image-\(alignment)"
        }
        if element["ac:width"] != nil || element["ac:height"] != nil { wrapper += " confluence-embedded-manual-size" }
        if element["ac:thumbnail"] == "true" { image += " confluence-thumbnail" }
        if element["ac:border"] == "true" { image += " confluence-content-image-border" }
        var attributes: [(String, String)] = []
        for (name, key) in [("alt", "ac:alt"), ("title", "ac:title"), ("width", "ac:width"), ("height", "ac:height")] {
            if let value = element[key] { attributes.append((name, value)) }
        }
        if let resource = element.child("ri:attachment") {
            attributes += fileAttributes(resource)
        } else {
            image += " confluence-external-resource"
            let source = element.child("ri:url")?["ri:value"] ?? ""
            attributes += [("src", source), ("data-image-src", source)]
        }
        html += Markup.openTag("span", [("class", wrapper)])
        let linked = element["ac:href"]
        if let linked { html += Markup.openTag("a", [("href", linked), ("class", "external-link")]) }
        html += emptyTag("img", [("class", image)] + attributes)
        if linked != nil { html += "</a>" }
        if let caption = element.child("ac:caption") { wrap(caption.children, "span", [("class", "image-caption")]) }
        html += "</span>"
    }

    private mutating func fileAttributes(_ resource: StorageElement) -> [(String, String)] {
        let name = resource["ri:filename"] ?? ""
        let file = file(resource)
        let source = context.address(file?.path ?? missingFilePath(name))
        var attributes = [("src", source), ("data-image-src", source)]
        guard let file else {
            return attributes + [
                ("data-linked-resource-type", "attachment"), ("data-linked-resource-default-alias", name),
            ]
        }
        attributes += [
            ("data-unresolved-comment-count", "0"), ("data-linked-resource-id", file.id),
            ("data-linked-resource-version", String(file.version)), ("data-linked-resource-type", "attachment"),
            ("data-linked-resource-default-alias", file.name), ("data-base-url", context.baseURL),
            ("data-linked-resource-content-type", file.mediaType),
            ("data-linked-resource-container-id", file.containerID),
        ]
        if let id = file.mediaID { attributes += [("data-media-id", id), ("data-media-type", "file")] }
        return attributes
    }

    mutating func renderEmoticon(_ element: StorageElement) {
        let name = element["ac:name"] ?? "smile"
        var attributes = [("class", "emoticon emoticon-\(name)")]
        var picture = "\(name).svg"
        if let id = element["ac:emoji-id"] {
            attributes += [
                ("data-emoji-id", id), ("data-emoji-shortname", element["ac:emoji-shortname"] ?? ""),
                ("data-emoji-fallback", element["ac:emoji-fallback"] ?? ""),
            ]
            picture = "72/\(id).png"
        }
        attributes += [
            ("src", context.address("\(context.linkBase)/s/_/images/icons/emoticons/\(picture)")), ("width", "16"),
            ("height", "16"), ("data-emoticon-name", name), ("alt", "(\(name.replacing("-", with: " ")))"),
        ]
        html += emptyTag("img", attributes)
    }

    func emptyTag(_ name: String, _ attributes: [(String, String)]) -> String {
        Markup.openTag(name, attributes.map { (name: $0.0, value: $0.1) }).dropLast() + "/>"
    }
}
