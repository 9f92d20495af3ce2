import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Testing

/// A Cloud site with every key that a site file may have, in both ways of writing.
enum CloudInBothWays {
    static let yaml = """
        name: every-key
        deployment: cloud
        host: every.atlassian.net
        context-path: /wiki
        cloud-id: 11111111-2222-4333-8444-555555555555
        settings:
          anonymous-access: true
          now: 2026-01-31T09:00:00Z
          rate-limit: {budget: 100, window: 60 s, burst: 5}
          search-lag: 30 s
          space-creators: [team]
          guard-premium: true
          api-tokens: true
          ip-allowlist: [203.0.113.0/24, "2001:db8::/32"]
          withdrawn-endpoints: everywhere
          space-roles: transition
        classification-levels:
          - {name: Public, color: green}
          - {id: c2, name: Secret, color: red-bold, description: Ours, guideline: Tell nobody, status: draft}
        answers:
          - on: cloud-v1
            request: GET /rest/api/content/{id}
            showing: expand=version
            answered: 404
            refusal: contentMissing
            status: 403
            headers: {X-A: b}
            without-headers: [Deprecation]
            body: "{}"
            set: {message: "No {id}", a: 1, b: 1.5, c: true, d: null, e: [], f: {}}
            rename: {old: new}
            drop: ["results[*].x"]
            source: a site
        faults:
          - flaky-5xx
          - name: everything
            match:
              method: [GET, PUT]
              path: "/wiki/rest/api/*"
              user: mira
              user-agent: curl
              credential: true
              from: 2
              times: 3
              every: 4
              probability: 0.5
              seed: 7
            effect: {delay: 250 ms}
          - {name: a, effect: {answer: {status: 503, headers: {Retry-After: "1", X-A: b}, body: down}}}
          - {name: b, effect: {change: {status: 418, headers: {X-A: b}}}}
          - {name: c, effect: {redirect: {status: 307, to: "https://elsewhere.example/"}}}
          - {name: d, effect: {redirect: {to: /login}}}
          - {name: e, effect: {drop: before-head}}
          - {name: f, effect: {drop: after-head}}
          - {name: g, effect: {truncate: 0.25}}
          - {name: h, effect: {halve: 0.5}}
          - {name: i, effect: {drip: {bytes: 10, pause: 1 s}}}
          - {name: j, effect: {clock-skew: -600}}
          - {name: k, effect: {certificate: wrong-host}}
          - {name: l, effect: {token: expired}}
          - {name: m, effect: {settings: {api-tokens: false}}}
        users:
          - name: mira
            display-name: Mira Okafor
            email: mira@every.example
            account-id: "712020:1"
            site-admin: true
            groups: [team, writers]
            time-zone: Pacific/Auckland
            password: mira-password
            tokens:
              - {name: plain, kind: api-token, value: ATATT3x}
              - {name: gone, kind: api-token, value: ATATT3y, state: revoked}
              - name: scoped
                kind: scoped-api-token
                value: ATATT3z
                expires: 2026-02-28T00:00:00Z
                scopes: ["read:page:confluence", "write:page:confluence"]
              - {name: oauth, kind: oauth-access-token, value: eyJ, scopes: [read:confluence-content.all]}
          - {name: bot, kind: service-account}
          - {name: app, kind: app, active: false, licensed: false}
        roles:
          - {name: Reviewer, description: Reads and comments, may: [view, create-comment]}
        spaces:
          - key: DOCS
            name: Documentation
            description: How things work
            permissions:
              - {user: mira, may: all}
              - {group: team, may: [view, create-page]}
              - {anonymous: true, may: [view]}
            roles:
              - {role: Reviewer, group: writers}
              - {role: Manager, user: bot}
            labels: [handbook, "team:support"]
            properties: {owner: {team: support, rank: 1, share: 0.5, open: true, none: null, tags: [a, b]}}
            pages:
              - id: 100
                title: Home
                body: <p>Welcome</p>
                creator: mira
                labels: [start, docs]
                properties: {editor: v2}
                comments:
                  - id: 101
                    body: <p>Why?</p>
                    author: bot
                    created: 2026-01-30T09:00:00Z
                    replies: [{body: <p>So</p>, replies: [{body: <p>Ah</p>, author: mira}]}]
                  - {body: <p>This</p>, about: Welcome, occurrence: 1, resolved: true}
                custom-content:
                  - id: 110
                    type: ac:tasks-app:task
                    title: Task
                    body: <p>Do it</p>
                    author: bot
                    created: 2026-01-30T10:00:00Z
                  - {type: "forge:app:environment:note", title: Note, raw: "{}"}
                children:
                  - title: Secret
                    viewers: [{user: mira}, {group: team}]
                    editors: [{user: mira}]
                  - {title: Draft, status: draft}
                  - {title: Shelf, kind: folder, children: [{title: Below}]}
                  - title: Files
                    attachments:
                      - {name: a.txt, media-type: text/plain, comment: A text, text: hello}
                      - {name: b.bin, base64: AAEC}
              - {title: Beside}
          - {key: "~MIRA", kind: personal, archived: true}
        """

    static let site = Site(
        .cloud, name: "every-key", host: "every.atlassian.net", contextPath: "/wiki",
        cloudID: "11111111-2222-4333-8444-555555555555"
    ) {
        Settings(
            .anonymousAccess(true), .now("2026-01-31T09:00:00Z"),
            .rateLimit(budget: 100, window: .seconds(60), burst: 5), .searchLag(.seconds(30)), .spaceCreators(["team"]),
            .guardPremium(true), .apiTokens(true),
            .ipAllowlist(["203.0.113.0/24", "2001:db8::/32"]), .withdrawnEndpoints(.everywhere),
            .spaceRoles(.transition))
        ClassificationLevel("Public", color: .green)
        ClassificationLevel(
            "Secret", id: "c2", color: .redBold, description: "Ours", guideline: "Tell nobody", status: .draft)
        Fault("flaky-5xx")
        Fault(
            "everything", .delay(.milliseconds(250)), methods: [.get, .put], path: "/wiki/rest/api/*", user: "mira",
            userAgent: "curl", credential: true, from: 2, times: 3, every: 4, probability: 0.5, seed: 7)
        Fault("a", .answer(status: 503, headers: ["Retry-After": "1", "X-A": "b"], body: "down"))
        Fault("b", .change(status: 418, headers: ["X-A": "b"]))
        Fault("c", .redirect(to: "https://elsewhere.example/", status: 307))
        Fault("d", .redirect(to: "/login"))
        Fault("e", .drop(.beforeHead))
        Fault("f", .drop(.afterHead))
        Fault("g", .truncate(0.25))
        Fault("h", .halve(0.5))
        Fault("i", .drip(bytes: 10, pause: .seconds(1)))
        Fault("j", .clockSkew(seconds: -600))
        Fault("k", .certificate(.wrongHost))
        Fault("l", .token(.expired))
        Fault("m", .settings(.apiTokens(false)))
        User(
            "mira", displayName: "Mira Okafor", email: "mira@every.example", accountID: "712020:1", siteAdmin: true,
            groups: ["team", "writers"], timeZone: "Pacific/Auckland", password: "mira-password"
        ) {
            Token("plain", kind: .apiToken, value: "ATATT3x")
            Token("gone", kind: .apiToken, value: "ATATT3y", state: .revoked)
            Token(
                "scoped", kind: .scopedAPIToken, value: "ATATT3z", expires: "2026-02-28T00:00:00Z",
                scopes: ["read:page:confluence", "write:page:confluence"])
            Token("oauth", kind: .oauthAccessToken, value: "eyJ", scopes: ["read:confluence-content.all"])
        }
        User("bot", kind: .serviceAccount)
        Answer(
            .cloudV1, .get, "/rest/api/content/{id}", answered: 404, showing: "expand=version",
            refusal: "contentMissing",
            status: 403, headers: ["X-A": "b"], withoutHeaders: ["Deprecation"], body: "{}",
            set: [
                "message": .text("No {id}"), "a": .integer(1), "b": .number(1.5), "c": .flag(true), "d": .null,
                "e": .emptyList, "f": .emptyObject,
            ],
            rename: ["old": "new"], drop: ["results[*].x"], source: "a site")
        User("app", kind: .app, active: false, licensed: false)
        Role("Reviewer", [.view, .createComment], description: "Reads and comments")
        Space("DOCS", name: "Documentation", description: "How things work") {
            Permission(.user("mira"), .all)
            Permission(.group("team"), [.view, .createPage])
            Permission(.anonymous, [.view])
            Assignment("Reviewer", to: .group("writers"))
            Assignment("Manager", to: .user("bot"))
            Label("handbook")
            Label("team:support")
            Property(
                "owner",
                ["team": "support", "rank": 1, "share": .number(0.5), "open": true, "none": .null, "tags": ["a", "b"]])
            Page("Home", id: 100, body: "<p>Welcome</p>", creator: "mira") {
                Label("start")
                Label("docs")
                Property("editor", "v2")
                PageComment("<p>Why?</p>", id: 101, by: "bot", created: "2026-01-30T09:00:00Z") {
                    Reply("<p>So</p>") { Reply("<p>Ah</p>", by: "mira") }
                }
                PageComment("<p>This</p>", about: "Welcome", occurrence: 1, resolved: true)
                CustomContent(
                    "ac:tasks-app:task", title: "Task", id: 110, body: "<p>Do it</p>", by: "bot",
                    created: "2026-01-30T10:00:00Z")
                CustomContent("forge:app:environment:note", title: "Note", raw: "{}")
                Page("Secret") {
                    Viewers(.user("mira"), .group("team"))
                    Editors(.user("mira"))
                }
                Page("Draft", status: .draft)
                Page("Shelf", kind: .folder) { Page("Below") }
                Page("Files") {
                    AttachedFile("a.txt", text: "hello", comment: "A text")
                    AttachedFile("b.bin", content: [0, 1, 2])
                }
            }
            Page("Beside")
        }
        Space("~MIRA", kind: .personal, archived: true)
    }
}
