import ConfluenceModel
import ConfluenceStore
import ConfluenceTesting
import ConfluenceWire
import Testing

@testable import Simulator

/// Asks everything that says what somebody may do, then does it, on sites made at random.
@Suite("What is said about rights is what happens")
struct AgreementTests {
    /// Whom a user's requests are answered as: a deactivated account's may be a visitor's.
    private static func requester(_ user: String?, on site: ConfluenceSite) -> String?? {
        guard user == "gone" else { return .some(user) }
        let goesOn = site.definition.deployment != .cloud || site.definition.settings.anonymousAccess
        return goesOn && PlatformException.deactivatedGoesOnAsVisitor ? .some(nil) : .none
    }

    @Test(
        "operations on content: verdict, lists, permission checks and the deed itself agree",
        arguments: 1...2 as ClosedRange<UInt64>, RandomSite.deployments)
    func content(seed: UInt64, kind: DeploymentKind) throws {
        let random = try RandomSite(RandomSite.definition(kind, seed: seed), seed: seed)
        let site = random.site
        try site.simulator.keepSnapshot("start")
        var granted = 0, refused = 0
        for content in random.sample(8, seed: seed) {
            for user in RandomSite.users.map(Optional.some) + [nil] {
                let said = try Said(about: content, user, on: site)
                for operation in ContentOperation.allCases where operation.exists(for: content.kind) {
                    let comment: Comment =
                        "seed \(seed), \(kind): \(user ?? "a visitor") and \(operation) on \(content.kind) \(content.id)"
                    let verdict = try site.simulator.contents.verdict(on: operation, of: user, content: content.id)
                    if user == "gone" { #expect(!verdict.isGranted, comment) }
                    let expected = try said.requester.map {
                        try site.simulator.contents.verdict(on: operation, of: $0, content: content.id).isGranted
                    }
                    said.check(operation, expected ?? false, comment)
                    if PlatformException.onlyWithVerdict.contains(operation.rawValue) { continue }
                    guard let answer = try site.attempt(operation, on: content, as: user) else {
                        #expect(PlatformException.withoutEndpoint.contains(operation.rawValue), comment)
                        continue
                    }
                    #expect((200...299).contains(answer.status) == (expected ?? false), comment)
                    if expected == true { granted += 1 } else { refused += 1 }
                    if operation != .read, answer.status < 300 { try site.simulator.restoreSnapshot("start") }
                }
            }
        }
        #expect(granted > 20 && refused > 20, "seed \(seed): \(granted) granted, \(refused) refused")
    }

    /// What the lists of operations and the permission checks say of one user and piece of content.
    private struct Said {
        var requester: String??
        var isCloud: Bool
        var kind: ContentKind
        var lists: [Set<OperationName>] = []
        var checks: [ContentOperation: [Bool]] = [:]

        init(about content: ContentRecord, _ user: String?, on site: ConfluenceSite) throws {
            requester = AgreementTests.requester(user, on: site)
            isCloud = site.definition.deployment == .cloud
            kind = content.kind
            let expanded = try site.ask(
                "/rest/api/content/\(content.id)", query: [QueryItem("expand", "operations")], as: user)
            lists.append(Self.names(in: expanded))
            guard isCloud else { return }
            let collection = [
                ContentKind.page: "pages", .blogpost: "blogposts", .comment: "footer-comments",
                .attachment: "attachments", .custom: "custom-content",
            ][kind]
            let footer = try site.ask("/api/v2/\(collection ?? "")/\(content.id)/operations", as: user)
            // A comment is to be found in one of the two collections alone.
            let inline = try site.ask("/api/v2/inline-comments/\(content.id)/operations", as: user)
            #expect(footer.status == 404 || inline.status == 404)
            lists.append(Self.names(in: footer).union(Self.names(in: inline)))
            for operation in [ContentOperation.read, .update, .delete] {
                checks[operation] = try Self.checks(operation, content, user, on: site)
            }
        }

        private static func names(in response: Response) -> Set<OperationName> {
            let entries = (try? JSONReader.read(response.body))?["operations"]?.arrayValue ?? []
            return Set(
                entries.map {
                    OperationName(key: $0["operation"]?.stringValue ?? "", target: $0["targetType"]?.stringValue ?? "")
                })
        }

        /// Asked by the user about oneself, where that is let in, and by the site's administrator.
        private static func checks(
            _ operation: ContentOperation, _ content: ContentRecord, _ user: String?, on site: ConfluenceSite
        ) throws -> [Bool] {
            guard user != "gone" else { return [] }
            let identifier = try user.map { try site.user($0).accountID } ?? "anonymous"
            let body: JSON = [
                "subject": ["type": "user", "identifier": .string(identifier)],
                "operation": .string(operation.rawValue),
            ]
            return try [user, "admin"].compactMap { asker in
                let answer = try site.ask(
                    "/rest/api/content/\(content.id)/permission/check", .post, as: asker, body: body)
                guard answer.status == 200 else {
                    // Those who may not use Confluence at all may not ask either.
                    #expect(answer.status == 403 && asker != "admin")
                    return nil
                }
                let json = try JSONReader.read(answer.body)
                let has = json["hasPermission"]?.boolValue ?? false
                #expect(json["errors"]?.arrayValue?.isEmpty == has)
                return has
            }
        }

        func check(_ operation: ContentOperation, _ isGranted: Bool, _ comment: Comment) {
            let rights = isCloud ? RightsVocabulary.cloud : .dataCenter
            if let name = rights.names([operation], on: kind).first {
                for list in lists { #expect(list.contains(name) == isGranted, comment) }
            } else {
                let isUnlisted =
                    PlatformException.unlisted.contains(operation.rawValue)
                    || (!isCloud && !PlatformException.dataCenterLists.contains(operation.rawValue))
                #expect(isUnlisted, comment)
            }
            for check in checks[operation] ?? [] { #expect(check == isGranted, comment) }
        }
    }

    @Test(
        "purging goes by the verdict on what lies in the trash", arguments: 1...2 as ClosedRange<UInt64>,
        RandomSite.deployments)
    func purging(seed: UInt64, kind: DeploymentKind) throws {
        let random = try RandomSite(RandomSite.definition(kind, seed: seed), seed: seed)
        let site = random.site
        for content in random.contents where content.kind == .page { try site.perform(.trash(page: content.id)) }
        try site.simulator.keepSnapshot("start")
        for content in random.sample(30, seed: seed) where content.kind == .page {
            for user in ["ann", "ben", "cy", "admin", "super", nil] as [String?] {
                let verdict = try site.simulator.contents.verdict(on: .purge, of: user, content: content.id)
                let answer = try #require(try site.attempt(.purge, on: content, as: user))
                #expect((answer.status == 204) == verdict.isGranted, "seed \(seed), \(user ?? "-"), \(content.id)")
                if verdict.isGranted { try site.simulator.restoreSnapshot("start") }
            }
        }
    }

    @Test(
        "operations in a space: verdict, lists and the deed itself agree",
        arguments: 1...2 as ClosedRange<UInt64>, RandomSite.deployments)
    func spaces(seed: UInt64, kind: DeploymentKind) throws {
        let random = try RandomSite(RandomSite.definition(kind, seed: seed), seed: seed)
        let site = random.site
        let rights = kind == .cloud ? RightsVocabulary.cloud : .dataCenter
        let spaces = try site.simulator.inTurn { world in
            try world.read {
                try $0.spaces(visibleTo: Viewer(account: nil, bypasses: true), offset: 0, limit: 10)
            }
        }
        try site.simulator.keepSnapshot("start")
        for space in spaces {
            let matrix = try site.simulator.contents.permissionMatrix(space: space.key)
            for user in RandomSite.users.map(Optional.some) + [nil] {
                let requester = Self.requester(user, on: site)
                var lists = [
                    try site.ask("/rest/api/space/\(space.key)", query: [QueryItem("expand", "operations")], as: user)
                ]
                if kind == .cloud { lists.append(try site.ask("/api/v2/spaces/\(space.id)/operations", as: user)) }
                let row = try #require(matrix.rows.first { $0.user == user })
                for operation in SpaceOperation.allCases {
                    let comment: Comment =
                        "seed \(seed), \(kind): \(user ?? "a visitor") and \(operation) in \(space.key)"
                    let isGranted =
                        try requester.map {
                            try site.simulator.contents.verdict(on: operation, of: $0, space: space.key).isGranted
                        } ?? false
                    if let name = rights.names([operation]).first {
                        for list in lists {
                            let entries = (try? JSONReader.read(list.body))?["operations"]?.arrayValue ?? []
                            let isListed = entries.contains {
                                $0["operation"]?.stringValue == name.key && $0["targetType"]?.stringValue == name.target
                            }
                            #expect(isListed == isGranted, comment)
                        }
                    }
                    if isGranted, user != "gone" {
                        #expect(row.barrier == nil && row.rights[operation]?.isEmpty == false, comment)
                    }
                    guard let answer = try site.attempt(operation, in: space, as: user) else { continue }
                    #expect((200...299).contains(answer.status) == isGranted, comment)
                    if operation != .view, answer.status < 300 { try site.simulator.restoreSnapshot("start") }
                }
            }
        }
    }
}
