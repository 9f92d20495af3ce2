import ConfluenceModel
import ConfluenceWire
import Simulator

extension AdminRoute {
    static let overview: [AdminRoute] = [
        AdminRoute(
            .get, "/",
            "Lists the sites, the stages of a request, the operations on a page, and all routes; browsers get the console."
        ) { call in
            [
                "sites": .array(call.desk.simulators.map { .string($0.definition.name) }),
                "stages": .array(JournalEntry.Stage.allCases.map { .string($0.rawValue) }),
                "operations": .array(ContentOperation.allCases.map { .string($0.rawValue) }),
                "routes": .array(
                    AdminRoute.all.map { route in
                        [
                            "method": .string(route.method.rawValue),
                            "path": .string(AdminDesk.root + route.path),
                            "summary": .string(route.summary),
                        ]
                    }),
            ]
        },
        AdminRoute(.get, "/sites", "Lists the sites that are served.") { call in
            ["sites": .array(call.desk.simulators.map(SiteForm.json))]
        },
        AdminRoute(.get, "/sites/{site}", "Tells what a site is and how it stands.") { call in
            SiteForm.json(try call.site())
        },
        AdminRoute(
            .get, "/coverage",
            "Tells of every endpoint and dialect whether it is simulated, with the source of each answer."
        ) { _ in
            ["endpoints": .array(Coverage.rows.map(\.json))]
        },
    ]
}
