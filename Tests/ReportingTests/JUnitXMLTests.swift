import ConfluenceModel
import Foundation
import Reporting
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("JUnit XML is well formed, whatever a tool answered")
struct JUnitXMLTests {
    /// The elements of a document, with their attributes, as a reader sees them.
    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [(name: String, attributes: [String: String])] = []
        var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements.append((name, attributes))
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    private static func parse(_ xml: String) throws -> Reader {
        let reader = Reader()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = reader
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
        return reader
    }

    @Test("counts, names and failures arrive as they were")
    func content() throws {
        let reader = try Self.parse(JUnitXML.render(Samples.run))
        #expect(
            reader.elements.map(\.name) == [
                "testsuites", "testsuite", "testcase", "properties", "property", "system-out", "testcase", "failure",
                "system-out", "testcase", "skipped", "system-out",
            ])
        let suite = reader.elements[1].attributes
        #expect(
            suite["tests"] == "3" && suite["failures"] == "1" && suite["skipped"] == "1" && suite["time"] == "1.304")
        let odd = reader.elements[6].attributes
        #expect(odd["name"] == "A <broken> & \"odd\" one")
        #expect(odd["classname"] == "scenarios.faq.odd")
        #expect(
            reader.elements[7].attributes["message"] == "tool site_search: the answer should contain “x”, and does not")
        #expect(reader.elements[10].attributes["message"] == "the run was ended")
    }

    @Test("characters that XML can't hold are replaced")
    func control() throws {
        var run = Samples.run
        run.scenarios[1].name = "null \u{0}, \u{FFFE}, line\nfeed"
        let xml = JUnitXML.render(run)
        #expect(!xml.unicodeScalars.contains("\u{0}") && !xml.unicodeScalars.contains("\u{FFFE}"))
        #expect(try Self.parse(xml).elements[6].attributes["name"] == "null \u{FFFD}, \u{FFFD}, line\nfeed")
    }

    @Test("each driver is a suite, and its cases can be told from those of the others")
    func suites() throws {
        let reader = try Self.parse(JUnitXML.render(Samples.matrixRun))
        let suites = reader.elements.filter { $0.name == "testsuite" }.map(\.attributes)
        #expect(suites.map { $0["name"] } == ["confluence-doctor (native)", "confluence-doctor (elitea)"])
        #expect(suites.map { $0["tests"] } == ["4", "4"])
        #expect(suites.map { $0["errors"] } == ["0", "1"])
        #expect(suites[0]["timestamp"] == "2026-03-02T09:30:00")
        let names = reader.elements.filter { $0.name == "testcase" }
            .map { "\($0.attributes["classname"] ?? "") \($0.attributes["name"] ?? "")" }
        #expect(Set(names).count == names.count)
        #expect(names[0] == "native.scenarios.toolkit.labels Labels replace labels (cloud)")
    }

    @Test("a run without scenarios is still a document")
    func empty() throws {
        let xml = JUnitXML.render(ScenarioRunReport(scenarios: [], elapsedMilliseconds: 0))
        #expect(try Self.parse(xml).elements.map(\.name) == ["testsuites", "testsuite"])
    }
}
