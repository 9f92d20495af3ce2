import ConfluenceModel
import ConfluenceToolkit
package import Documents

/// Reads a tool map file, version 1; docs/schemas/tool-map.schema.json says the same for editors.
package enum ToolMapReader {
    package static let formatVersion: Int64 = 1

    package static func read(_ node: DocumentNode) throws(DocumentError) -> ToolMap {
        let fields = try node.mapping(keys: ["version", "name", "product", "server", "fails", "tools", "absent"])
        let version = try fields.required("version")
        guard try version.integer() == formatVersion else {
            throw version.error("this release reads version \(formatVersion) of tool maps")
        }
        var absent: [String: String] = [:]
        for entry in try fields["absent"]?.mapping().entries ?? [] {
            absent[try toolName(of: entry)] = try entry.value.text()
        }
        var tools: [String: ToolMapping] = [:]
        for entry in try fields.required("tools").mapping().entries {
            let name = try toolName(of: entry)
            guard absent[name] == nil else { throw entry.error("“\(name)” stands under “absent” as well") }
            tools[name] = try ToolMappingReader(tool: name).read(entry.value)
        }
        guard !tools.isEmpty else { throw try fields.required("tools").error("at least one tool is expected") }
        return ToolMap(
            file: node.file, name: try fields.required("name").text(), product: try product(fields["product"]),
            server: try ToolMapServerReader.read(fields.required("server")),
            failures: try FailureRuleReader.read(fields["fails"]), tools: tools, absent: absent)
    }

    private static func toolName(of entry: DocumentNode.Entry) throws(DocumentError) -> String {
        let known = ToolkitTool.allCases.map(\.rawValue)
        guard known.contains(entry.key) else {
            throw entry.error(DocumentNode.unknown("tool of the toolkit", entry.key, among: known))
        }
        return entry.key
    }

    private static func product(_ node: DocumentNode?) throws(DocumentError) -> DriverProduct? {
        guard let fields = try node?.mapping(keys: ["name", "version"]) else { return nil }
        return DriverProduct(name: try fields.required("name").text(), version: try fields.text("version"))
    }
}

/// Reads how a map's server is started and reached.
enum ToolMapServerReader {
    static func read(_ node: DocumentNode) throws(DocumentError) -> ToolMap.Server {
        let fields = try node.mapping(keys: ["command", "environment", "url", "headers"])
        var server = ToolMap.Server(
            environment: try fields["environment"]?.mapping().entries ?? [], url: fields["url"],
            headers: try fields["headers"]?.mapping().entries ?? [])
        if let command = fields["command"] {
            let words = try command.list()
            guard !words.isEmpty else {
                throw command.error("the command is empty; write its program and words as a list")
            }
            for word in words { try check(word, secretsAllowed: false) }
            server.command = words
        }
        guard server.command != nil || server.url != nil else {
            throw node.error("say how the server is started (“command”), where it answers over HTTP (“url”), or both")
        }
        if server.command == nil, let environment = fields["environment"] {
            throw environment.error("an environment needs a “command” to start")
        }
        if let headers = fields["headers"], server.url == nil { throw headers.error("headers need a “url”") }
        if let url = server.url { try check(url, secretsAllowed: false) }
        for entry in server.environment + server.headers { try check(entry.value, secretsAllowed: true) }
        return server
    }

    private static func check(_ node: DocumentNode, secretsAllowed: Bool) throws(DocumentError) {
        _ = try node.text()
        for (name, place) in MapTemplate.names(in: node) {
            if name.hasPrefix(MapPlaceholders.settings) || MapPlaceholders.names.contains(name) { continue }
            let known = MapPlaceholders.names + MapPlaceholders.secrets
            guard MapPlaceholders.secrets.contains(name) else {
                throw place.error(DocumentNode.unknown("placeholder", name, among: known))
            }
            guard secretsAllowed else {
                throw place.error(
                    "{{\(name)}} is a secret, which others see on a command line; put it into “environment”")
            }
        }
    }
}
