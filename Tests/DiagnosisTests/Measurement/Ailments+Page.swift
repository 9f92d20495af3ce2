import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis

extension Ailment {
    /// What has become of a page that is there.
    static let pageAilments: [Ailment] =
        ([
            everywhere(.pageTrashed, entries: [.page], prepare: SiteChange { site in add(.trashed, to: &site) }) {
                $0.options.page = .id("98399")
            },
            everywhere(.pageArchived, entries: [.page], prepare: SiteChange { site in add(.archived, to: &site) }) {
                $0.options.page = .id("98399")
            },
            everywhere(.pageDraft, entries: [.page], prepare: SiteChange { site in add(.draft, to: &site) }) {
                $0.options.page = .id("98399")
            },
            everywhere(.pageOtherSpace, field: "space_key", entries: [.page]) { $0.options.page = .id("163841") },
        ] as [[Ailment]]).flatMap { $0 }

    static func add(_ status: ContentStatus, to site: inout SiteDefinition) {
        let page = PageDefinition(
            id: 98399, title: "Old plan", body: "<p>Old</p>", status: status, creator: "reader-bot")
        for index in site.spaces.indices where site.spaces[index].key == "DOCS" {
            site.spaces[index].pages[0].children.append(page)
        }
    }

    /// What is wrong around a site and an account that are fine.
    static let toolkitAilments: [Ailment] =
        ([
            everywhere(.toolNotSelected, field: "selected_tools", entries: [.tool]) {
                $0.options.tools = ["search_pages"]
            },
            everywhere(.indexNotConfigured, field: "selected_tools") {
                $0.configuration.selectedTools = ["index_data", "search_index", "read_page_by_id"]
            },
            everywhere(.indexNotConfigured, "no embedding model") {
                $0.configuration.selectedTools = ["index_data"]
                $0.configuration.hasVectorStore = true
            },
            [
                Ailment(.customHeaders, .dataCenter, proven: true, field: "custom_headers") {
                    $0.configuration.customHeaders = [
                        .init(name: "Authorization", value: Secret("Bearer an-old-token-x"))
                    ]
                }
            ],
            [
                Ailment(
                    .customHeaders, .dataCenter, "another host", proven: true, field: "custom_headers",
                    through: .init { send in
                        { request in
                            guard request.headers["Host"] == nil else { return Response(status: 404) }
                            return try await send(request)
                        }
                    }
                ) { $0.configuration.customHeaders = [.init(name: "Host", value: Secret("intranet.acme.example"))] },
                Ailment(
                    .customHeaders, .dataCenter, "a session that is over", proven: true, field: "custom_headers",
                    through: .init { send in
                        { request in
                            var request = request
                            // Such a filter looks at the session and at nothing else.
                            if request.headers["Cookie"] != nil { request.headers["Authorization"] = nil }
                            return try await send(request)
                        }
                    }
                ) {
                    $0.configuration.customHeaders = [.init(name: "Cookie", value: Secret("JSESSIONID=0123456789AB"))]
                },
            ],
            everywhere(.spaceKeyCharacters, "wide letters", field: "space_key") {
                $0.configuration.spaceKey = "ＤＯＣＳ"
            },
            everywhere(.spaceArchived, field: "space_key") {
                $0.configuration.spaceKey = "OLD"
                $0.configuration.selectedTools = ["read_page_by_id", "search_pages"]
            },
            everywhere(.spaceKeyCharacters, "an address", field: "space_key") {
                $0.configuration.spaceKey = "\($0.site.url)/spaces/DOCS/overview"
            },
            everywhere(.spaceKeyCharacters, "key and name") {
                $0.configuration.spaceKey = "DOCS - Product Documentation"
            },
            everywhere(.spaceKeyCharacters, "two keys") { $0.configuration.spaceKey = "DOCS, TEAM" },
            everywhere(.spaceKeyCharacters, "brackets") { $0.configuration.spaceKey = "[DOCS]" },
            everywhere(
                .personalSpaceKey, field: "space_key",
                prepare: SiteChange { site in
                    site.spaces.append(
                        SpaceDefinition(
                            key: "~mira", name: "Mira's space", kind: .personal,
                            permissions: [
                                SpaceGrant(.user("reader-bot"), [.view]), SpaceGrant(.user("mira"), [.view]),
                            ],
                            pages: [PageDefinition(title: "Mira's home", creator: "mira")]))
                }
            ) { $0.configuration.spaceKey = "mira" },
        ] as [[Ailment]]).flatMap { $0 }
}
