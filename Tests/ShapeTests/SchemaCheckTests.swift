import ConfluenceWire
import Testing

@Suite("Holding answers to schemas")
struct SchemaCheckTests {
    private static let schemas: [String: JSON] = [
        "Page": [
            "type": "object", "required": ["id", "status"],
            "properties": [
                "id": ["type": "string"], "status": ["type": "string", "enum": ["current", "draft"]],
                "version": ["$ref": "#/components/schemas/Version"],
                "parent": ["type": "string", "nullable": true],
                "labels": ["type": "array", "items": ["type": "string"]],
                "owner": [
                    "oneOf": [["type": "string"], ["type": "object", "properties": ["id": ["type": "string"]]]]
                ],
            ],
        ],
        "Version": [
            "type": "object",
            "properties": ["number": ["type": "integer"], "when": ["type": "string", "format": "date-time"]],
        ],
        "Titled": [
            "allOf": [
                ["$ref": "#/components/schemas/Version"],
                ["type": "object", "properties": ["title": ["type": "string"]]],
            ]
        ],
        "Open": ["type": "object", "properties": [:], "additionalProperties": true],
        "Counts": ["type": "object", "additionalProperties": ["type": "integer"]],
    ]

    private static func deviations(_ json: String, from schema: String) throws -> [String] {
        SchemaCheck(schemas: schemas)
            .deviations(of: try JSONReader.read(json), from: ["$ref": .string("#/components/schemas/\(schema)")])
            .map { "\($0.kind.rawValue) \($0.path)" }
    }

    @Test(
        "what fits is not complained of",
        arguments: [
            (#"{"id":"1","status":"draft"}"#, "Page"),
            (#"{"id":"1","status":"current","version":{"number":2,"when":"2026-03-02T09:00:00.000Z"}}"#, "Page"),
            (#"{"id":"1","status":"current","parent":null,"labels":[],"owner":{"id":"7"}}"#, "Page"),
            (#"{"id":"1","status":"current","owner":"7"}"#, "Page"),
            (#"{"number":1,"title":"A"}"#, "Titled"), (#"{"whatever":[1]}"#, "Open"), (#"{"a":1}"#, "Counts"),
        ])
    func fits(json: String, schema: String) throws {
        #expect(try Self.deviations(json, from: schema) == [])
    }

    @Test(
        "what does not fit is named with its place",
        arguments: [
            (#"{"id":1,"status":"current"}"#, "Page", ["wrong id"]),
            (#"{"status":"current"}"#, "Page", ["missing id"]),
            (#"{"id":"1","status":"gone"}"#, "Page", ["wrong status"]),
            (#"{"id":"1","status":null}"#, "Page", ["wrong status"]),
            (#"{"id":"1","status":"draft","version":{"number":"2"}}"#, "Page", ["wrong version.number"]),
            (#"{"id":"1","status":"draft","version":{"when":"yesterday"}}"#, "Page", ["wrong version.when"]),
            (#"{"id":"1","status":"draft","labels":["a",2]}"#, "Page", ["wrong labels[]"]),
            (#"{"id":"1","status":"draft","owner":5}"#, "Page", ["wrong owner"]),
            (#"{"id":"1","status":"draft","colour":"red"}"#, "Page", ["undescribed colour"]),
            (#"{"number":1,"title":"A","colour":"red"}"#, "Titled", ["undescribed colour"]),
            (#"{"a":"1"}"#, "Counts", ["wrong a"]), (#"[]"#, "Page", ["wrong "]),
        ])
    func deviates(json: String, schema: String, expected: [String]) throws {
        #expect(Set(try Self.deviations(json, from: schema)) == Set(expected))
    }
}
