package import ConfluenceModel
package import ConfluenceWire

extension Request {
    /// Sets the headers that show who asks, in place of any that were there.
    ///
    /// A Bearer token is sent without blanks at its ends, as the Python client does; a Basic password is
    /// sent exactly as it is.
    /// - Parameter charset: How Basic makes bytes of its texts; the Python client knows Latin-1 alone.
    package mutating func authenticate(
        as authentication: Authentication, charset: BasicCredentials.Charset = .latin1
    ) {
        headers["Authorization"] = nil
        headers["Cookie"] = nil
        switch authentication {
        case .basic(let user, let secret):
            let password = secret.revealed(for: .authorizationHeader)
            headers["Authorization"] = BasicCredentials(user: user, password: password).headerValue(in: charset)
        case .bearer(let token):
            headers["Authorization"] = "Bearer \(token.revealed(for: .authorizationHeader).trimmingBlanks())"
        case .cookies(let cookies):
            let pairs = cookies.revealed(for: .authorizationHeader).split(separator: "; ").filter { $0.contains("=") }
            headers["Cookie"] = pairs.joined(separator: "; ")
        case .anonymous:
            break
        }
    }
}

extension String {
    /// The text without white space at its ends; invisible characters of other kinds stay, as they do in Python.
    fileprivate func trimmingBlanks() -> String {
        var view = Substring(self).unicodeScalars
        while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
        while let last = view.last, last.properties.isWhitespace { view.removeLast() }
        return String(view)
    }
}
