import ConfluenceModel
import ConfluenceTesting
import Testing

/// A Data Center site with every setting that it alone has, in both ways of writing.
enum DataCenterInBothWays {
    static let yaml = """
        name: self-managed
        deployment: data-center
        version: 8.5.4
        host: wiki.every.example
        context-path: /confluence
        settings:
          captcha-threshold: 3
          basic-authentication: false
          personal-access-tokens: false
          token-limits: {per-user: 3, longest-days: 30, endless: false}
          single-sign-on: true
          directory-down: true
          licence: expired
          seat-idle: 8 h
          read-only: true
        users:
          - name: mira
            user-key: 8a7f71a3c2f950be540c6ecf4577d498
            password: mira-password
            tokens:
              - {name: pat, kind: personal-access-token, value: NDU3}
        spaces:
          - key: DOCS
            permissions: [{user: mira, may: []}]
            templates: [{name: Note, description: A note, body: <p>n</p>, labels: [note]}]
        templates:
          - name: Everywhere
        size:
          spaces: 2
          pages: 30
          depth: 3
          attachments: 4
          comments: 5
          labels: 6
          users: 7
          groups: 2
          restrictions: 1
          seed: 9
        """

    static let site = Site(
        .dataCenter("8.5.4"), name: "self-managed", host: "wiki.every.example", contextPath: "/confluence"
    ) {
        Settings(
            .captchaThreshold(3), .basicAuthentication(false), .personalAccessTokens(false),
            .tokenLimits(perUser: 3, longestDays: 30, endless: false), .singleSignOn(true),
            .directoryDown(true), .licence(.expired), .seatIdle(.seconds(8 * 3600)), .readOnly(true))
        User("mira", userKey: "8a7f71a3c2f950be540c6ecf4577d498", password: "mira-password") {
            Token("pat", kind: .personalAccessToken, value: "NDU3")
        }
        Space("DOCS") {
            Permission(.user("mira"), [])
            Template("Note", description: "A note", body: "<p>n</p>", labels: ["note"])
        }
        Template("Everywhere")
        Size(
            pages: 30, spaces: 2, depth: 3, attachments: 4, comments: 5, labels: 6, users: 7, groups: 2,
            restrictions: 1, seed: 9)
    }
}
