import Documents

/// Reads which requests a step must send, and which not.
enum RequestExpectationReader {
    /// A mapping, or a list of them for several sites.
    static func read(_ node: DocumentNode?) throws(DocumentError) -> [RequestExpectation] {
        guard let node else { return [] }
        guard case .list(let nodes) = node.content else { return [try one(node)] }
        var expectations: [RequestExpectation] = []
        for node in nodes { expectations.append(try one(node)) }
        return expectations
    }

    private static func one(_ node: DocumentNode) throws(DocumentError) -> RequestExpectation {
        let fields = try node.mapping(keys: ["on", "count", "are", "include", "exclude", "only"])
        var expectation = RequestExpectation()
        expectation.site = try fields.text("on")
        expectation.count = try fields["count"]?.countBounds()
        expectation.are = try patterns(fields["are"])
        expectation.include = try patterns(fields["include"]) ?? []
        expectation.exclude = try patterns(fields["exclude"]) ?? []
        expectation.only = try patterns(fields["only"])
        if fields.entries.allSatisfy({ $0.key == "on" }) {
            throw node.error("one of count, are, include, exclude and only is expected")
        }
        if expectation.are != nil, let other = fields["only"] ?? fields["count"] {
            throw other.error("“are” already says which requests there are, and how many")
        }
        return expectation
    }

    /// One pattern, or a list of them.
    private static func patterns(_ node: DocumentNode?) throws(DocumentError) -> [RequestPattern]? {
        guard let node else { return nil }
        var nodes = [node]
        if case .list(let several) = node.content { nodes = several }
        var patterns: [RequestPattern] = []
        for node in nodes {
            let text = try node.text()
            do throws(RequestPattern.Malformed) {
                patterns.append(try RequestPattern(parsing: text))
            } catch {
                throw node.error(error.message)
            }
        }
        return patterns
    }
}
