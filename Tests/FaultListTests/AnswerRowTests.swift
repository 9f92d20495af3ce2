import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Foundation
import LiveTransport
import Simulator
import SimulatorServer
import Testing

@testable import DoctorCommands

@Suite("docs/faults.md is true")
struct AnswerRowTests {
    @Test("the page is what the command prints")
    func page() throws {
        let printed = FaultTable.render(as: .markdown) + "\n"
        #expect(
            try String(contentsOfFile: Self.root + "docs/faults.md", encoding: .utf8) == printed,
            "write it anew: confluence-doctor simulate --list-faults --format markdown > docs/faults.md")
    }

    @Test("every row has a recipe, or the reason why it has none", arguments: ConfluenceSite.Acme.allCases)
    func completeness(site: ConfluenceSite.Acme) throws {
        let deployment = try site.definition().deployment.kind
        let rows = Set(AnswerRow.all.filter { $0.deployment == deployment }.map(\.id))
        let recipes = Recipe.all.filter { $0.site == site }.map(\.row)
        #expect(Set(recipes).count == recipes.count)
        let unreachable = Set((Recipe.unreachable[site] ?? [:]).keys)
        #expect(
            rows.subtracting(recipes).subtracting(unreachable) == [], "add a recipe in Tests/FaultListTests/Recipes")
        #expect(Set(recipes).union(unreachable).subtracting(rows) == [], "there is no such row")
    }

    @Test("each row is what a client gets over a socket", arguments: Recipe.all)
    func answer(recipe: Recipe) async throws {
        let site = try ConfluenceSite.acme(recipe.site, changing: recipe.change)
        let deployment = site.definition.deployment.kind
        let row = try #require(AnswerRow.all.first { $0.deployment == deployment && $0.id == recipe.row })
        let server = try await SimulatorServer.start([site.simulator])
        let proxy = WebAddress(scheme: "http", host: "127.0.0.1", port: server.port)
        let transport = LiveTransport(timeout: .seconds(600), proxy: proxy)
        for request in try recipe.before(site) { _ = try await transport.send(request) }
        var request = try recipe.request(site)
        // The table shows what is answered to a client without a preference.
        request.headers["Accept"] = nil
        let answer = try await transport.send(request)
        await transport.shutdown()
        await server.stop()
        #expect(site.journal.last?.answerRow == recipe.row, "\(site.journal.last?.decision ?? "")")
        #expect(answer.status == row.status)
        for field in row.headers where field.name != "Content-Type" {
            let value = try #require(answer.headers[field.name], "\(field.name)")
            #expect(Self.fits(value, field.value))
        }
        #expect(Self.fits(answer.text, row.body), "\(answer.text)")
    }

    /// Whether a text is the wording with something in the place of each name in braces.
    private static func fits(_ text: String, _ wording: String) -> Bool {
        let names = "id contentType key title name url text current provided realm allow".split(separator: " ")
        var pattern = NSRegularExpression.escapedPattern(for: wording)
        for name in names { pattern = pattern.replacing("\\{\(name)\\}", with: "(?s:.*)") }
        return text.range(of: "^\(pattern)$", options: .regularExpression) != nil
    }

    private static let root =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/") + "/"
}
