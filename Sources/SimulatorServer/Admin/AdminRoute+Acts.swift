import ConfluenceModel
import ConfluenceWire
import Documents
import Simulator
import SiteFiles

extension AdminRoute {
    static let clock: [AdminRoute] = [
        AdminRoute(.get, "/sites/{site}/clock", "Tells the site's time, and whether its clock stands still.") { call in
            ClockForm.json(try call.site())
        },
        AdminRoute(
            .post, "/sites/{site}/clock",
            """
            Turns the clock: `advance` by a time, `freeze` at a moment (or `true` for the present one), or \
            `unfreeze: true`.
            """,
            body: #"{"advance": "90 days"}"#
        ) { call in
            let site = try call.site()
            try site.perform(try call.body(ClockForm.turn))
            return ClockForm.json(site)
        },
    ]

    static let acts: [AdminRoute] = [
        AdminRoute(
            .post, "/sites/{site}/acts",
            """
            Does what the site's administrator would do: one act or a list of them, in the words of scenario steps. \
            All are read before the first is done.
            """,
            body: #"[{"revoke-token": "reader-bot-token"}, {"trash": 98311}]"#
        ) { call in
            let site = try call.site()
            let acts = try call.body { node throws(DocumentError) in try actList(node) }
            for (index, act) in acts.enumerated() {
                do {
                    try site.perform(act)
                } catch let error as SiteActError {
                    let place = acts.count > 1 ? "act \(index + 1) of \(acts.count): " : ""
                    throw AdminError(400, "\(place)\(error.description)")
                }
            }
            return ["done": .integer(Int64(acts.count))]
        }
    ]

    private static func actList(_ node: DocumentNode) throws(DocumentError) -> [SiteAct] {
        guard case .list(let elements) = node.content else { return [try SiteActReader.read(node)] }
        var acts: [SiteAct] = []
        for element in elements { acts.append(try SiteActReader.read(element)) }
        return acts
    }
}
