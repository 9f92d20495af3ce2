import ConfluenceModel

/// Makes up the pages of one space.
struct PageWriter: Sendable {
    private let site: GeneratedSite
    private let count: Int
    private let name: String
    private let titles: Titles
    /// Where the kinds of draws of this space begin; each kind of thing of each space has draws of its own.
    private let kind: UInt64
    private let attachments: Spread
    private let comments: Spread
    private let restrictions: Spread

    init(site: GeneratedSite, space: Int) {
        let size = site.size
        self.site = site
        count = site.pageCount(ofSpace: space)
        name = site.spaces[space].name
        kind = 16 + UInt64(space) * 4
        titles = Titles(seed: size.seed, space: space)
        attachments = Spread(site.share(of: size.attachments, space, among: size.spaces), over: count)
        comments = Spread(site.share(of: size.comments, space, among: size.spaces), over: count)
        restrictions = Spread(site.share(of: size.restrictions, space, among: size.spaces), over: count - 1)
    }

    /// A page lies below the one before it, beside it, or beside one above it.
    func depth(of place: Int, after last: Int) -> Int {
        let deepest = site.size.depth - 1
        guard place > 0, deepest > 0 else { return 0 }
        var chance = Chance(seed: site.size.seed, kind, place)
        switch chance.below(8) {
        case 0, 1, 2: return Swift.min(last + 1, deepest)
        case 3, 4, 5: return Swift.max(last, 1)
        case 6: return Swift.max(last - 1, 1)
        default: return 1
        }
    }

    func page(_ place: Int, depth: Int) -> GeneratedPage {
        var chance = Chance(seed: site.size.seed, kind + 1, place)
        let title = title(place)
        var body = BodyWriter()
        if place == 0 { writeHome(into: &body, &chance) } else { write(title, place, into: &body, &chance) }
        var page = GeneratedPage(
            depth: depth, title: title, body: body.body, labels: [], viewers: [], attachments: [],
            comments: (0..<comments.count(at: place)).map { _ in comment(&chance) },
            creator: site.users.isEmpty ? nil : chance.pick(site.users).name)
        if !site.labels.isEmpty {
            // Each label is on one page at least.
            if place < site.labels.count { page.labels.append(site.labels[place]) }
            for _ in 0..<chance.below(3) {
                let label = chance.pickUnevenly(site.labels)
                if !page.labels.contains(label) { page.labels.append(label) }
            }
        }
        if place > 0, !site.groups.isEmpty, restrictions.count(at: place - 1) > 0 {
            page.viewers = [.group(chance.pick(site.groups))]
        }
        for number in 0..<attachments.count(at: place) {
            page.attachments.append(attachment(number, title, &chance))
        }
        return page
    }

    private func title(_ place: Int) -> String { place == 0 ? "\(name) Home" : titles.title(place - 1) }

    // MARK: Words

    private func sentence(_ chance: inout Chance) -> String {
        let words = Vocabulary.self
        return "\(chance.pick(words.actors)) \(chance.pickUnevenly(words.acts)) \(chance.pickUnevenly(words.objects)) "
            + "of the \(chance.pickUnevenly(words.systems)) \(chance.pick(words.occasionsInTime))."
    }

    private func paragraph(_ chance: inout Chance) -> String {
        chance.one(in: 2) ? sentence(&chance) : "\(sentence(&chance)) \(sentence(&chance))"
    }

    private func writeHome(into body: inout BodyWriter, _ chance: inout Chance) {
        body.block("h1", "Welcome to \(name)")
        body.block("p", paragraph(&chance))
        body.children()
    }

    private func write(_ title: String, _ place: Int, into body: inout BodyWriter, _ chance: inout Chance) {
        if chance.one(in: 8) { body.contents() }
        body.block("p", paragraph(&chance))
        body.block("h2", chance.pick(Vocabulary.headings))
        switch chance.below(8) {
        case 0: body.list((0..<3).map { _ in sentence(&chance) })
        case 1: body.code("\(chance.pick(Vocabulary.commands)) \(chance.pick(Vocabulary.labels))")
        case 2: body.panel(chance.pick(["info", "note", "warning", "tip"]), sentence(&chance))
        case 3:
            body.table([
                ["System", "Owner"],
                [chance.pick(Vocabulary.systems), chance.pick(Vocabulary.lastNames)],
                [chance.pick(Vocabulary.systems), chance.pick(Vocabulary.lastNames)],
            ])
        default: body.block("p", paragraph(&chance))
        }
        if place > 1, chance.one(in: 3) { body.link("See also", to: self.title(chance.below(place))) }
    }

    private func comment(_ chance: inout Chance) -> GeneratedBody {
        let remark = chance.pick(Vocabulary.remarks)
        return GeneratedBody(storage: "<p>\(remark)</p>", text: remark)
    }

    private func attachment(_ number: Int, _ title: String, _ chance: inout Chance) -> AttachmentDefinition {
        let lines = (0..<1 + chance.below(4)).map { _ in sentence(&chance) }
        let name = title.lowercased().replacing(" ", with: "-")
        return AttachmentDefinition(
            name: number == 0 ? "\(name).txt" : "\(name)-\(number + 1).txt", mediaType: "text/plain",
            content: Array((lines.joined(separator: "\n") + "\n").utf8))
    }
}

/// So many things over so many places, as evenly as can be.
private struct Spread: Sendable {
    private let total: Int
    private let places: Int

    init(_ total: Int, over places: Int) {
        self.total = total
        self.places = places
    }

    func count(at place: Int) -> Int {
        guard places > 0 else { return 0 }
        return (place + 1) * total / places - place * total / places
    }
}
