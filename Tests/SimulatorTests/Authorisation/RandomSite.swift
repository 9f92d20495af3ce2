import ConfluenceModel
import ConfluenceStore
import ConfluenceTesting

@testable import Simulator

/// A site made by chance: people of all conditions, spaces with all kinds of grants, restricted page trees.
struct RandomSite {
    static let users = ["ann", "ben", "cy", "admin", "super", "gone", "unpaid"]
    static let groups = ["red", "blue"]
    static let deployments: [DeploymentKind] = [.cloud, .dataCenter]
    static let attachmentName = "notes.txt"
    static let propertyKey = "colour"
    static let personalLabel = "lantern"
    static let customType = "ac:random-app:thing"

    let site: ConfluenceSite
    /// The ids of all pages, blog posts, comments, attachments and custom content.
    let contents: [ContentRecord]

    static func definition(
        _ kind: DeploymentKind, seed: UInt64, arrange: (inout SiteDefinition, inout SplitMix64) -> Void = { _, _ in }
    ) -> SiteDefinition {
        var chance = SplitMix64(seed: seed)
        var settings = SiteSettings()
        settings.anonymousAccess = chance.one(in: 2)
        var site = SiteDefinition(
            name: "chance", deployment: kind == .cloud ? .cloud : .dataCenter(ProductVersion(9, 2, 0)),
            host: "chance.example", contextPath: kind == .cloud ? "/wiki" : "", settings: settings,
            users: users.map { user($0, kind, &chance) })
        site.customRoles = [SpaceRoleDefinition(name: "Scribe", operations: [.view, .createPage, .deleteOwn])]
        site.spaces = (0..<3).map { space($0, kind, &chance) }
        arrange(&site, &chance)
        return site
    }

    private static func user(_ name: String, _ kind: DeploymentKind, _ chance: inout SplitMix64) -> UserDefinition {
        var memberships = chance.some(of: groups, atMost: 2)
        if name == "super" { memberships.append("confluence-administrators") }
        return UserDefinition(
            name: name, displayName: "Person \(name)", email: "\(name)@chance.example", accountID: "712020:\(name)",
            userKey: StableID.hexadecimal("user", name), isActive: name != "gone", isLicensed: name != "unpaid",
            isSiteAdmin: name == "admin", groups: memberships,
            tokens: [
                TokenDefinition(
                    name: "\(name)-token", kind: kind == .cloud ? .apiToken : .personalAccessToken,
                    value: "token-of-\(name)")
            ])
    }

    private static func subject(_ chance: inout SplitMix64) -> Subject {
        switch chance.below(5) {
        case 0: .anonymous
        case 1, 2: .group(groups[chance.below(groups.count)])
        default: .user(users[chance.below(users.count)])
        }
    }

    private static func space(_ number: Int, _ kind: DeploymentKind, _ chance: inout SplitMix64) -> SpaceDefinition {
        var grants: [Subject: Set<SpaceOperation>] = [:]
        for _ in 0..<4 {
            let operations = chance.some(of: SpaceOperation.allCases, atMost: SpaceOperation.allCases.count)
            grants[subject(&chance), default: []].formUnion(operations + (chance.one(in: 5) ? [] : [.view]))
        }
        var roles: [Subject: String] = [:]
        if kind == .cloud {
            for role in ["Viewer", "Collaborator", "Manager", "Admin", "Scribe"] where chance.one(in: 2) {
                let subject = subject(&chance)
                if grants[subject] == nil { roles[subject] = role }
            }
        }
        var pages: Int64 = 0
        return SpaceDefinition(
            key: "S\(number)", name: "Space \(number)",
            permissions: grants.sorted { "\($0.key)" < "\($1.key)" }.map { SpaceGrant($0.key, $0.value) },
            roles: roles.sorted { "\($0.key)" < "\($1.key)" }.map { RoleAssignment($0.value, $0.key) },
            pages: [page(number, depth: 0, count: &pages, &chance)])
    }

    private static func page(
        _ space: Int, depth: Int, count: inout Int64, _ chance: inout SplitMix64
    ) -> PageDefinition {
        count += 1
        let id = Int64(1000 * (space + 1)) + count
        let restricted = depth > 0 || chance.one(in: 3)
        let viewers = restricted && chance.one(in: 3) ? [subject(&chance), subject(&chance)] : []
        let editors = chance.one(in: 3) ? [subject(&chance)] : []
        let files =
            chance.one(in: 3)
            ? [AttachmentDefinition(name: attachmentName, mediaType: "text/plain", content: Array("file \(id)".utf8))]
            : []
        var children: [PageDefinition] = []
        for _ in 0..<(depth < 2 ? 1 + chance.below(2) : 0) {
            children.append(page(space, depth: depth + 1, count: &count, &chance))
        }
        return PageDefinition(
            id: id, title: "Page \(id)", body: body(space, &chance), labels: ["label-\(chance.below(3))", "of-\(id)"],
            viewers: viewers, editors: editors, attachments: files, creator: users[chance.below(3)],
            children: children)
    }

    /// Links to a page of this space and to one of another, a list of children, a person, a file.
    private static func body(_ space: Int, _ chance: inout SplitMix64) -> String {
        let here = 1000 * (space + 1) + 1 + chance.below(5)
        let otherSpace = chance.below(3)
        let there = 1000 * (otherSpace + 1) + 1 + chance.below(5)
        return "<p>word <ac:link><ri:page ri:content-title=\"Page \(here)\" /></ac:link> "
            + "<ac:link><ri:page ri:space-key=\"S\(otherSpace)\" ri:content-title=\"Page \(there)\" /></ac:link></p>"
            + "<ac:structured-macro ac:name=\"children\" />"
            + "<ac:structured-macro ac:name=\"contentbylabel\"><ac:parameter ac:name=\"labels\">label-1</ac:parameter>"
            + "</ac:structured-macro><ac:structured-macro ac:name=\"recently-updated\" />"
            + "<ac:structured-macro ac:name=\"attachments\" />"
            + "<p><ac:link><ri:user ri:account-id=\"712020:ann\" /></ac:link>"
            + "<ac:link><ri:attachment ri:filename=\"\(attachmentName)\" /></ac:link></p>"
    }

    /// - Parameter only: Who makes blog posts and comments; chance decides where it is left out.
    init(_ definition: SiteDefinition, seed: UInt64, postsBy only: String? = nil) throws {
        site = try ConfluenceSite(definition)
        let names = Self.users
        contents = try site.simulator.inTurn { world in
            try world.administer { writer in
                var chance = SplitMix64(seed: seed &+ 1)
                let everybody = Viewer(account: nil, bypasses: true)
                func author() throws -> AccountRecord {
                    let name = only ?? names[chance.below(3)]
                    guard let account = try writer.reader.account(name: name) else {
                        throw SiteActError(description: "the site has no user \(name)")
                    }
                    return account
                }
                for page in try writer.reader.contents(ContentFilter(kind: .page), visibleTo: everybody, limit: 100)
                where page.id % 2 == 0 {
                    try writer.createContent(
                        id: page.id + 300, kind: .comment, title: "", spaceID: page.spaceID, parentID: page.id,
                        body: "<p>comment</p>", author: author(), now: world.now)
                }
                for page in try writer.reader.contents(ContentFilter(kind: .page), visibleTo: everybody, limit: 100)
                where page.id % 4 == 0 {
                    _ = try writer.addComment(
                        id: page.id + 400, to: page, replyingTo: page.id + 300, isInline: false, about: nil,
                        body: "<p>reply</p>", author: author(), now: world.now)
                    _ = try writer.addComment(
                        id: page.id + 500, to: page, isInline: true, about: TextSelection(text: "word", index: 0),
                        body: "<p>inline</p>", author: author(), now: world.now)
                }
                for page in try writer.reader.contents(ContentFilter(kind: .page), visibleTo: everybody, limit: 100)
                where definition.deployment == .cloud && page.id % 2 == 0 {
                    try writer.createContent(
                        id: page.id + 700, kind: .custom, title: "Thing of \(page.id)", spaceID: page.spaceID,
                        parentID: page.id, body: "<p>thing</p>", custom: CustomType(Self.customType), author: author(),
                        now: world.now)
                }
                for page in try writer.reader.contents(ContentFilter(kind: .page), visibleTo: everybody, limit: 100)
                where page.id % 3 == 0 {
                    try writer.createProperty(
                        id: page.id + 50_000, key: Self.propertyKey, value: "{\"of\":\(page.id)}",
                        of: .content(page.id), author: author(), now: world.now)
                }
                for space in try writer.reader.spaces(visibleTo: everybody, offset: 0, limit: 10) {
                    let id = Int64(String(space.key.dropFirst())).map { 1000 * ($0 + 1) + 600 }
                    let post = try writer.createContent(
                        id: id, kind: .blogpost, title: "News of \(space.key)", spaceID: space.id, parentID: nil,
                        body: "<p>news</p>", author: author(), now: world.now)
                    try writer.createProperty(
                        id: (id ?? 0) + 50_000, key: Self.propertyKey, value: "1", of: .space(space.id),
                        author: author(), now: world.now)
                    try writer.addLabel(prefix: "team", name: "label-\(space.key)", toSpace: space.id)
                    if space.key != "S1" {
                        try writer.setRestriction(of: post.id, operation: .view, subjects: [.user("ann")])
                    }
                }
                return try writer.reader.contents(ContentFilter(), visibleTo: everybody, limit: 1000)
            }
        }
    }

    /// So many pieces of content, of every kind that the site has.
    func sample(_ count: Int, seed: UInt64) -> [ContentRecord] {
        var chance = SplitMix64(seed: seed &+ 2)
        let shuffled = contents.shuffled(using: &chance)
        let first = [ContentKind.page, .blogpost, .comment, .attachment, .custom].compactMap { kind in
            shuffled.first { $0.kind == kind }
        }
        return first + shuffled.filter { !first.contains($0) }.prefix(max(count - first.count, 0))
    }
}
