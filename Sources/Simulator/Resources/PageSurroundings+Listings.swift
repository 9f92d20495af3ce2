import CQL
import ConfluenceModel
import ConfluenceStore
import Foundation
import StorageFormat

/// What the macros of a body list, found for who reads it.
extension PageSurroundings {
    func contents(found query: String, limit: Int) throws -> [ListedContent] {
        guard let query = try? CQLParser.parse(query) else { return [] }
        let context = SearchContext(
            viewer: loader.viewer, now: loader.now, textSyntax: loader.search.textSyntax,
            furtherTypes: loader.search.furtherTypes, knowsCustomTypes: loader.search.knowsCustomTypes,
            currentSpaceKey: record.spaceKey, currentContentID: record.id)
        do {
            return try store.search(query, context: context, limit: limit).hits.compactMap { hit in
                guard case .content(let content) = hit.entity else { return nil }
                return try listed(content)
            }
        } catch is CQLSearchError {
            return []
        }
    }

    private func listed(_ content: ContentRecord) throws -> ListedContent {
        let labels = try store.labels(of: content.id, visibleTo: loader.viewer).filter { $0.prefix == "global" }
        return ListedContent(
            kind: ListedContent.Kind(rawValue: content.kind.rawValue) ?? .other, page: linked(content),
            spaceName: content.spaceName, spacePath: loader.base.context + loader.links.space(content.spaceKey),
            labels: labels.map(\.name), isNew: content.version.number == 1,
            author: loader.bodyStyle.person(content.version.author, loader.base.context),
            changed: Self.day(content.version.createdAt))
    }

    func files(of page: PageName?) throws -> [ListedFile] {
        var holder: Int64? = holderID
        if let page { holder = try content(page)?.id }
        guard let holder else { return [] }
        return try store.attachments(of: holder, limit: 1000).map { file in
            ListedFile(
                file: linked(file), size: file.attachment?.size ?? 0, comment: file.attachment?.comment ?? "",
                labels: try store.labels(of: file.id, visibleTo: loader.viewer).map(\.name),
                changedAt: file.version.createdAt.nearestMilliseconds,
                createdAt: file.createdAt.nearestMilliseconds, changed: Self.day(file.version.createdAt),
                author: loader.bodyStyle.person(file.version.author, loader.base.context))
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Nov 26, 2026`
    private static func day(_ date: Date) -> String {
        let time = CivilTime(date)
        return "\(months[time.month - 1]) \(time.day < 10 ? "0" : "")\(time.day), \(time.year)"
    }
}
