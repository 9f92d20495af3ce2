import ConfluenceWire

/// A product that is no Confluence and gives itself away by its headers and cookies, also where it only asks for a login.
struct OtherProduct {
    let name: String

    init?(_ response: Response) {
        let cookies = response.headers.filter { $0.name.equalsIgnoringCase("Set-Cookie") }.map(\.value)
        let sign = Self.signs.first { sign in
            switch sign.mark {
            case .header(let name): response.headers[name] != nil
            case .cookie(let name): cookies.contains { $0.hasPrefix(name) }
            }
        }
        guard let sign else { return nil }
        name = sign.product
    }

    private enum Mark {
        case header(String)
        /// The beginning of a cookie's name.
        case cookie(String)
    }

    private static let signs: [(mark: Mark, product: String)] = [
        (.header("MicrosoftSharePointTeamServices"), "SharePoint"), (.header("SPRequestGuid"), "SharePoint"),
        (.header("X-Gitlab-Meta"), "GitLab"), (.cookie("_gitlab_session"), "GitLab"),
        (.cookie("_redmine_session"), "Redmine"), (.cookie("_openproject_session"), "OpenProject"),
        (.header("X-Jenkins"), "Jenkins"), (.header("X-Discourse-Route"), "Discourse"),
        (.cookie("_forum_session"), "Discourse"), (.header("X-Drupal-Cache"), "Drupal"),
        (.cookie("wordpress_"), "WordPress"), (.cookie("MoodleSession"), "Moodle"),
        (.cookie("bookstack_session"), "BookStack"), (.cookie("grafana_session"), "Grafana"),
        (.cookie("DokuWiki"), "DokuWiki"), (.cookie("oc_sessionPassphrase"), "Nextcloud"),
        (.cookie("BITBUCKETSESSIONID"), "Bitbucket"), (.header("X-Artifactory-Id"), "Artifactory"),
        (.header("X-Owncloud-Version"), "ownCloud"), (.header("X-MediaWiki-API-Error"), "MediaWiki"),
    ]
}
