import ConfluenceWire

/// Macros of apps: Confluence writes where they go and a script, and the picture is made in the reader's browser.
///
/// Sources: tests of Sanofi-IADC/konviw and Spenhouet/confluence-markdown-exporter for Cloud, pages saved from Data
/// Center with draw.io for that.
extension ViewRenderer {
    /// The apps whose macros are known, by what the macros are called.
    private static let apps: [String: String] = [
        "drawio": drawIO, "inc-drawio": drawIO, "drawio-sketch": drawIO,
        "plantumlcloud": "com.mxgraph.confluence.plugins.plantuml",
        "mermaid-cloud": "com.stratusaddons.confluence.plugins.mermaid",
        "table-filter": "com.stiltsoft.confluence.plugin.tablefilter.tablefilter",
    ]

    private static let drawIO = "com.mxgraph.confluence.plugins.diagramly"

    func isOfApp(_ macro: StorageElement) -> Bool {
        switch context.style.apps {
        case .frames: Self.apps[macro.macroName] != nil
        case .diagrams: Self.apps[macro.macroName] == Self.drawIO
        }
    }

    mutating func renderApp(_ macro: StorageElement) {
        guard context.form == .view else { return renderExported(macro) }
        switch context.style.apps {
        case .frames: renderFrame(macro)
        case .diagrams: renderDiagram(macro)
        }
    }

    /// What leaves the site needs no script: the body, or the picture that the app keeps beside its diagram.
    private mutating func renderExported(_ macro: StorageElement) {
        html += openTag("div", macroAttributes(macro, ""))
        render(macro.richTextBody)
        let name = Self.diagramName(macro)
        let resource = StorageElement(
            name: "ri:attachment", attributes: [StorageAttribute(name: "ri:filename", value: "\(name).png")])
        if !name.isEmpty, let picture = file(resource) {
            html += emptyTag("img", [("src", context.address(picture.path)), ("alt", name)])
        }
        html += "</div>"
    }

    // MARK: Cloud

    /// The place of a frame and the script that opens it.
    private mutating func renderFrame(_ macro: StorageElement) {
        let name = macro.macroName
        let app = Self.apps[name] ?? name
        let id = Self.id(of: macro)
        let key = "\(app)__\(name)\(id.filter { $0 != "-" })"
        let attributes = macroAttributes(macro, "ap-container") + [("data-layout", "default")]
        html += openTag("div", [attributes[0], ("id", "ap-\(key)")] + attributes.dropFirst())
        html += openTag("div", [("class", "ap-content "), ("id", "embedded-\(key)")]) + " </div>"
        let data: JSON = [
            "addon_key": .string(app), "uniqueKey": .string(key), "key": .string(name),
            "moduleType": "dynamicContentMacros", "moduleLocation": "content", "cp": .string(context.linkBase),
            "productCtx": .string(Self.scriptText(frameContext(macro, id))),
        ]
        html += "<script class=\"ap-iframe-body-script\">//<![CDATA[\n(function(){var data = \(Self.scriptText(data));"
        html += "if(window.AP && window.AP.subCreate){window._AP.appendConnectAddon(data);}"
        html += "else{require(['ac/create'], function(create){create.appendConnectAddon(data);});}}());\n//]]></script>"
        html += "</div>"
    }

    /// What the app is told: the macro's parameters, one by one and in a row, and where it stands.
    private func frameContext(_ macro: StorageElement, _ id: String) -> JSON {
        let parameters = macro.children.compactMap(\.element).filter { $0.name == "ac:parameter" }
            .compactMap { $0["ac:name"] }.map { (name: $0, value: macro.parameter($0) ?? "") }
        var context: JSON = [
            "page.id": .string(self.context.contentID), "content.id": .string(self.context.contentID),
            "page.type": "page", "page.title": .string(self.context.pageTitle),
            "space.key": .string(self.context.spaceKey), "macro.id": .string(id), "macro.hash": .string(id),
            "macro.body": "", "macro.truncated": .string(macro.richTextBody.isEmpty ? "false" : "true"),
            "output.type": "display",
            ": = | RAW | = :": .string(parameters.map { "\($0.name)=\($0.value)" }.joined(separator: "|")),
        ]
        for parameter in parameters { context[parameter.name] = .string(parameter.value) }
        return context
    }

    /// JSON inside a script, where no tag may begin or end.
    private static func scriptText(_ json: JSON) -> String {
        String(decoding: JSONWriter.compact(json), as: UTF8.self)
            .replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
    }

    // MARK: Data Center

    /// The place of a diagram and the script that reads it.
    private mutating func renderDiagram(_ macro: StorageElement) {
        let name = Self.diagramName(macro)
        let revision = macro.parameter("revision").flatMap { Int($0) } ?? 1
        let place = "drawio-macro-content-\(Self.id(of: macro))"
        let written = name.utf8.map { "%" + String($0, radix: 16, uppercase: true).paddedToByte }.joined()
        let picture = missingFilePath("\(name).png").replacing("'", with: "%27")
        let source = "\(context.linkBase)/rest/drawio/1.0/diagram/crud/\(written)/\(context.contentID)"
        html += openTag("div", macroAttributes(macro, "") + [("style", "display:block;")])
        html += openTag("div", [("id", place), ("class", "geDiagramContainer")])
        html += "<script type=\"text/javascript\">//<![CDATA[\n(function() { "
        html += "var graphContainer = document.getElementById('\(place)'); var readerOpts = {}; "
        html += "readerOpts.loadUrl = '' + '\(source)?revision=\(revision)'; "
        html += "readerOpts.imageUrl = '' + '\(picture)' + '?version=\(revision)&api=v2'; "
        html += "readerOpts.diagramName = decodeURIComponent('\(written)'); })();\n//]]></script></div></div>"
    }

    /// The macro's id, as far as it can stand in a script.
    private static func id(of macro: StorageElement) -> String {
        (macro["ac:macro-id"] ?? "").filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    private static func diagramName(_ macro: StorageElement) -> String {
        macro.parameter("diagramName") ?? macro.parameter("diagramDisplayName") ?? ""
    }
}

extension String {
    /// A hexadecimal number below 256 in two digits.
    fileprivate var paddedToByte: String { count < 2 ? "0" + self : self }
}
