import ConfluenceStore
import Foundation

extension StoreWriter {
    /// Sets properties that came with the content itself, whatever their version; what is so already stays as it is.
    ///
    /// Observed: publishers set a page's width so with each update, without a version, and it works
    /// (github.com/kovetskiy/mark, atlassian-python-api). That an equal value makes no version is inferred.
    func set(_ properties: [PropertyDraft], of contentID: Int64, by author: AccountRecord, now: Date) throws {
        let owner = PropertyOwner.content(contentID)
        for property in properties {
            guard let known = try reader.property(key: property.key, of: owner) else {
                _ = try createProperty(key: property.key, value: property.value, of: owner, author: author, now: now)
                continue
            }
            guard known.value != property.value else { continue }
            _ = try updateProperty(id: known.id, value: property.value, of: owner, author: author, now: now)
        }
    }
}
