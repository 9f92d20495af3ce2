import ConfluenceModel
import ConfluenceWire

/// A product that is no Confluence and gives itself away by headers, cookies or its page, also where it only asks for a login.
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
        guard let name = sign?.product ?? Self.told(by: response) ?? Self.named(in: response) else { return nil }
        self.name = name
    }

    /// The product whose errors have the form of the answer.
    private static func told(by response: Response) -> String? {
        if let body = response.json, body["kind"]?.stringValue == "Status", body["apiVersion"] != nil {
            return "the API of Kubernetes"
        }
        let start = String(response.text.prefix(2000))
        return start.contains("<Error><Code>") && start.contains("<HostId>") ? "Amazon S3" : nil
    }

    /// The product that a page names in its title, or in what it tells machines of its maker.
    private static func named(in response: Response) -> String? {
        let start = String(response.text.prefix(20_000))
        guard start.contains("<"), !start.lowercased().contains("confluence") else { return nil }
        let titles = title.all(in: start) { String($0.1) }
        let makers = maker.all(in: start).map { String(start[$0]) }
        let words = (titles.prefix(1) + makers).joined(separator: " ").lowercased()
        return products.first { words.contains($0.lowercased()) }
    }

    private static let title = Pattern(/<title[^>]*>([^<]+)/.ignoresCase())
    private static let maker = Pattern(
        /<meta[^>]+(?:generator|application-name|og:site_name|name="author")[^>]*>/.ignoresCase())

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
        (.cookie("i_like_gitea"), "Gitea"), (.header("X-Influxdb-Version"), "InfluxDB"),
        (.header("kbn-name"), "Kibana"),
    ]

    /// Names that are no ordinary words; what only asks for logins, such as Keycloak, is none of them: it may stand in front.
    private static let products = [
        "Grafana", "Jenkins", "GitLab", "Gitea", "Forgejo", "Bitbucket", "Nextcloud", "ownCloud", "SonarQube",
        "Artifactory", "Nexus Repository", "Redmine", "OpenProject", "MediaWiki", "XWiki", "BookStack", "DokuWiki",
        "Wiki.js", "TeamCity", "YouTrack", "WordPress", "Drupal", "Joomla", "TYPO3", "Moodle", "Roundcube", "Zimbra",
        "Mattermost", "Rocket.Chat", "Zabbix", "Kibana", "Nagios", "Icinga", "Checkmk", "Proxmox", "Portainer",
        "Rancher", "Argo CD", "Metabase", "Superset", "Airflow", "JupyterHub", "phpMyAdmin", "pgAdmin", "Adminer",
        "RabbitMQ", "MinIO", "GLPI", "osTicket", "Zammad", "Discourse", "SharePoint", "JIRA", "Synology", "QNAP",
        "Cockpit", "Netdata", "Prometheus", "Uptime Kuma", "Home Assistant", "Odoo", "Redash", "Graylog", "Splunk",
    ]
}
