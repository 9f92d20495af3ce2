import ConfluenceModel
import StorageFormat

import struct Foundation.Date

/// Writes what hangs on the pages and spaces of a new site: comments, what apps keep, and properties.
struct PartSeeder {
    let writer: StoreWriter
    let accounts: [String: AccountRecord]

    // MARK: Comments

    /// - Parameter author: Of those that name none.
    func seed(
        _ comments: [CommentDefinition], on pageID: Int64, by author: AccountRecord, replyingTo parent: Parent? = nil,
        _ clock: inout SeedingClock
    ) throws {
        for comment in comments {
            let author = try comment.author.map(account) ?? author
            let moment = comment.createdAt ?? clock.next()
            // Read each time, as a comment before may have marked its text.
            let page = try writer.existing(pageID)
            let selection = try comment.selection.map { try self.selection($0, in: page) }
            let isInline = parent?.isInline ?? (selection != nil)
            let written = try writer.addComment(
                id: comment.id, to: page, replyingTo: parent?.id, isInline: isInline, about: selection,
                body: comment.body, author: author, now: moment)
            if comment.isResolved { try writer.resolve(comment: written.id, true, by: author, now: moment) }
            let above = Parent(id: written.id, isInline: isInline)
            try seed(comment.replies, on: pageID, by: author, replyingTo: above, &clock)
        }
    }

    /// - Parameter author: Of those that name none.
    func seed(
        _ contents: [CustomContentDefinition], on pageID: Int64, by author: AccountRecord, _ clock: inout SeedingClock
    ) throws {
        guard !contents.isEmpty else { return }
        let page = try writer.existing(pageID)
        for content in contents {
            _ = try writer.createContent(
                id: content.id, kind: .custom, title: content.title, spaceID: page.spaceID, parentID: pageID,
                body: content.body, custom: CustomType(content.type, isRaw: content.isRaw),
                author: content.author.map(account) ?? author, now: content.createdAt ?? clock.next())
        }
    }

    /// The comment that is answered.
    struct Parent {
        var id: Int64
        var isInline: Bool
    }

    private func account(_ name: String) throws(StoreError) -> AccountRecord {
        guard let account = accounts[name] else { throw StoreError.noSuchAccount(name) }
        return account
    }

    /// A place of the text that the body has.
    private func selection(
        _ wanted: CommentDefinition.Selection, in page: ContentRecord
    ) throws(StoreError) -> TextSelection {
        let count = StorageFormat.occurrences(of: wanted.text, in: page.body)
        guard wanted.occurrence <= count else {
            throw .definition(
                "a comment is about “\(wanted.text)” (occurrence \(wanted.occurrence)), which a reader of the page "
                    + "sees \(count) times")
        }
        return TextSelection(text: wanted.text, index: wanted.occurrence - 1)
    }

    // MARK: Properties

    func seed(
        _ properties: [PropertyDefinition], of owner: PropertyOwner, by author: AccountRecord, _ moment: Date
    ) throws {
        for property in properties {
            try writer.createProperty(
                key: property.key, value: property.value, of: owner, author: author, now: moment)
        }
    }
}
