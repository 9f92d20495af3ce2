import ConfluenceModel

/// A made-up site of any size; the same size and seed always give the same site.
struct LargeSite {
    var pages = 1_000_000
    var spaces = 100
    /// How many pages only some may view; a third of them lie near the top of their tree, with much below them.
    var restrictions = 10_000
    var seed: UInt64 = 1

    /// How many pages lie right below a page.
    private static let branching = 8
    private static let groups = 20

    func definition() -> SiteDefinition {
        var chance = SplitMix64(state: seed)
        return SiteDefinition(
            name: "large", deployment: .dataCenter(.init(9, 2, 0)), host: "large.example.com", contextPath: "",
            users: users,
            spaces: (0..<spaces).map { number in
                let share = pages / spaces + (number < pages % spaces ? 1 : 0)
                let restricted = restrictions / spaces + (number < restrictions % spaces ? 1 : 0)
                return space(number, pages: share, restrictions: restricted, &chance)
            })
    }

    /// One who bypasses permissions, and one whom nearly all spaces let in and most restrictions leave out.
    private var users: [UserDefinition] {
        [
            ("admin", true, ["confluence-administrators"]),
            ("reader", false, ["everyone", "group-0", "group-1", "group-2"]),
        ].map {
            name, isAdmin, groups in
            UserDefinition(
                name: name, displayName: name, email: "\(name)@example.com", accountID: "id-\(name)",
                userKey: "key-\(name)", isSiteAdmin: isAdmin, groups: groups,
                tokens: [TokenDefinition(name: "\(name)-token", kind: .personalAccessToken, value: "token-of-\(name)")])
        }
    }

    /// A word as titles and bodies hold it.
    static func word(_ chance: inout SplitMix64) -> String { Vocabulary.word(&chance) }

    private func space(
        _ number: Int, pages: Int, restrictions: Int, _ chance: inout SplitMix64
    ) -> SpaceDefinition {
        // Every tenth space is closed to the reader.
        let grants: [SpaceGrant] =
            number % 10 == 9
            ? [SpaceGrant(.group("group-19"), [.view])]
            : [SpaceGrant(.group("everyone"), [.view, .createPage]), SpaceGrant(.group("group-5"), [.view])]
        let guarded = guarded(among: pages, restrictions, &chance)
        var tree = (0..<pages).map { page(number, $0, isRestricted: guarded.contains($0), &chance) }
        for place in stride(from: pages - 1, to: 0, by: -1) {
            let parent = (place - 1) / Self.branching
            tree[parent].children.append(tree.removeLast())
        }
        for index in tree.indices { reverse(&tree[index]) }
        return SpaceDefinition(key: "S\(number)", name: "Space \(number)", permissions: grants, pages: tree)
    }

    private func reverse(_ page: inout PageDefinition) {
        page.children.reverse()
        for index in page.children.indices { reverse(&page.children[index]) }
    }

    private func guarded(among pages: Int, _ count: Int, _ chance: inout SplitMix64) -> Set<Int> {
        var guarded: Set<Int> = []
        while guarded.count < min(count, pages / 2) {
            let isHigh = guarded.count % 3 == 0
            guarded.insert(1 + chance.below(isHigh ? max(2, pages / 16) : pages - 1))
        }
        return guarded
    }

    private func title(_ space: Int, _ number: Int, _ chance: inout SplitMix64) -> String {
        "\(Vocabulary.word(&chance)) \(Vocabulary.word(&chance)) \(space)-\(number)"
    }

    private func page(_ space: Int, _ number: Int, isRestricted: Bool, _ chance: inout SplitMix64) -> PageDefinition {
        var labels = chance.below(100) == 0 ? ["rare-label"] : []
        if chance.below(10) == 0 { labels.append("label-\(chance.below(50))") }
        var page = PageDefinition(
            title: number == 0 ? "Home of S\(space)" : title(space, number, &chance),
            body: "<p>\(Vocabulary.text(&chance))</p>", labels: labels)
        if isRestricted { page.viewers = [.group("group-\(chance.below(Self.groups))")] }
        return page
    }
}

/// Words that occur as unevenly as those of a language.
private enum Vocabulary {
    private static let words: [String] = {
        let starts = ["de", "ro", "mi", "ta", "le", "su", "pa", "no", "ki", "va"]
        let middles = ["lor", "ban", "ter", "mus", "fin", "gal", "hep", "con", "der", "wix"]
        let ends = ["a", "et", "on", "ix", "um", "al", "or", "en", "is", "up"]
        return starts.flatMap { start in middles.flatMap { middle in ends.map { start + middle + $0 } } }
    }()

    static func word(_ chance: inout SplitMix64) -> String {
        // The square pulls towards the beginning of the list.
        let draw = chance.below(words.count)
        return words[draw * chance.below(words.count) / words.count]
    }

    static func text(_ chance: inout SplitMix64) -> String {
        var words = (0..<30).map { _ in word(&chance) }
        if chance.below(10) == 0 { words.append("commonplace") }
        if chance.below(1000) == 0 { words.append("uncommon") }
        return words.joined(separator: " ")
    }
}

/// Steele, Lea and Flood's generator: small, quick and even.
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
