import ConfluenceModel
import ConfluenceTesting
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis

extension Ailment {
    static let spaceAilments: [Ailment] = ConfluenceSite.Acme.allCases.flatMap { site in
        [
            Ailment(.spaceNoAccess, site, proven: false, field: "space_key") { $0.configuration.spaceKey = "TEAM" },
            Ailment(.spaceNoAccess, site, "no space at all", proven: false) { try $0.logIn(as: "ungranted") },
            Ailment(.spaceNotFound, site, "a slip of the finger", proven: false) { $0.configuration.spaceKey = "DOSC" },
            Ailment(.spaceKeyCase, site, proven: true, field: "space_key") { $0.configuration.spaceKey = "docs" },
            Ailment(.spaceNameForKey, site, proven: true, field: "space_key") {
                $0.configuration.spaceKey = "Product Documentation"
            },
            Ailment(.spaceNoWrite, site, proven: true, field: "selected_tools") {
                $0.configuration.selectedTools = ["read_page_by_id", "create_page", "delete_page"]
            },
            Ailment(.spaceNoWrite, site, "asked for by name", proven: true) { $0.options.tools = ["create_page"] },
            // Data Center gives both the same answer, and a page that somebody asks for mostly exists.
            Ailment(site == .cloud ? .pageMissing : .pageRestricted, site, "no such page", proven: false) {
                $0.options.page = .id("77777")
            },
            Ailment(.pageRestricted, site, "viewing", proven: false) { $0.options.page = .id("98320") },
            Ailment(.pageRestricted, site, "editing", proven: true) {
                try $0.logIn(as: "writer-bot")
                $0.configuration.selectedTools = ["update_page_by_id"]
                $0.options.page = .id("98321")
            },
            Ailment(.pageRestricted, site, "editing, and so deleting", proven: true) {
                try $0.logIn(as: "writer-bot")
                $0.configuration.selectedTools = ["delete_page"]
                $0.options.page = .id("98321")
            },
        ]
    }
}
