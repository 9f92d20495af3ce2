package import ConfluenceModel

package import struct Foundation.Date

/// A token with the account that it logs in.
package struct TokenRecord: Sendable, Hashable, Identifiable {
    package var id: Int64
    package var owner: AccountRecord
    package var name: String
    package var kind: TokenDefinition.Kind
    package var value: String
    package var state: TokenDefinition.State
    package var revokedAt: Date?
    package var createdAt: Date
    /// None for kinds that have no scopes.
    package var scopes: [String]
}
