import ConfluenceModel

extension ProductVersion {
    /// A build number that is made from the release: real ones follow no rule that is published.
    var buildNumber: Int64 { Int64(major * 1000 + minor * 10 + patch) }
}
