import ConfluenceWire
import Testing

@testable import JSONSchema

@Suite("Values are held to a JSON Schema")
struct SchemaTests {
    private static func violations(_ value: String, _ schema: String) throws -> [String] {
        try Schema(JSONReader.read(schema)).violations(of: JSONReader.read(value)).map(\.description)
    }

    @Test(
        "what fits is not complained of",
        arguments: [
            (#"5"#, #"true"#), (#"5"#, #"{}"#), (#"5"#, #"{"type":"integer","minimum":5,"maximum":5}"#),
            (#"5.0"#, #"{"type":"integer"}"#), (#"null"#, #"{"type":["string","null"]}"#),
            (#""a""#, #"{"enum":["b","a"]}"#), (#"null"#, #"{"const":null}"#), (#"1.0"#, #"{"const":1}"#),
            (#"0.3"#, #"{"multipleOf":0.1}"#), (#""héé""#, #"{"minLength":3,"maxLength":3}"#),
            (#""a-1""#, #"{"pattern":"^[a-z]-\\d$"}"#), (#"5"#, #"{"minLength":7,"pattern":"x","minItems":3}"#),
            (#""2026-03-02T09:00:00.000Z""#, #"{"format":"date-time"}"#), (#""a@b""#, #"{"format":"email"}"#),
            (#"{"a":1,"b":"x"}"#, #"{"properties":{"a":{"type":"integer"}},"required":["a"]}"#),
            (#"{"x-a":1}"#, #"{"patternProperties":{"^x-":{"type":"integer"}},"additionalProperties":false}"#),
            (#"{"a":1}"#, #"{"dependentRequired":{"b":["c"]},"propertyNames":{"maxLength":1}}"#),
            (#"[1,"a","b"]"#, #"{"prefixItems":[{"type":"integer"}],"items":{"type":"string"}}"#),
            (#"[1,"a"]"#, #"{"contains":{"type":"string"},"maxContains":1,"uniqueItems":true}"#),
            (#"[1]"#, #"{"contains":{"type":"string"},"minContains":0}"#),
            (#"5"#, #"{"anyOf":[{"type":"string"},{"minimum":3}]}"#),
            (#"5"#, #"{"oneOf":[{"minimum":6},{"minimum":3}]}"#),
            (#"5"#, #"{"not":{"type":"string"}}"#), (#""a""#, #"{"if":{"type":"integer"},"then":{"minimum":3}}"#),
            (#"{"next":{"next":{}}}"#, ##"{"type":"object","properties":{"next":{"$ref":"#"}}}"##),
            (#"[1]"#, ##"{"items":{"$ref":"#/$defs/n"},"$defs":{"n":{"type":"number"}}}"##),
            (#"1"#, ##"{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}"##),
            (#"1"#, #"{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"A number","examples":[1]}"#),
        ])
    func fits(value: String, schema: String) throws {
        #expect(try Self.violations(value, schema) == [])
    }

    @Test(
        "what does not fit is named with its place",
        arguments: [
            (#"5"#, #"false"#, "the value is not allowed"),
            (#""5""#, #"{"type":"integer"}"#, #"the value is a text ("5"), expected integer"#),
            (#"5.5"#, #"{"type":"integer"}"#, "the value is a number (5.5), expected integer"),
            (#""c""#, #"{"enum":["a","b"]}"#, #"the value is "c", expected one of "a", "b""#),
            (#"2"#, #"{"const":1}"#, "the value is 2, expected 1"),
            (#"2"#, #"{"minimum":3}"#, "the value is 2, expected at least 3"),
            (#"3"#, #"{"exclusiveMaximum":3}"#, "the value is 3, expected below 3"),
            (#"3"#, #"{"multipleOf":2}"#, "the value is 3, expected a multiple of 2"),
            (#""a""#, #"{"minLength":2}"#, "the value has 1 characters, expected at least 2"),
            (#""a""#, #"{"pattern":"^b"}"#, #"the value is "a", which does not match ^b"#),
            (#""yesterday""#, #"{"format":"date"}"#, #"the value is "yesterday", which is no date"#),
            (#"{}"#, #"{"required":["a","b"]}"#, "the value has no “a” and no “b”"),
            (#"{"b":1}"#, #"{"dependentRequired":{"b":["c"]}}"#, "the value has no “c”, which is needed beside “b”"),
            (
                #"{"a":1}"#, #"{"additionalProperties":false}"#, "a is not described, and nothing else is allowed"
            ),
            (
                #"{"ab":1}"#, #"{"propertyNames":{"maxLength":1}}"#,
                "the value has the key “ab”, which has 2 characters, expected at most 1"
            ),
            (
                #"{"pages":[{"id":1},{"id":"2"}]}"#,
                #"{"properties":{"pages":{"items":{"properties":{"id":{"type":"string"}}}}}}"#,
                "pages[0].id is a number (1), expected string"
            ),
            (#"["a",1]"#, #"{"prefixItems":[true],"items":false}"#, "[1] is not allowed"),
            (#"[1,1.0]"#, #"{"uniqueItems":true}"#, "the value has the element 1.0 twice"),
            (
                #"[1]"#, #"{"contains":{"type":"string"}}"#,
                "the value has 0 elements that fit “contains”, expected at least 1"
            ),
            (#"[1,2]"#, #"{"maxItems":1}"#, "the value has 2 elements, expected at most 1"),
            (#"5"#, #"{"not":{"type":"integer"}}"#, "the value fits what “not” rules out"),
            (
                #"5"#, #"{"oneOf":[{"type":"integer"},{"minimum":3}]}"#,
                "the value fits 2 alternatives of “oneOf”, where one must fit"
            ),
            (
                #"5"#, #"{"anyOf":[{"type":"string"},{"type":"null"}]}"#,
                "the value fits none of 2 alternatives: it is a number (5), expected string"
            ),
            (
                #"{"a":1}"#, #"{"anyOf":[{"type":"string"},{"properties":{"a":{"type":"string"}}}]}"#,
                "a is a number (1), expected string"
            ),
            (#"2"#, #"{"if":{"type":"integer"},"then":{"minimum":3}}"#, "the value is 2, expected at least 3"),
            (#"2"#, #"{"allOf":[{"type":"integer"},{"minimum":3}]}"#, "the value is 2, expected at least 3"),
            (
                #"{"next":{"next":5}}"#, ##"{"type":"object","properties":{"next":{"$ref":"#"}}}"##,
                "next.next is a number (5), expected object"
            ),
        ])
    func deviates(value: String, schema: String, expected: String) throws {
        #expect(try Self.violations(value, schema) == [expected])
    }

    @Test(
        "a schema that checks nothing of what its author means is refused",
        arguments: [
            (#"{"propertis":{}}"#, "propertis: unknown keyword “propertis” of JSON Schema, did you mean “properties”?"),
            (
                #"{"properties":{"a":{"typ":"string"}}}"#,
                "properties.a.typ: unknown keyword “typ” of JSON Schema, did you mean “type”?"
            ),
            (
                #"{"type":"text"}"#,
                "type: unknown type “text” of JSON Schema; known are string, integer, number, boolean, array, object, null"
            ),
            (#"{"format":"date-tim"}"#, "format: unknown format “date-tim” of JSON Schema, did you mean “date-time”?"),
            (#"{"minimum":"3"}"#, "minimum: a number is expected, found a text"),
            (#"{"minLength":-1}"#, "minLength: a whole number from 0 on is expected, found a number"),
            (#"{"pattern":"("}"#, "pattern: “(” is not a regular expression"),
            (#"{"required":"a"}"#, "required: a list of texts is expected, found a text"),
            (#"{"items":[{}]}"#, "items: a schema is expected: an object, true or false, found a list"),
            (#"{"anyOf":[]}"#, "anyOf: at least one schema is expected"),
            (
                #"{"anyOf":[{"minimun":1}]}"#,
                "anyOf[0].minimun: unknown keyword “minimun” of JSON Schema, did you mean “minimum”?"
            ),
            (#"{"then":{}}"#, "then: “then” without “if” is never looked at"),
            (##"{"$ref":"#/$defs/page"}"##, "$ref: nothing is at “#/$defs/page”; write #/$defs/NAME"),
            (#"{"$ref":"page.json"}"#, "$ref: nothing is at “page.json”; write #/$defs/NAME"),
            (
                #"{"$schema":"http://json-schema.org/draft-07/schema#"}"#,
                #"$schema: JSON Schema 2020-12 is read, found "http://json-schema.org/draft-07/schema#""#
            ),
            (#"{"$defs":{"a":{"typ":1}}}"#, "$defs.a.typ: unknown keyword “typ” of JSON Schema, did you mean “type”?"),
            (#"5"#, "a schema is expected: an object, true or false, found a number"),
        ])
    func mistakes(schema: String, expected: String) throws {
        let json = try JSONReader.read(schema)
        let error = #expect(throws: SchemaError.self) { try Schema(json) }
        #expect(error?.description == expected)
    }
}
