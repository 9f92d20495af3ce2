import ConfluenceModel
import ConfluenceStore
import Foundation

/// A site made at random, and everything on it as plain values: what a search is checked against.
struct PlainSite {
    let definition: SiteDefinition
    private(set) var rows: [Row] = []

    static let words = ["alpha", "bravo", "tango", "kilo", "zulu", "delta", "echo", "lima", "oscar", "papa", "alpaca"]
    static let labels = ["red", "green", "blue"]
    /// Labels that belong to who made the page, and are no words of it.
    static let personalLabels = ["my:red", "my:own"]
    static let macros = ["toc", "info"]

    /// Content or a space.
    struct Row {
        var id: Int64
        var kind: String
        var title: String
        /// The words of the title, the body and the labels.
        var texts: [[String]]
        var spaceKey: String
        var parentID: Int64?
        var ancestors: [Int64] = []
        var labels: [String] = []
        var creator: String
        var macros: [String] = []
        var mentions: [String] = []
        var created = Date.distantPast
        var modified = Date.distantPast
        /// Each restriction from the row up to its root.
        var barriers: [[Subject]] = []
        var grants: [Subject]
    }

    func isVisible(_ row: Row, to name: String?) -> Bool {
        let groups = definition.users.first { $0.name == name }?.groups ?? []
        func reaches(_ subject: Subject) -> Bool {
            switch subject {
            case .anonymous: true
            case .user(let user): user == name
            case .group(let group): groups.contains(group)
            }
        }
        return row.grants.contains(where: reaches) && row.barriers.allSatisfy { $0.contains(where: reaches) }
    }

    // MARK: Chance

    init(_ chance: inout SplitMix64) {
        let subjects: [Subject] = [.user("u0"), .user("u1"), .group("g0"), .group("g1"), .anonymous]
        var maker = Maker(subjects: subjects)
        let spaces = (0..<3).map { maker.space($0, &chance) }
        definition = SiteDefinition(
            name: "plain", deployment: .cloud, host: "plain.atlassian.net", contextPath: "/wiki",
            users: (0..<3).map { index in
                UserDefinition(
                    name: "u\(index)", displayName: "U\(index)", email: "u\(index)@x.example", accountID: "a\(index)",
                    userKey: "k\(index)", groups: index == 0 ? ["g0", "g1"] : index == 1 ? ["g1"] : [])
            },
            spaces: spaces)
        rows = maker.rows
    }

    /// Takes from the store what only it decides: dates, and the ids of files and spaces.
    mutating func complete(from store: ContentStore) throws {
        try store.read { reader in
            let all = Viewer(account: nil, bypasses: true)
            for index in rows.indices {
                if rows[index].kind == "space" {
                    guard let space = try reader.space(key: rows[index].spaceKey) else { continue }
                    rows[index].id = space.id
                    (rows[index].created, rows[index].modified) = (space.createdAt, space.createdAt)
                    continue
                }
                if rows[index].kind == "attachment", let page = rows[index].parentID {
                    rows[index].id = try reader.attachments(of: page, limit: 1).first?.id ?? 0
                }
                let filter = ContentFilter(ids: [rows[index].id])
                guard let content = try reader.contents(filter, visibleTo: all, limit: 1).first else { continue }
                (rows[index].created, rows[index].modified) = (content.createdAt, content.version.createdAt)
            }
        }
    }

    private struct Maker {
        let subjects: [Subject]
        var rows: [Row] = []
        var number: Int64 = 0

        func text(_ count: Int, _ chance: inout SplitMix64) -> [String] {
            (0..<count).map { _ in chance.one(of: PlainSite.words) }
        }

        mutating func space(_ index: Int, _ chance: inout SplitMix64) -> SpaceDefinition {
            let key = "S\(index)"
            let name = text(2, &chance)
            let about = text(3, &chance)
            let grants = (0...chance.below(2)).map { _ in chance.one(of: subjects) }
            rows.append(
                Row(
                    id: 0, kind: "space", title: name.joined(separator: " "), texts: [name, about, []], spaceKey: key,
                    creator: "u0", grants: grants))
            let place = Row(id: 0, kind: "page", title: "", texts: [], spaceKey: key, creator: "", grants: grants)
            return SpaceDefinition(
                key: key, name: name.joined(separator: " "), description: about.joined(separator: " "),
                permissions: grants.map { SpaceGrant($0, [.view]) },
                pages: (0..<3).map { _ in page(below: place, &chance) })
        }

        mutating func page(below parent: Row, _ chance: inout SplitMix64) -> PageDefinition {
            number += 1
            let title = text(1 + chance.below(2), &chance) + ["\(number)"]
            let body = text(6, &chance)
            var row = parent
            (row.id, row.title) = (number, title.joined(separator: " "))
            row.labels = PlainSite.labels.filter { _ in chance.one(in: 4) }
            row.texts = [title, body, row.labels]
            row.labels += PlainSite.personalLabels.filter { _ in chance.one(in: 3) }
            row.creator = "u\(chance.below(3))"
            row.macros = chance.one(in: 4) ? [chance.one(of: PlainSite.macros)] : []
            row.mentions = chance.one(in: 4) ? ["u\(chance.below(3))"] : []
            row.parentID = parent.id == 0 ? nil : parent.id
            row.ancestors = parent.id == 0 ? [] : parent.ancestors + [parent.id]
            let viewers = chance.one(in: 5) ? [chance.one(of: subjects)] : []
            if !viewers.isEmpty { row.barriers.append(viewers) }
            rows.append(row)

            var page = PageDefinition(id: row.id, title: row.title, body: "<p>\(body.joined(separator: " "))</p>")
            for macro in row.macros { page.body += "<ac:structured-macro ac:name=\"\(macro)\" />" }
            for person in row.mentions {
                page.body += "<p><ac:link><ri:user ri:account-id=\"a\(person.dropFirst())\" /></ac:link></p>"
            }
            (page.labels, page.creator, page.viewers) = (row.labels, row.creator, viewers)
            if chance.one(in: 5) {
                page.attachments = [AttachmentDefinition(name: "file.pdf", mediaType: "image/png", content: [])]
                var file = row
                (file.id, file.kind, file.title, file.texts) = (
                    0, "attachment", "file.pdf", [["file", "pdf"], [], []]
                )
                (file.parentID, file.ancestors, file.labels, file.macros, file.mentions) = (row.id, [], [], [], [])
                rows.append(file)
            }
            if row.ancestors.count < 3 {
                page.children = (0..<chance.below(3)).map { _ in self.page(below: row, &chance) }
            }
            return page
        }
    }
}
