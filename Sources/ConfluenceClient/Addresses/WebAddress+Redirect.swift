package import ConfluenceWire

extension WebAddress {
    /// The address that a `Location` header names, seen from this one; `nil` where it can't be called.
    package func resolving(_ location: String) -> WebAddress? {
        if location.hasPrefix("//") { return try? ClientAddress.parse("\(scheme):\(location)") }
        let beforePath = location.prefix { !"/?#".contains($0) }
        if beforePath.contains(":") { return try? ClientAddress.parse(location) }
        if location.hasPrefix("/") { return try? ClientAddress.parse(origin + location) }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return try? ClientAddress.parse(origin + folder + location)
    }

    /// Whether a redirect from `other` to this address may keep what shows who asks.
    ///
    /// As in `requests`: the same host and port, or the step from plain HTTP to HTTPS on the usual ports.
    func mayReceiveSecrets(of other: WebAddress) -> Bool {
        if hasSameOrigin(as: other) { return true }
        return host == other.host && other.scheme == "http" && other.effectivePort == 80
            && scheme == "https" && effectivePort == 443
    }
}

extension String {
    /// The text without slashes at its two ends.
    func trimmingSlashes() -> String {
        var text = drop { $0 == "/" }
        while text.last == "/" { text.removeLast() }
        return String(text)
    }
}
