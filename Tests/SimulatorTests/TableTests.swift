import ConfluenceModel
import ConfluenceWire
import Testing

@testable import Simulator

@Suite("The tables of the dialects")
struct TableTests {
    static let dialects: [Dialect] = [.cloud, .dataCenter(ProductVersion(9, 2, 0))]
    static let names = dialects.map(\.name)

    @Test("every refusal that a stage can make has a row", arguments: dialects.indices)
    func refusals(index: Int) {
        let dialect = Self.dialects[index]
        // Each deployment refuses a login in its own way and never makes the other's refusals.
        let foreign: Set<Refusal.Kind> =
            dialect.authorisation.superUsers != nil
            ? [
                .unreadableCredential, .foreignToken, .credentialRejected, .tokenNotTaken, .scopedTokenAtSite, .gone,
                .addressRefused, .cloudIDUnknown, .gatewayUnauthorized, .accessTokenExpired,
                .scopeMissing, .gatewayRateLimited,
                .rightsQuestionDenied, .roleMissing, .rolesOnly, .ticketRejected, .themeMissing, .themeUnknown,
                .themeNeeded,
                .archiveFailed, .relationMissing, .relationsUnsearchable, .conversionMissing, .stateMissing,
                .entitlementMissing, .classificationMissing, .optionsUntold,
            ]
            : [
                .loginFailed, .captchaDue, .basicDisabled, .seatLapsed, .readOnly, .licenceExpired, .tokenMissing,
                .tokenLimitReached, .spaceTaken, .userTaken, .passwordWrong, .webhookMissing,
                .permissionsGuarded,
            ]
        let known = Set(dialect.refusals.rows.map(\.kind))
        #expect(Set(Refusal.Kind.allCases).subtracting(known) == foreign)
    }

    @Test("every row of an error says where it is known from", arguments: dialects.indices)
    func sources(index: Int) {
        for row in Self.dialects[index].refusals.rows {
            #expect(!row.source.isEmpty, "\(row.kind)")
            #expect((300...599).contains(row.status), "\(row.kind)")
        }
    }

    @Test("no route hides another one", arguments: dialects.indices)
    func routes(index: Int) {
        var seen: Set<String> = []
        for route in Self.dialects[index].routes.all {
            let key = "\(route.method) \(route.zone) \(route.template.text)"
            #expect(seen.insert(key).inserted, "\(key) stands twice")
        }
    }

    @Test(
        "a wording names its values",
        arguments: [
            ("No space with key : {key}", "No space with key : AT"),
            ("ContentId{id={id}}", "ContentId{id=7}"),
            ("{unknown} stays", "{unknown} stays"),
            ("a { alone", "a { alone"),
        ])
    func filling(template: String, text: String) {
        #expect(RefusalWriter.fill(template, [.key: "AT", .id: "7"]) == text)
    }

    @Test("a form's files come out as they went in, line breaks and all")
    func multipart() throws {
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.bin\"\r\n\r\n\r\n--\r\n\r\n--b--\r\n"
        let request = Request(
            .post, WebAddress(host: "h"), headers: ["Content-Type": "multipart/form-data; boundary=\"b\""],
            body: Array(body.utf8))
        let part = try #require(Multipart(request)?.parts.first)
        #expect(part.fileName == "x.bin")
        #expect(part.text == "\r\n--\r\n")
    }
}
