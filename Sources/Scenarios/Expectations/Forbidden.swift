/// What must not happen while a scenario runs; the raw values are the words of the scenario format.
package enum Forbidden: String, Sendable, Hashable, CaseIterable {
    /// A request that changes something reached a site.
    case writes
    /// A secret stood in an answer, an address, or a header that is not meant for it.
    case secrets
    /// A request was made for a host that is no site of the scenario.
    case otherHosts = "other-hosts"
}
