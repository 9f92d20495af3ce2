import ConfluenceModel
import ConfluenceToolkit

/// What a page shows of itself, whichever API it was read by.
struct SeenPage {
    var title: String?
    var status: String?
    /// The key of its space, where that may be another than the configured one.
    var space: String?
    /// What the account may do with it; `nil` where that was not told.
    var operations: Set<SpaceOperation>?
    /// Whom a restriction of editing names, where the account may see that.
    var editors: [String] = []

    func answer(_ id: String, in chart: Chart) -> PageAnswer {
        let title = title ?? id
        switch status {
        case "trashed": return .trashed(title: title)
        case "archived": return .archived(title: title)
        case "draft": return .draft(title: title)
        default: break
        }
        if let key = chart.configuration.spaceKey, let space, space.lowercased() != key.lowercased() {
            return .elsewhere(title: title, space: space)
        }
        // A restriction of editing bars deleting too, which needs a permission of its own.
        let changes = chart.neededOperations.intersection([.createPage, .deletePage])
        guard let operations, !changes.isSubset(of: operations) else { return .seen(title: title) }
        return .notEditable(title: title, editors: editors)
    }
}
