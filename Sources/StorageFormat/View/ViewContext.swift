/// What a body needs to know of its page and site to be shown.
package struct ViewContext {
    /// What stands before every path of the site: `/wiki`.
    package var linkBase: String
    /// The address of the site, with its context path.
    package var baseURL: String
    /// The title of the page, which Confluence puts before the ids of its headings.
    package var pageTitle: String
    package var contentID: String
    package var spaceKey: String
    package var form: ViewForm
    package var style: ViewStyle
    /// The day on which the body is shown, as `2026-11-26`; without it dates are neither past nor to come.
    package var today: String?
    package var surroundings: any BodySurroundings

    package init(
        linkBase: String, baseURL: String = "", pageTitle: String = "", contentID: String = "", spaceKey: String = "",
        form: ViewForm = .view, style: ViewStyle = .cloud, today: String? = nil,
        surroundings: any BodySurroundings = NoSurroundings()
    ) {
        self.linkBase = linkBase
        self.baseURL = baseURL
        self.pageTitle = pageTitle
        self.contentID = contentID
        self.spaceKey = spaceKey
        self.form = form
        self.style = style
        self.today = today
        self.surroundings = surroundings
    }

    /// The id of a heading or anchor: title and text without white space, joined by a hyphen.
    func anchor(_ text: String, onPage title: String? = nil) -> String {
        let name = text.filter { !$0.isWhitespace }
        let page = (title ?? pageTitle).filter { !$0.isWhitespace }
        let id = page.isEmpty ? name : "\(page)-\(name)"
        // An id begins with a letter.
        return id.first?.isLetter == false ? "id-\(id)" : id
    }

    /// A path as this form of the body writes it: what leaves the site names the site.
    func address(_ path: String) -> String {
        guard form != .view, path.hasPrefix("/"), !baseURL.isEmpty else { return path }
        let origin = baseURL.hasSuffix(linkBase) ? String(baseURL.dropLast(linkBase.utf8.count)) : baseURL
        return origin + path
    }
}

/// The forms of a body that are made for readers.
package enum ViewForm: Sendable, Hashable {
    case view
    /// For documents outside the site: absolute addresses, nothing that needs a script.
    case export
    /// As ``export``, as a whole HTML document.
    case styled
}

/// How a platform's view of a body differs from the other's.
package struct ViewStyle: Sendable, Hashable {
    /// Whether what a macro made carries the macro's id.
    package var showsMacroIDs: Bool
    /// Whether a link to a page names the page's id.
    package var namesLinkedPages: Bool
    package var apps: Apps

    /// What a view has where the macro of an app stands.
    package enum Apps: Sendable, Hashable {
        /// The place of a frame that is the app's own, for every app that is known.
        case frames
        /// The place of a diagram, for draw.io alone.
        case diagrams
    }

    package static let cloud = ViewStyle(showsMacroIDs: true, namesLinkedPages: true, apps: .frames)
    package static let dataCenter = ViewStyle(showsMacroIDs: false, namesLinkedPages: false, apps: .diagrams)
}
