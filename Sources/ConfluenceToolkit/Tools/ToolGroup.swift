/// What a tool does to a site, as the toolkit's screen sorts its tools.
package enum ToolGroup: String, Sendable, Hashable, CaseIterable {
    case read
    case write
    case delete
    case execute
    case index
}
