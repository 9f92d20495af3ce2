/// Macros that a script fills on the site: page trees and search boxes, with what the script reads.
///
/// Source: pages and script of Confluence that are kept in public repositories; the texts around the boxes are inferred.
extension ViewRenderer {
    // MARK: Page trees

    mutating func renderPageTree(_ macro: StorageElement) {
        let root = macro.parameter("root") ?? "@home"
        let key = macro.spaceKeys(of: "spaces").first { !$0.hasPrefix("@") } ?? context.spaceKey
        var name = macro.pageName("root") ?? PageName(title: root)
        if name.spaceKey == nil { name.spaceKey = key }
        let hasRoot = root != "@none"
        let page = hasRoot ? ask { try $0.page(name) } : nil
        guard page != nil || !hasRoot else {
            return renderError(macro, "The root page \(name.title) could not be found in space \(key).")
        }
        html += openTag("div", macroAttributes(macro, "plugin_pagetree"))
        if macro.parameter("searchBox") == "true" { renderTreeSearch(ancestorID: page?.id ?? "", spaceKey: key) }
        if macro.parameter("expandCollapseAll") == "true" { renderTreeControls() }
        html += "<ul class=\"plugin_pagetree_children_list plugin_pagetree_children_list_noleftspace\">"
        html += "<div class=\"plugin_pagetree_children\"></div></ul>"
        html += openTag("fieldset", [("class", "hidden")])
        renderHidden([
            ("treeId", ""), ("treeRequestId", treeRequest(macro)), ("treePageId", context.contentID),
            ("noRoot", hasRoot ? "false" : "true"), ("rootPageId", page?.id ?? ""), ("rootPage", ""),
            ("startDepth", macro.parameter("startDepth") ?? "0"), ("spaceKey", key),
            ("i18n-pagetree.loading", "Loading..."),
        ])
        html += "</fieldset></div>"
    }

    /// What the script asks for the pages of the tree.
    private func treeRequest(_ macro: StorageElement) -> String {
        let settings = [
            ("decorator", "none"), ("excerpt", macro.parameter("excerpt") ?? "false"),
            ("sort", macro.parameter("sort") ?? "position"), ("reverse", macro.parameter("reverse") ?? "false"),
            ("disableLinks", "false"), ("expandCurrent", macro.parameter("expandCurrent") ?? "false"),
        ]
        let query = settings.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        return "\(context.linkBase)/plugins/pagetree/naturalchildren.action?\(query)"
    }

    private mutating func renderTreeControls() {
        html += "<div><span class=\"plugin_pagetree_status hidden\">Collapse all</span>"
        html += "<div class=\"plugin_pagetree_expandcollapse\">"
        html += "<a class=\"plugin_pagetree_expandall\" href=\"#\">Expand all</a>"
        html += "<a class=\"plugin_pagetree_collapseall\" href=\"#\">Collapse all</a></div></div>"
    }

    mutating func renderPageTreeSearch(_ macro: StorageElement) {
        let name = macro.pageName("rootPage") ?? PageName(title: "@self")
        let page = ask { try $0.page(name) }
        html += openTag("div", macroAttributes(macro, ""))
        renderTreeSearch(ancestorID: page?.id ?? "", spaceKey: name.spaceKey ?? context.spaceKey)
        html += "</div>"
    }

    private mutating func renderTreeSearch(ancestorID: String, spaceKey: String) {
        html += openTag("div", [("id", "pagetreesearch")])
        let action = context.address("\(context.linkBase)/plugins/pagetreesearch/pagetreesearch.action")
        html += openTag(
            "form", [("method", "POST"), ("class", "aui"), ("action", action), ("name", "pagetreesearchform")])
        renderHidden([("ancestorId", ancestorID), ("spaceKey", spaceKey)])
        html += "<input type=\"text\" class=\"text medium-field\" size=\"20\" name=\"queryString\" />"
        html += "<input type=\"submit\" class=\"aui-button\" value=\"Search\" /></form></div>"
    }

    // MARK: Live search

    mutating func renderLiveSearch(_ macro: StorageElement) {
        let size = macro.parameter("size") ?? "medium"
        html += openTag("div", macroAttributes(macro, "search-macro \(size)"))
        html += openTag(
            "form", [("class", "aui"), ("action", context.address("\(context.linkBase)/dosearchsite.action"))])
        let key = macro.spaceKeys(of: "spaceKey").first.map { $0 == "@self" ? context.spaceKey : $0 }
        let fields = [
            ("where", key), ("additional", macro.parameter("additional") ?? "space name"),
            ("labels", macro.parameter("labels")), ("contentType", macro.parameter("type")),
        ]
        renderHidden(fields.compactMap { name, value in value.map { (name, $0) } })
        html += "<div class=\"search-macro-query\">"
        html += emptyTag(
            "input",
            [
                ("type", "text"), ("class", "text"), ("autocomplete", "off"), ("name", "queryString"),
                ("placeholder", macro.parameter("placeholder") ?? "Search"),
            ])
        html += "</div><span class=\"aui-icon aui-icon-small aui-iconfont-search\">Search</span></form>"
        html += "<div class=\"aui-dd-parent\"></div></div>"
    }

    private mutating func renderHidden(_ fields: [(name: String, value: String)]) {
        for field in fields {
            html += emptyTag("input", [("type", "hidden"), ("name", field.name), ("value", field.value)])
        }
    }
}
