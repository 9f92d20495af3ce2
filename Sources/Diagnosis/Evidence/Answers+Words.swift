import ConfluenceModel
import ConfluenceToolkit

extension SpaceAnswer {
    func words(_ key: String) -> String {
        switch self {
        case .seen: "the account sees the space \(key)"
        case .archived(let hinders):
            "the site says that the space \(key) is archived"
                + (hinders ? "" : ", where pages are still read by their id")
        case .hidden(200): "the site lists no space with the key “\(key)”"
        case .hidden(let status): "the site answers \(status) for the space “\(key)”"
        case .unclear(let status): "the answer for the space “\(key)” says nothing (status \(status))"
        }
    }
}

extension SpaceMatch {
    func words(_ key: String) -> String {
        switch self {
        case .otherCase(let found): "the account sees a space with the key “\(found)”"
        case .personal(let found): "the account sees the personal space “\(found)”"
        case .name(let found): "the account sees a space named “\(key)” with the key “\(found)”"
        case .none(let count, let near, let isWhole):
            count == 0
                ? "the account sees no space at all"
                : "“\(key)” is not among the \(isWhole ? "" : "first ")\(count) spaces that the account sees"
                    + (near.map { "; the nearest is “\($0)”" } ?? "")
        }
    }
}

extension WriteAnswer {
    func words(_ space: String) -> String {
        switch self {
        case .allowed(let untold) where !untold.isEmpty:
            "the account may do in \(space) what the selected tools do, as far as the site says that: nothing of \(untold.inWords)"
        case .allowed: "the account may do in \(space) what the selected tools do"
        case .denied(_, let missing): "the site says that the account may not: \(missing.inWords)"
        case .unclear: "the site doesn't say what the account may do in \(space)"
        }
    }
}

extension PageAnswer {
    func words(_ id: String) -> String {
        switch self {
        case .seen(let title): "the account sees the page \(id) “\(title)”"
        case .trashed: "the site says that the page \(id) is in the trash"
        case .archived(let title): "the site says that the page \(id) “\(title)” is archived"
        case .draft: "the site says that the page \(id) is a draft"
        case .elsewhere(let title, let space): "the page \(id) “\(title)” is in the space \(space)"
        case .notEditable(let title, let editors):
            "the account may view the page \(id) “\(title)” and not edit it"
                + (editors.isEmpty ? "" : ", which \(editors.prefix(5).joined(separator: ", ")) may")
        case .saidMissing: "the site says that it can't find a page with the id \(id)"
        case .hidden(200): "the site lists no page \(id)"
        case .hidden(let status): "the site answers \(status) for the page \(id)"
        }
    }
}

extension SearchAnswer {
    var words: String {
        switch self {
        case .answered(true): "a search for pages finds some"
        case .answered(false): "a search for pages is answered, and finds none"
        case .unclear(let status, let reason):
            "a search for pages is answered with \(status)" + (reason.map { " (“\($0.cut(to: 160))”)" } ?? "")
        }
    }
}

extension Set<SpaceOperation> {
    /// The permissions in the words of the permission table, in its order.
    var inWords: String {
        SpaceOperation.allCases.filter(contains).map(\.title).joined(separator: ", ")
    }
}

extension SpaceOperation {
    fileprivate var title: String {
        switch self {
        case .view: "View"
        case .createPage: "Pages: Add"
        case .createBlogPost: "Blog: Add"
        case .createComment: "Comments: Add"
        case .createAttachment: "Attachments: Add"
        case .deletePage: "Pages: Delete"
        case .deleteBlogPost: "Blog: Delete"
        case .deleteComment: "Comments: Delete"
        case .deleteAttachment: "Attachments: Delete"
        case .deleteOwn: "Delete own"
        case .archivePage: "Pages: Archive"
        case .restrict: "Restrictions: Add/Delete"
        case .export: "Export"
        case .administer: "Space: Admin"
        }
    }
}
