import ConfluenceModel
package import ConfluenceWire

extension Request {
    /// Takes over the cookies that an answer sets, as a session of the Python client does on its way behind a redirect.
    package mutating func takeCookies(of response: Response) {
        var pairs = (headers["Cookie"] ?? "").split(separator: ";").map { String($0).trimmingEdges() }
        for field in response.headers.values("Set-Cookie") {
            let pair = String(field.prefix { $0 != ";" }).trimmingEdges()
            guard let mark = pair.firstIndex(of: "="), mark != pair.startIndex else { continue }
            pairs.removeAll { $0.hasPrefix(pair[...mark]) }
            // An empty value takes a cookie away.
            if pair.index(after: mark) < pair.endIndex { pairs.append(pair) }
        }
        headers["Cookie"] = pairs.isEmpty ? nil : pairs.joined(separator: "; ")
    }

    /// The request once more where an answer sends it to where it went: with a cookie that was missing as balancers do, with a
    /// slash at the end of its path, or with something behind its query.
    package func comingBack(after response: Response) -> Request? {
        guard (300...399).contains(response.status), [.get, .head].contains(method),
            let location = response.headers["Location"], let target = url.resolving(location),
            target.hasSameOrigin(as: url), [url.path, url.path + "/"].contains(target.path),
            (target.query ?? "").hasPrefix(url.query ?? "")
        else { return nil }
        var next = self
        next.url = target
        next.takeCookies(of: response)
        return next == self ? nil : next
    }
}
