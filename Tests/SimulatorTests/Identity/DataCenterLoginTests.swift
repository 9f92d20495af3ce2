import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Simulator
import Testing

@Suite("Logins on Data Center: passwords, sessions, CAPTCHA, single sign-on")
struct DataCenterLoginTests {
    private static let me = "/rest/api/user/current"

    private func site(_ changes: SettingChange...) throws -> ConfluenceSite {
        try ConfluenceSite.acme(.dataCenter) { $0.settings = $0.settings.changed(by: changes) }
    }

    private func ask(
        _ site: ConfluenceSite, _ path: String = me, password: String? = nil, cookie: String? = nil,
        user: String = "mira"
    ) throws -> Response {
        var request = try site.request(path)
        if let password {
            request.headers["Authorization"] = BasicCredentials(user: user, password: password).headerValue
        }
        if let cookie { request.headers["Cookie"] = "JSESSIONID=\(cookie)" }
        return site.simulator.respond(to: request)
    }

    /// Fills the login form in, as a browser does.
    private func logIn(_ site: ConfluenceSite, _ fields: String) throws -> Response {
        var request = try site.request("/dologin.action", .post)
        request.headers["Content-Type"] = "application/x-www-form-urlencoded"
        request.body = Array(fields.utf8)
        return site.simulator.respond(to: request)
    }

    private func session(_ response: Response) throws -> String {
        let cookie = try #require(response.headers["Set-Cookie"])
        return String(cookie.dropFirst("JSESSIONID=".count).prefix { $0 != ";" })
    }

    @Test("a user's name is known in capitals as well, to passwords and to the CAPTCHA")
    func nameInCapitals() throws {
        let site = try site()
        for name in ["MIRA", "Mira", "mira"] {
            let answer = try ask(site, password: "mira-password-1", user: name)
            #expect(answer.status == 200 && answer.text.contains("\"mira\""), "\(name): \(answer.text)")
        }
        #expect(try ask(site, password: "wrong", user: "MIRA").status == 401)
        let opened = try logIn(site, "os_username=Mira&os_password=mira-password-1")
        #expect(try ask(site, cookie: session(opened)).status == 200)
    }

    @Test("the form opens a session, which lasts while it is used")
    func sessions() throws {
        let site = try site()
        let answer = try logIn(site, "os_username=mira&os_password=mira-password-1&os_destination=%2Fdisplay%2FDOCS")
        #expect(answer.status == 302)
        #expect(answer.headers["Location"] == "http://confluence.acme.example/confluence/display/DOCS")
        let session = try session(answer)
        for _ in 0..<3 {
            try site.perform(.advanceClock(seconds: 3000))
            #expect(try ask(site, cookie: session).text.contains("Mira Okafor"))
        }
        try site.perform(.advanceClock(seconds: 3600))
        #expect(try ask(site, cookie: session).status == 403)
    }

    @Test("logging out, or being deactivated, ends a session")
    func endings() throws {
        let site = try site()
        let first = try session(logIn(site, "os_username=mira&os_password=mira-password-1"))
        let second = try session(logIn(site, "os_username=mira&os_password=mira-password-1"))
        #expect(first != second)
        #expect(try ask(site, "/logout.action", cookie: first).status == 302)
        #expect(try ask(site, cookie: first).status == 403)
        #expect(try ask(site, cookie: second).status == 200)
        try site.perform(.setActive(user: "mira", isActive: false))
        #expect(try ask(site, cookie: second).status == 403)
    }

    @Test("a form sent from another page is refused where the session alone speaks for it")
    func crossSite() throws {
        let site = try site()
        let session = try session(logIn(site, "os_username=mira&os_password=mira-password-1"))
        var request = try site.request("/rest/api/content/98311/label", .post)
        request.headers["Cookie"] = "JSESSIONID=\(session)"
        request.headers["Content-Type"] = "text/plain"
        request.body = Array(#"[{"name":"x"}]"#.utf8)
        #expect(site.simulator.respond(to: request).status == 403)
        #expect(site.journal.last?.decision.contains("X-Atlassian-Token") == true)
        request.headers["X-Atlassian-Token"] = "no-check"
        // Past that check; labels are taken as JSON alone, which no form is.
        #expect(site.simulator.respond(to: request).status == 415)
        request.headers["X-Atlassian-Token"] = nil
        request.headers["Content-Type"] = "application/json"
        #expect(site.simulator.respond(to: request).status == 200)
    }

    @Test("a CAPTCHA hides the right password until somebody solves it in a browser")
    func captcha() throws {
        let site = try site(.captchaThreshold(3))
        #expect(try ask(site, password: "wrong").headers["X-Seraph-LoginReason"] == "AUTHENTICATED_FAILED")
        #expect(
            try logIn(site, "os_username=mira&os_password=wrong").headers["X-Seraph-LoginReason"]
                == "AUTHENTICATED_FAILED")
        #expect(try ask(site, password: "wrong").status == 401)
        let hidden = try ask(site, password: "mira-password-1")
        #expect(hidden.status == 401)
        #expect(hidden.headers["X-Seraph-LoginReason"] == "AUTHENTICATION_DENIED")
        #expect(try site.ask(Self.me, as: "mira").status == 200, "a token goes on")
        let form = try logIn(site, "os_username=mira&os_password=mira-password-1")
        #expect(form.status == 200 && form.text.contains("captchaResponse"))
        #expect(try logIn(site, "os_username=mira&os_password=mira-password-1&captchaResponse=xkcd").status == 302)
        #expect(try ask(site, password: "mira-password-1").status == 200)
    }

    @Test("Basic off: every password is refused with the reason, tokens go on")
    func basicOff() throws {
        let site = try site(.basicAuthentication(false))
        let refused = try ask(site, password: "mira-password-1")
        #expect(refused.status == 403)
        #expect(refused.text == #"{"message":"Basic Authentication has been disabled on this instance."}"#)
        #expect(try site.ask(Self.me, as: "mira").status == 200)
    }

    @Test("single sign-on sends browsers to the identity provider with the way back; tokens go on")
    func singleSignOn() throws {
        let site = try site(.singleSignOn(true))
        #expect(try ask(site, password: "mira-password-1").status == 403)
        for path in ["/login.action", "/display/DOCS"] {
            let page = try ask(site, path)
            #expect(page.status == 302)
            #expect(page.headers["Location"]?.contains("RelayState=%2Fconfluence") == true)
        }
        #expect(
            try logIn(site, "os_username=mira&os_password=mira-password-1").headers["Location"]?.contains("SAMLRequest")
                == true)
        #expect(try site.ask(Self.me, as: "mira").status == 200)
    }

    @Test("a directory that can't be reached fails logins without counting them")
    func directoryOutage() throws {
        let site = try site(.directoryDown(true), .captchaThreshold(1))
        #expect(try ask(site, password: "mira-password-1").headers["X-Seraph-LoginReason"] == "AUTHENTICATED_FAILED")
        #expect(try logIn(site, "os_username=mira&os_password=mira-password-1").status == 200)
        try site.perform(.change([.directoryDown(false)]))
        #expect(try ask(site, password: "mira-password-1").status == 200)
    }

    @Test("with personal access tokens off, a token is nobody's")
    func tokensOff() throws {
        let site = try site(.personalAccessTokens(false), .anonymousAccess(true))
        let answer = try site.ask(Self.me, as: "mira")
        #expect(answer.status == 200 && answer.text.contains("anonymous"))
        #expect(answer.headers["X-AUSERNAME"] == "anonymous")
        #expect(site.journal.last?.decision.contains("personal access tokens are off") == true)
    }
}
