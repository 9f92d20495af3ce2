import ConfluenceModel

extension SiteEffect {
    /// What of the effect does not hold on the site.
    func mismatches(on site: SiteInspection) async throws -> [Mismatch] {
        switch self {
        case .page(let effect): effect.mismatches(of: try await site.page(effect.page))
        case .search(let effect): effect.mismatches(of: try await site.search(effect.cql, effect.limit))
        case .space(let effect): effect.mismatches(of: try await site.space(effect.key))
        }
    }
}

extension SiteEffect.PageEffect {
    func mismatches(of page: SiteInspection.PageState?) -> [Mismatch] {
        guard let page, status != nil || ![.trashed, .draft].contains(page.status) else {
            guard exists else { return [] }
            guard let page else { return ["the page is not there"] }
            return [page.status == .draft ? "the page is a draft" : "the page is in the trash"]
        }
        guard exists else { return ["the page is there, and should not be"] }
        var problems = textMismatches(page)
        if let version, !version.contains(page.version) {
            problems.append(Mismatch("the page's version is \(page.version), expected \(version)"))
        }
        if let status, status != page.status {
            problems.append(Mismatch("the page's status is \(page.status.rawValue), expected \(status.rawValue)"))
        }
        if let parent, parent != page.parentID.map(String.init), parent != page.parentTitle {
            let seen = page.parentID.map { "\($0) (“\(page.parentTitle ?? "")”)" } ?? "none"
            problems.append(Mismatch("the page's parent is \(seen), expected \(parent)"))
        }
        if let comments, !comments.contains(page.commentCount) {
            problems.append(Mismatch("the page has \(page.commentCount) comments, expected \(comments)"))
        }
        if let isRestricted, isRestricted != page.isRestricted {
            problems.append(isRestricted ? "the page is not restricted" : "the page is restricted, and should not be")
        }
        problems += Mismatch.otherNames(page.labels, labels, "the page's labels")
        problems += Mismatch.otherNames(page.attachments, attachments, "the page's attachments")
        return problems + Mismatch.otherNames(page.children, children, "the page's children")
    }

    private func textMismatches(_ page: SiteInspection.PageState) -> [Mismatch] {
        var problems: [Mismatch] = []
        if let title, title != page.title { problems.append(.unequal(page.title, title, at: "the page's title")) }
        problems += bodyContains.filter { !page.body.contains($0) }.map { part in
            Mismatch("the page's body should contain “\(part)”, and is “\(page.body.shortened(to: 300))”")
        }
        problems += bodyLacks.filter { page.body.contains($0) }.map { part in
            Mismatch("the page's body should not contain “\(part)”, and does")
        }
        if let bodyEquals, bodyEquals != page.body {
            problems.append(.unequal(page.body, bodyEquals, at: "the page's body"))
        }
        return problems
    }
}

extension SiteEffect.SearchEffect {
    /// How many hits are read to compare their titles.
    fileprivate var limit: Int { max(100, (titles?.count ?? 0) + 20) }

    func mismatches(of found: SiteInspection.FoundPages) -> [Mismatch] {
        var problems: [Mismatch] = []
        if let count, !count.contains(found.total) {
            let names = found.titles.prefix(10).map { "“\($0)”" }.joined(separator: ", ")
            problems.append(
                Mismatch("\(cql) finds \(found.total), expected \(count)\(names.isEmpty ? "" : ": \(names)")"))
        }
        return problems + Mismatch.otherNames(found.titles, titles, "what \(cql) finds")
    }
}

extension SiteEffect.SpaceEffect {
    func mismatches(of space: SiteInspection.SpaceState?) -> [Mismatch] {
        guard let space else { return exists ? [Mismatch("the space \(key) is not there")] : [] }
        guard exists else { return [Mismatch("the space \(key) is there, and should not be")] }
        guard let pages, !pages.contains(space.pageCount) else { return [] }
        return [Mismatch("the space \(key) has \(space.pageCount) pages, expected \(pages)")]
    }
}

extension Mismatch {
    /// Names that are not the expected ones, in whatever order: what is missing, and what nobody expected.
    static func otherNames(_ found: [String], _ expected: [String]?, _ subject: String) -> [Mismatch] {
        guard let expected, found.sorted() != expected.sorted() else { return [] }
        var additional = found
        var missing: [String] = []
        for name in expected {
            if let place = additional.firstIndex(of: name) {
                additional.remove(at: place)
            } else {
                missing.append(name)
            }
        }
        func list(_ names: [String]) -> String { names.sorted().map { "“\($0)”" }.joined(separator: ", ") }
        let parts = [
            missing.isEmpty ? nil : "\(list(missing)) \(missing.count == 1 ? "is" : "are") missing",
            additional.isEmpty ? nil : "\(list(additional)) \(additional.count == 1 ? "is" : "are") not expected",
        ]
        return [Mismatch("\(subject): \(parts.compactMap(\.self).joined(separator: ", "))")]
    }
}
