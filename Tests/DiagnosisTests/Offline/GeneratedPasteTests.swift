import ConfluenceModel
import ConfluenceWire
import Diagnosis
import Simulator
import Testing

/// Every answer that the simulator knows how to give, as three clients would have printed it.
@Suite("Answers are recognised in the words of clients")
struct GeneratedPasteTests {
    @Test("the right cause is named, and never another with confidence", arguments: Wrapping.allCases)
    func answers(wrapping: Wrapping) {
        var count = 0
        var first = 0
        var firstThree = 0
        var misses: [String] = []
        for row in AnswerRow.all {
            guard let expected = Self.causes[String(row.id.prefix { $0 != "/" })] else { continue }
            let report = PasteDoctor().explain(Paste(wrapping.text(row)))
            let names = report.causes.map(\.id)
            count += 1
            if names.first.map(expected.contains) ?? false {
                first += 1
            } else {
                let found = report.causes.prefix(3).map { "\($0.id) \($0.confidence)" }
                misses.append("\(row.deployment.rawValue) \(row.id) \(row.status): \(found)")
                #expect((report.causes.first?.confidence ?? 0) < 0.8, "\(row.id): \(found)\n\(wrapping.text(row))")
            }
            if names.prefix(3).contains(where: expected.contains) { firstThree += 1 }
        }
        #expect(count > 40)
        #expect(Double(first) >= 0.9 * Double(count), "\(first) of \(count)\n\(misses.joined(separator: "\n"))")
        #expect(
            Double(firstThree) >= 0.96 * Double(count), "\(firstThree) of \(count)\n\(misses.joined(separator: "\n"))")
    }

    enum Wrapping: String, CaseIterable {
        case curl
        case python
        case go

        func text(_ row: AnswerRow) -> String {
            // The table leaves to the site what its parser says.
            let body =
                row.id.hasPrefix("storageMalformed")
                ? row.body.replacing(
                    "{text}",
                    with: "Error parsing xhtml: Unexpected close tag </p>; expected </b>. at [row,col]: [1,32]")
                : row.body
            let host =
                row.deployment == .cloud ? "https://meadow.atlassian.net/wiki" : "https://confluence.meadow.example"
            let path =
                row.id.contains("/v2")
                ? "/api/v2/pages/55" : row.id.hasPrefix("cql") ? "/rest/api/search?cql=x" : "/rest/api/content/55"
            switch self {
            case .curl:
                let headers = row.headers.map { "< \($0.name): \($0.value)" }.joined(separator: "\n")
                return
                    "> GET \(path) HTTP/1.1\n> Host: \(host.dropFirst(8))\n< HTTP/1.1 \(row.status)\n\(headers)\n\n\(body)\n"
            case .python:
                return
                    "requests.exceptions.HTTPError: \(row.status) Client Error: for url: \(host)\(path)\nresponse body: \(body)"
            case .go:
                return
                    "FATAL Confluence API returned unexpected status: \(row.status), output: \(JSON.string(body).compactText) url=\(host)\(path)"
            }
        }
    }

    private static let strangers: [CauseID] = [
        .tokenRevoked, .tokenExpired, .wrongUser, .passwordOnCloud, .noProductAccess, .wrongScheme, .anonymous,
        .secretMissing,
    ]

    private static let causes: [String: [CauseID]] = [
        "outsideContext": [.basePath], "foreignToken": [.wrongScheme], "credentialRejected": strangers,
        "loginFailed": strangers,
        "captchaDue": [.captcha],
        "anonymous": strangers + [.spaceNoAccess, .pageMissing, .pageRestricted, .loginInFront, .basePath],
        "unlicensed": strangers, "gone": [.endpointRemoved],
        "scopedTokenAtSite": [.scopedTokenOnSite, .wrongScheme, .tokenRevoked], "addressRefused": [.ipAllowlist],
        "scopeMissing": [.scopeMissing], "basicDisabled": [.wrongScheme, .singleSignOn], "readOnly": [.readOnly],
        "rateLimited": [.rateLimited], "gatewayRateLimited": [.rateLimited],
        "contentMissing": [.pageMissing, .pageRestricted, .tokenRevoked],
        "spaceMissing": [.spaceNotFound, .spaceNoAccess, .tokenRevoked],
        "createDenied": [.spaceNoWrite, .tokenRevoked, .pageMissing],
        "editDenied": [.pageRestricted, .spaceNoWrite, .pageMissing, .tokenRevoked],
        "deleteDenied": [.spaceNoWrite, .pageRestricted, .pageMissing, .tokenRevoked],
        "xsrf": [.xsrf], "titleTaken": [.titleTaken], "staleVersion": [.versionConflict],
        "storageMalformed": [.invalidStorage], "methodNotAllowed": [.wrongMethod],
        "attachmentExists": [.attachmentTaken], "unreadableBody": [.invalidBody],
        "cqlUnparsable": [.cqlError], "cqlUnknownField": [.cqlError],
        "searchSpaceUnknown": [.spaceNotFound, .spaceNoAccess, .cqlError], "internalError": [.serverError],
    ]
}
