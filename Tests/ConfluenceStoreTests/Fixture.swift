import ConfluenceModel
import ConfluenceStore
import Foundation

/// A small invented site: two open spaces, one for a group, one archived.
enum Fixture {
    static let now = Date(timeIntervalSince1970: 1_790_000_000)

    static let definition = SiteDefinition(
        name: "harbour", deployment: .cloud, host: "harbour.atlassian.net", contextPath: "/wiki",
        users: [
            user(1, "ada", groups: ["authors", "crew"]),
            user(2, "ben", groups: ["crew"]),
            user(3, "cleo", groups: []),
        ],
        spaces: [
            SpaceDefinition(
                key: "PORT", name: "Port Manual", description: "How the port works",
                permissions: [
                    SpaceGrant(.group("crew"), [.view, .createComment]),
                    SpaceGrant(.user("ada"), [.createPage, .administer]),
                ],
                pages: [
                    PageDefinition(
                        id: 1000, title: "Port home", body: "<p>Welcome to the port</p>",
                        children: [
                            PageDefinition(
                                id: 1001, title: "Mooring guide", body: "<p>Deploy the fenders before mooring</p>",
                                labels: ["guide", "safety"],
                                attachments: [
                                    AttachmentDefinition(
                                        name: "chart.txt", mediaType: "text/plain",
                                        content: Array("depth soundings".utf8), comment: "first chart")
                                ],
                                children: [
                                    PageDefinition(
                                        id: 1002, title: "Night mooring", body: "<p>Use the lamps</p>",
                                        children: [
                                            PageDefinition(title: "Lamp list", body: "<p>Every lamp we own</p>")
                                        ])
                                ]),
                            PageDefinition(
                                id: 1010, title: "Payroll", body: "<p>Secret wages of the crew</p>",
                                viewers: [.user("ada")],
                                children: [
                                    PageDefinition(
                                        id: 1011, title: "Payroll archive", body: "<p>Old wages</p>",
                                        children: [PageDefinition(id: 1012, title: "Wages of 1999")])
                                ]),
                            PageDefinition(
                                id: 1020, title: "Change log", body: "<p>Deployments by date</p>",
                                editors: [.user("ada")],
                                children: [PageDefinition(id: 1021, title: "Change log of May")]),
                        ])
                ]),
            SpaceDefinition(
                key: "OPEN", name: "Open Quay", permissions: [SpaceGrant(.anonymous, [.view])],
                pages: [PageDefinition(id: 2000, title: "Quay home", body: "<p>Everyone is welcome</p>")]),
            SpaceDefinition(
                key: "DOCK", name: "Dry Dock", permissions: [SpaceGrant(.group("authors"), [.view])],
                pages: [PageDefinition(id: 3000, title: "Dock home", body: "<p>Authors are welcome</p>")]),
            SpaceDefinition(
                key: "OLD", name: "Old Harbour", isArchived: true, permissions: [SpaceGrant(.group("crew"), [.view])],
                pages: [PageDefinition(id: 4000, title: "Old home", body: "<p>Welcome to the past</p>")]),
        ])

    static func store() throws -> ContentStore {
        try ContentStore(definition, now: now)
    }

    private static func user(_ number: Int, _ name: String, groups: [String]) -> UserDefinition {
        UserDefinition(
            name: name, displayName: name.capitalized, email: "\(name)@harbour.example", accountID: "712020:\(number)",
            userKey: "key\(number)", groups: groups, password: "\(name)-password",
            tokens: [TokenDefinition(name: "\(name)-token", kind: .apiToken, value: "\(name)-value")])
    }
}

extension ContentStore {
    /// The viewer for a user's name; `nil` is nobody.
    func viewer(_ name: String?) throws -> Viewer {
        guard let name else { return .anonymous }
        return Viewer(account: try read { try $0.account(name: name) })
    }
}
