/// The forms in which Confluence takes and gives a body; the raw values are its own.
package enum BodyForm: String, Sendable, Hashable, CaseIterable {
    case storage, view, editor, editor2, wiki, plain
    case exportView = "export_view"
    case styledView = "styled_view"
    case anonymousExportView = "anonymous_export_view"
    case atlasDocFormat = "atlas_doc_format"
}

/// What a conversion needs to know of the page, and why one can't be made.
package struct BodyConversion {
    package var view: ViewContext
    package var document: DocumentContext
    /// The id of a macro that has none, by its place in the body.
    package var macroID: (_ place: Int) -> String
    /// The name of the file that the media service knows under that id.
    package var fileName: (_ mediaID: String) -> String?

    package init(
        view: ViewContext, document: DocumentContext, macroID: @escaping (_ place: Int) -> String,
        fileName: @escaping (_ mediaID: String) -> String? = { _ in nil }
    ) {
        self.view = view
        self.document = document
        self.macroID = macroID
        self.fileName = fileName
    }

    /// A form that Confluence does not make out of others.
    package struct Unsupported: Error, Sendable, Hashable {
        package var from: BodyForm
        package var to: BodyForm
    }
}

extension StorageFormat {
    /// A body in another form: by way of storage format, which Confluence keeps.
    ///
    /// Throws ``StorageFormatError``, ``DocumentError``, ``BodyConversion/Unsupported`` or what the surroundings throw.
    package static func convert(
        _ source: String, from: BodyForm, to: BodyForm, _ conversion: BodyConversion
    ) throws -> String {
        let storage: String
        switch from {
        case .wiki: storage = try kept(fromWiki(source), macroID: conversion.macroID)
        case .plain: storage = fromPlainText(source)
        case .atlasDocFormat:
            storage = try kept(
                fromAtlasDocFormat(source, fileName: conversion.fileName), macroID: conversion.macroID)
        case .storage, .view, .editor, .editor2, .exportView, .styledView, .anonymousExportView:
            storage = try kept(source, macroID: conversion.macroID)
        }
        switch to {
        case .storage, .editor, .editor2: return storage
        case .plain: return plainText(storage)
        case .atlasDocFormat: return try atlasDocFormat(storage, context: conversion.document)
        case .view, .exportView, .styledView, .anonymousExportView:
            var context = conversion.view
            context.form = to == .view ? .view : to == .styledView ? .styled : .export
            return try viewHTML(storage, context: context)
        case .wiki: throw BodyConversion.Unsupported(from: from, to: to)
        }
    }

    /// A paragraph for each part that a blank line ends.
    private static func fromPlainText(_ source: String) -> String {
        source.split(separator: "\n\n").map { part in
            "<p>" + part.split(separator: "\n").map { Markup.escape(String($0)) }.joined(separator: "<br />") + "</p>"
        }.joined()
    }
}
