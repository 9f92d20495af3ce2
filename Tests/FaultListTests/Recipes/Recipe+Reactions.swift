import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire

/// What is refused about watches.
extension Recipe {
    static func reactions(_ site: ConfluenceSite.Acme) -> [Recipe] {
        [
            Recipe(site: site, row: "watchDenied") { simulated in
                let mira = try simulated.user("mira")
                let name =
                    site == .cloud
                    ? QueryItem("accountId", mira.accountID) : QueryItem("username", mira.name)
                return try simulated.request(
                    "/rest/api/user/watch/content/98311", .post, query: [name], as: "reader-bot")
            }
        ]
    }
}
