package import ConfluenceModel

/// A made-up site of any size: accounts and spaces at once, pages one after another, so that none need be held.
///
/// What a page is depends on the seed, its space and its place alone.
package struct GeneratedSite: Sendable {
    let size: SiteSize
    let deployment: DeploymentKind
    package let users: [UserDefinition]
    /// Without their pages.
    package let spaces: [SpaceDefinition]
    let groups: [String]
    let labels: [String]

    package init(_ size: SiteSize, deployment: DeploymentKind) {
        var size = size
        if size.spaces == 0 { size.pages = 0 }
        if size.pages == 0 { (size.comments, size.attachments) = (0, 0) }
        self.size = size
        self.deployment = deployment
        groups = (0..<size.groups).map { Self.numbered(Vocabulary.groups, $0) }
        labels = (0..<size.labels).map { Self.numbered(Vocabulary.labels, $0) }
        users = (0..<size.users).map { [groups] in Self.user($0, groups, size.seed, deployment) }
        spaces = (0..<size.spaces).map { [groups, users] in Self.space($0, groups, users) }
    }

    /// A word, with a number after it where all words were used.
    static func numbered(_ words: [String], _ number: Int) -> String {
        let (round, place) = number.quotientAndRemainder(dividingBy: words.count)
        return round == 0 ? words[place] : "\(words[place])-\(round + 1)"
    }

    // MARK: Accounts and spaces

    private static func user(
        _ number: Int, _ groups: [String], _ seed: UInt64, _ deployment: DeploymentKind
    ) -> UserDefinition {
        var chance = Chance(seed: seed, 1, number)
        let (round, pair) = number.quotientAndRemainder(
            dividingBy: Vocabulary.firstNames.count * Vocabulary.lastNames.count)
        let first = Vocabulary.firstNames[pair % Vocabulary.firstNames.count]
        // Neighbours are no family.
        let last = Vocabulary.lastNames[
            (pair + pair / Vocabulary.firstNames.count) % Vocabulary.lastNames.count]
        let name = "\(first).\(last)".lowercased() + (round == 0 ? "" : "\(round + 1)")
        // Everybody is in the first group, which spaces let in, and perhaps in another.
        var joined = Array(groups.prefix(1))
        if groups.count > 1, chance.one(in: 2) { joined.append(groups[1 + chance.below(groups.count - 1)]) }
        return UserDefinition(
            name: name, displayName: "\(first) \(last)", email: "\(name)@example.com",
            accountID: "712020:" + StableID.uuid("account", name), userKey: StableID.hexadecimal("user", name),
            groups: joined, password: deployment == .dataCenter ? "\(name)-password" : nil,
            tokens: [
                TokenDefinition(
                    name: "\(name)-token", kind: deployment == .dataCenter ? .personalAccessToken : .apiToken,
                    value: StableID.hexadecimal("token", name))
            ])
    }

    private static func space(_ number: Int, _ groups: [String], _ users: [UserDefinition]) -> SpaceDefinition {
        let (round, place) = number.quotientAndRemainder(dividingBy: Vocabulary.departments.count)
        let department = Vocabulary.departments[place]
        let suffix = round == 0 ? "" : " \(round + 1)"
        var grants: [SpaceGrant] = []
        if let everybody = groups.first {
            grants.append(
                SpaceGrant(.group(everybody), [.view, .createPage, .createComment, .createAttachment, .deleteOwn]))
        }
        if !users.isEmpty {
            grants.append(SpaceGrant(.user(users[number % users.count].name), Set(SpaceOperation.allCases)))
        }
        return SpaceDefinition(
            key: department.key + (round == 0 ? "" : "\(round + 1)"), name: department.name + suffix,
            description: "What \(department.name)\(suffix) writes down", permissions: grants)
    }

    // MARK: Pages

    /// How many things are dated one after another.
    package var dateCount: Int { size.pages + size.comments }

    /// How many pages a space has.
    package func pageCount(ofSpace space: Int) -> Int { share(of: size.pages, space, among: size.spaces) }

    /// The pages of a space in the order of its tree, each before those below it.
    package func pages(ofSpace space: Int) -> GeneratedPages { GeneratedPages(site: self, space: space) }

    /// As many of a number as fall to one of so many, the first of which take the rest.
    func share(of total: Int, _ number: Int, among count: Int) -> Int {
        guard count > 0 else { return 0 }
        return total / count + (number < total % count ? 1 : 0)
    }
}

/// The pages of one space, made as they are asked for.
package struct GeneratedPages: Sequence, IteratorProtocol, Sendable {
    private let writer: PageWriter
    let count: Int
    private var place = 0
    private var depth = 0

    init(site: GeneratedSite, space: Int) {
        writer = PageWriter(site: site, space: space)
        count = site.pageCount(ofSpace: space)
    }

    package mutating func next() -> GeneratedPage? {
        guard place < count else { return nil }
        defer { place += 1 }
        depth = writer.depth(of: place, after: depth)
        return writer.page(place, depth: depth)
    }
}
