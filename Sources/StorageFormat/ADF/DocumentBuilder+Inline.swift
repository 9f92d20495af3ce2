import ConfluenceWire

/// Inline content: marks, breaks, links, mentions, dates and emoji.
extension DocumentBuilder {
    func addInline(_ element: StorageElement, marks: [JSON], to run: inout InlineRun) throws {
        switch element.name {
        case "br": run.add(inline: ["type": "hardBreak"])
        case "time":
            let day = element["datetime"] ?? ""
            if let time = Timestamps.milliseconds(of: day) {
                run.add(inline: ["type": "date", "attrs": ["timestamp": .string(String(time))]])
            } else {
                run.add(text: day, marks: marks)
            }
        case "ac:emoticon": run.add(inline: emoji(element))
        case "ac:placeholder":
            run.add(
                inline: ["type": "placeholder", "attrs": ["text": .string(PlainText.text(of: element.children))]])
        case "ac:link": try addLink(element, marks: marks, to: &run)
        case "a": try addAnchor(element, marks: marks, to: &run)
        case "ac:inline-comment-marker":
            let mark: JSON = [
                "type": "annotation",
                "attrs": ["annotationType": "inlineComment", "id": .string(element["ac:ref"] ?? "")],
            ]
            try addChildren(of: element, marks: marks + [mark], to: &run)
        case "span":
            try addChildren(of: element, marks: marks + TextColour.marks(StyleRules.read(element["style"])), to: &run)
        default:
            var inner = marks
            if let mark = Self.marks[element.name], !marks.contains(mark) { inner.append(mark) }
            try addChildren(of: element, marks: inner, to: &run)
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

    private func addChildren(of element: StorageElement, marks: [JSON], to run: inout InlineRun) throws {
        for child in element.children { try add(child, marks: marks, to: &run) }
    }

    private func emoji(_ element: StorageElement) -> JSON {
        let name = element["ac:emoji-shortname"] ?? ":\(element["ac:name"] ?? "smile"):"
        var attributes: JSONObject = ["shortName": .string(name)]
        if let id = element["ac:emoji-id"] { attributes["id"] = .string(id) }
        if let text = element["ac:emoji-fallback"] { attributes["text"] = .string(text) }
        return ["type": "emoji", "attrs": .object(attributes)]
    }

    /// A plain link, or the card that it is shown as.
    private func addAnchor(_ element: StorageElement, marks: [JSON], to run: inout InlineRun) throws {
        guard let address = element["href"] else {
            try addChildren(of: element, marks: marks, to: &run)
            return
        }
        switch element["data-card-appearance"] {
        case "inline": run.add(inline: ["type": "inlineCard", "attrs": ["url": .string(address)]])
        case "block": run.add(block: ["type": "blockCard", "attrs": ["url": .string(address)]])
        case "embed":
            var attributes: JSONObject = [
                "url": .string(address), "layout": .string(element["data-layout"] ?? "center"),
            ]
            if let width = element["data-width"].flatMap({ Double($0) }) { attributes["width"] = .number(width) }
            run.add(block: ["type": "embedCard", "attrs": .object(attributes)])
        default: try addChildren(of: element, marks: marks + [Self.linkMark(address)], to: &run)
        }
    }

    private func addLink(_ element: StorageElement, marks: [JSON], to run: inout InlineRun) throws {
        if let user = element.child("ri:user") {
            let id = user["ri:account-id"] ?? user["ri:userkey"] ?? user["ri:username"] ?? ""
            let name = try context.surroundings.person(id)?.name ?? id
            run.add(inline: ["type": "mention", "attrs": ["id": .string(id), "text": .string("@" + name)]])
            return
        }
        let page = (element.child("ri:page") ?? element.child("ri:blog-post")).flatMap(PageName.init)
        let fileName = element.child("ri:attachment")?["ri:filename"]
        var address = element.child("ri:url")?["ri:value"]
        if let page { address = try context.surroundings.page(page)?.path }
        if let fileName { address = try context.surroundings.file(fileName, of: nil)?.path }
        if let anchor = element["ac:anchor"] { address = (address ?? "") + "#" + anchor }
        let linked = marks + [address.map(Self.linkMark)].compactMap(\.self)
        if let body = element.child("ac:link-body") ?? element.child("ac:plain-text-link-body"), !body.children.isEmpty
        {
            try addChildren(of: body, marks: linked, to: &run)
        } else {
            run.add(text: page?.title ?? fileName ?? address ?? "", marks: linked)
        }
    }
}

/// Days as documents count them: milliseconds since 1970, at midnight in UTC.
enum Timestamps {
    static func milliseconds(of day: String) -> Int64? {
        let parts = day.prefix(10).split(separator: "-").compactMap { Int64($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]), (1...9999).contains(parts[0])
        else { return nil }
        // Days from civil, with years that begin in March.
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let era = year / 400
        let yearOfEra = year - era * 400
        let month = (parts[1] + 9) % 12
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * month + 2) / 5 + parts[2] - 1
        return (era * 146_097 + dayOfEra - 719_468) * 86_400_000
    }

    static func day(of milliseconds: Int64) -> String {
        let days = Int64((Double(milliseconds) / 86_400_000).rounded(.down)) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let number = month < 10 ? month + 3 : month - 9
        let year = yearOfEra + era * 400 + (number <= 2 ? 1 : 0)
        func padded(_ value: Int64, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(width - digits.count, 0)) + digits
        }
        return "\(padded(year, 4))-\(padded(number, 2))-\(padded(day, 2))"
    }
}
