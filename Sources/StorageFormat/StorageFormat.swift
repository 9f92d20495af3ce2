/// Confluence's storage format: XHTML-like markup with the `ac:` and `ri:` elements of macros and resources.
package enum StorageFormat {
    /// Refuses a body that Confluence would not save.
    package static func validate(_ source: String) throws(StorageFormatError) {
        _ = try StorageParser.parse(source)
    }

    /// A body as Confluence keeps it; a macro without an id gets the one for its place among the body's macros.
    package static func kept(
        _ source: String, macroID: (_ place: Int) -> String
    ) throws(StorageFormatError) -> String {
        try KeptForm.write(source, macroID: macroID)
    }

    /// The words of a body, for a full-text index; a body that is not well-formed still gives its words.
    package static func plainText(_ source: String) -> String {
        guard let nodes = try? StorageParser.parse(source) else { return PlainText.stripped(source) }
        return PlainText.text(of: nodes)
    }

    /// The HTML that Confluence shows to a reader, in the form that the context names.
    ///
    /// Throws ``StorageFormatError`` for a body that is not well-formed, and what the surroundings throw.
    package static func viewHTML(_ source: String, context: ViewContext) throws -> String {
        try ViewRenderer.render(StorageParser.parse(source), context: context)
    }

    /// Storage format for a body in wiki markup; whatever is no known markup stays as text.
    package static func fromWiki(_ source: String) -> String {
        var converter = WikiConverter()
        return converter.convert(source)
    }

    /// Storage format for an Atlassian document.
    package static func fromAtlasDocFormat(
        _ source: String, fileName: @escaping (_ mediaID: String) -> String? = { _ in nil }
    ) throws(DocumentError) -> String {
        StorageDocument(try DocumentReader.nodes(of: source, fileName: fileName)).source
    }

    /// The Atlassian Document Format of a body, as JSON text; a body that is not well-formed becomes one paragraph.
    package static func atlasDocFormat(
        _ source: String, context: DocumentContext = DocumentContext()
    ) throws -> String {
        let nodes = (try? StorageParser.parse(source)) ?? [.text(PlainText.stripped(source))]
        return try DocumentBuilder(context: context).document(of: nodes)
    }
}
