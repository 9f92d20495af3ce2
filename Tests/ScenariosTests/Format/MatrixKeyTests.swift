import Documents
import Scenarios
import Testing

@Suite("A key may come from the matrix")
struct MatrixKeyTests {
    @Test("and what stands under it is named after what the key has become")
    func field() throws {
        let scenarios = try Samples.scenarios(
            """
            version: 1
            name: Each field of a credential
            matrix:
              secret: [api_key, token]
            site: ../sites/acme.yaml
            configuration: {settings: {confluence_configuration: {"{{matrix.secret}}": "{{token.reader-token}}"}}}
            diagnose: {}
            """)
        let fields = try scenarios.map { scenario in
            let configuration = try #require(scenario.configurations.first).node
            let settings = try configuration.mapping()["settings"]?.mapping()
            let credential = try settings?["confluence_configuration"]?.mapping()
            return try #require(credential?.entries.first).value.field
        }
        #expect(
            fields == ["api_key", "token"].map { "configuration.settings.confluence_configuration.\($0)" })
    }
}
