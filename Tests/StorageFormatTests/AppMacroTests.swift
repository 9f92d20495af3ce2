import ConfluenceWire
import Testing

@testable import StorageFormat

@Suite("Macros of apps in a view")
struct AppMacroTests {
    private static let drawing = """
        <ac:structured-macro ac:name="drawio" ac:macro-id="7e6a-1"><ac:parameter ac:name="diagramName">Übersicht\
        </ac:parameter><ac:parameter ac:name="revision">3</ac:parameter></ac:structured-macro>
        """

    private func view(_ source: String, _ style: ViewStyle, as form: ViewForm = .view) throws -> String {
        var context = SmallSite().context
        context.style = style
        context.form = form
        return try StorageFormat.viewHTML(source, context: context)
    }

    @Test("Cloud keeps the place of the app's frame, and tells the app what the macro says")
    func frame() throws {
        let source = Self.drawing.replacing("Übersicht", with: "Übersicht &lt;/script&gt;]]&gt;")
        let html = try view(source, .cloud)
        #expect(html.hasPrefix("<div class=\"ap-container conf-macro output-block\" id=\"ap-com.mxgraph"))
        #expect(html.contains("data-macro-name=\"drawio\" data-macro-id=\"7e6a-1\" data-layout=\"default\""))
        #expect(html.ranges(of: "</script>").count == 1 && html.ranges(of: "]]>").count == 1)
        let start = try #require(html.firstRange(of: "var data = ")).upperBound
        let end = try #require(html.firstRange(of: ";if(window.AP")).lowerBound
        let data = try JSONReader.read(Array(html[start..<end].utf8))
        #expect(data["addon_key"] == "com.mxgraph.confluence.plugins.diagramly")
        let told = try JSONReader.read(Array((data["productCtx"]?.stringValue ?? "").utf8))
        #expect(told["diagramName"] == "Übersicht </script>]]>" && told["revision"] == "3")
        #expect(told[": = | RAW | = :"] == "diagramName=Übersicht </script>]]>|revision=3")
    }

    @Test("Data Center keeps the place of a diagram, and a script that names its files")
    func diagram() throws {
        let html = try view(Self.drawing, .dataCenter)
        #expect(html.contains("data-macro-name=\"drawio\""))
        #expect(html.contains("id=\"drawio-macro-content-7e6a-1\" class=\"geDiagramContainer\""))
        #expect(html.contains("/rest/drawio/1.0/diagram/crud/%C3%9C%62%65%72%73%69%63%68%74/"))
        #expect(html.contains("decodeURIComponent('%C3%9C%62%65%72%73%69%63%68%74')"))
        #expect(html.contains(".png' + '?version=3&api=v2'"))
    }

    @Test("what hides in a frame's body is left out of the view and shown in exports")
    func body() throws {
        let source = """
            <ac:structured-macro ac:name="table-filter"><ac:rich-text-body><p>rows</p></ac:rich-text-body>\
            </ac:structured-macro>
            """
        #expect(try !view(source, .cloud).contains("rows"))
        #expect(try view(source, .cloud, as: .export).contains("<p>rows</p>"))
        #expect(try view(source, .dataCenter).contains("wysiwyg-unknown-macro"))
    }

    @Test(
        "macros for HTML, gadgets and frames are unknown to a site as it is delivered", arguments: ["html", "gadget"])
    func unknown(name: String) throws {
        let source = "<ac:structured-macro ac:name=\"\(name)\"/>"
        for style in [ViewStyle.cloud, .dataCenter] {
            #expect(try view(source, style).contains("unknown-macro?name=\(name)&amp;locale"))
        }
    }
}
