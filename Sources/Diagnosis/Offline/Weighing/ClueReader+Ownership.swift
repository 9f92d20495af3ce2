import ConfluenceModel

/// Whose the words of a text are: Confluence's, or those of something else that is named beside them.
extension ClueReader {
    func isOurs(_ symptom: Symptom, _ range: Range<Int>) -> Bool {
        switch symptom.speaker {
        case .otherProduct: return circumstances.isAboutConfluence
        case .anybody: return circumstances.isAboutConfluence && !isForeign(range)
        case .people:
            let near = lineRange(of: range)
            return (circumstances.isAboutConfluence || (circumstances.mentionsPages && !isAboutService))
                && !products.contains { $0.name == .service && near.contains($0.range.lowerBound) }
        case .confluence: return !isForeign(range, onlyNear: true)
        case .atlassian:
            let isNamedElsewhere =
                addresses.contains { $0.owner == .confluence } || circumstances.foreignProduct != "Jira"
            return !isForeign(range, onlyNear: circumstances.isAboutConfluence && isNamedElsewhere)
        case .network, .client:
            if isForeign(range) { return false }
            if circumstances.isAboutConfluence { return true }
            // What many programs say is worth something where the text speaks of pages or a wiki.
            return symptom.strength >= .strong || (symptom.strength == .vague && circumstances.mentionsPages)
        }
    }

    /// Whether Jira, which the text names, may have said the same, and nothing near shows that Confluence did.
    func isRatherJiras(_ symptom: Symptom, _ range: Range<Int>) -> Bool {
        guard symptom.speaker == .atlassian, circumstances.foreignProduct == "Jira" else { return false }
        let near = lineRange(of: range)
        return !addresses.contains { $0.owner == .confluence && near.overlaps($0.range) }
            && !products.contains { $0.name == .confluence && near.contains($0.range.lowerBound) }
    }

    /// Whether what stands beside the words is another product's, and nothing of Confluence.
    func isForeign(_ range: Range<Int>, onlyNear: Bool = false) -> Bool {
        let near = lineRange(of: range)
        let owners = addresses.filter { near.overlaps($0.range) }.map(\.owner)
        if owners.contains(.confluence) { return false }
        let named = products.filter { near.contains($0.range.lowerBound) && !isDocumentation($0.range) }
        // A container may be named after Confluence and speak of its database.
        let nearest = named.filter { $0.name != .surroundings }
            .min { distance($0.range, range) < distance($1.range, range) }
        if nearest?.name == .confluence { return false }
        if onlyNear, named.contains(where: { $0.name == .confluence }) { return false }
        if tags.isForeign(line: text.bytes[near]) { return true }
        if owners.contains(where: \.isForeign) { return true }
        if !named.isEmpty, !owners.contains(.unknown) { return true }
        return onlyNear ? false : owner(of: range).map(isForeign) ?? false
    }

    /// Whether an address is another service's: by its host, or by a path that no Confluence has.
    private func isForeign(_ address: AddressClue) -> Bool {
        address.owner.isForeign || (!circumstances.isAboutConfluence && address.hasStrangePath)
    }

    private func isDocumentation(_ range: Range<Int>) -> Bool {
        addresses.contains { $0.owner == .documentation && $0.range.overlaps(range) }
    }

    /// The address that the words belong to: of the same line, else the last before, else the next.
    func owner(of range: Range<Int>) -> AddressClue? {
        let candidates = addresses.filter { $0.owner != .documentation }
        let near = lineRange(of: range)
        let sameLine = candidates.filter { near.overlaps($0.range) }
        if let nearest = sameLine.min(by: { distance($0.range, range) < distance($1.range, range) }) { return nearest }
        let before = candidates.last {
            $0.range.upperBound <= range.lowerBound && range.lowerBound - $0.range.upperBound < 1500
        }
        let after = candidates.first {
            $0.range.lowerBound >= range.upperBound && $0.range.lowerBound - range.upperBound < 600
        }
        return [before, after].compactMap(\.self).first { $0.owner == .confluence } ?? before ?? after
    }

    private func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
        min(abs(one.lowerBound - other.upperBound), abs(other.lowerBound - one.upperBound))
    }

    /// The line in which the words stand, of a long line only what is near.
    private func lineRange(of range: Range<Int>) -> Range<Int> {
        let line = text.lines[range.lowerBound]
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower > 0, text.lines[lower - 1] == line, range.lowerBound - lower < 400 { lower -= 1 }
        while upper < text.bytes.count, text.lines[upper] == line, upper - range.upperBound < 400 { upper += 1 }
        return lower..<upper
    }

    func isWarning(_ range: Range<Int>) -> Bool {
        let near = lineRange(of: range)
        let line = String(decoding: text.bytes[near.prefix(200)], as: UTF8.self)
        return ["warn", "retry", "retrying", "attempt "].contains { line.contains($0) } && !line.contains("error")
    }
}

extension AddressClue.Owner {
    var isForeign: Bool {
        if case .foreign = self { true } else { false }
    }
}

extension AddressClue {
    /// Whether the path belongs to an interface that neither Confluence nor what stands before it has.
    fileprivate var hasStrangePath: Bool {
        guard owner == .unknown, path.count > 1, path != "/*" else { return false }
        return ![
            "/rest/", "/wiki", "/confluence", "/display", "/pages", "/spaces", ".action", "/api/v2", "/login", "/sso",
            "/saml", "/auth", "/ex/confluence", "/download/",
        ].contains { path.contains($0) }
    }
}
