import ConfluenceModel
import Documents
import Foundation
import Simulator
import SiteFiles

/// Makes a simulator from a site file, a size or a data file.
enum SiteLoader {
    static func definition(at path: String) throws -> SiteDefinition {
        try definition(from: try InputFile.document(path))
    }

    /// What a file of `contract apply` says of a site's answers.
    static func answers(at path: String) throws -> [AnswerRule] {
        let document = try InputFile.document(path)
        do {
            return try AnswersReader.read(file: document)
        } catch {
            throw CommandFailure.usage(error.description)
        }
    }

    static func simulator(
        from document: DocumentNode,
        journalSize: Int = 2000,
        now: @escaping @Sendable () -> Date
    ) throws -> Simulator {
        try simulator(try definition(from: document), from: document.file, journalSize: journalSize, now: now)
    }

    /// The site of a document, set up for simulators that begin as it stands.
    static func prepared(from document: DocumentNode, now: @escaping @Sendable () -> Date) throws -> PreparedSite {
        let definition = try definition(from: document)
        return try settingUp(document.file) { try PreparedSite(definition, now: now) }
    }

    static func simulator(
        _ prepared: PreparedSite, from source: String, now: @escaping @Sendable () -> Date
    ) throws -> Simulator {
        try settingUp(source) { try Simulator(prepared, now: now) }
    }

    /// Says where a person would look for what is wrong with a definition.
    private static func settingUp<T>(_ source: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch {
            throw CommandFailure.usage("\(source): the site can't be set up: \(error)")
        }
    }

    /// - Parameter source: Where a person would look for what is wrong with the definition.
    static func simulator(
        _ definition: SiteDefinition,
        from source: String,
        journalSize: Int,
        now: @escaping @Sendable () -> Date
    ) throws -> Simulator {
        try settingUp(source) { try Simulator(definition, journalSize: journalSize, now: now) }
    }

    /// The site that lives in a data file; a definition fills one that holds nothing, and must agree with it else.
    static func simulator(
        data path: String,
        _ definition: SiteDefinition?,
        _ siteFile: String?,
        journalSize: Int,
        now: @escaping @Sendable () -> Date
    ) throws -> Simulator {
        do {
            return try Simulator(data: path, definition, journalSize: journalSize, now: now)
        } catch let error as SiteDataError {
            let words = error.description + (definition == nil && error.isEmpty ? ", by --site FILE" : "")
            throw error.isInUse ? CommandFailure.unable(words) : CommandFailure.usage(words)
        } catch {
            throw CommandFailure.usage("\(siteFile ?? path): the site can't be set up: \(error)")
        }
    }

    /// A site with more in it; without one, a Cloud site that has nothing else.
    static func enlarged(_ definition: SiteDefinition?, by words: String) throws -> SiteDefinition {
        var definition =
            definition
            ?? SiteDefinition(
                name: "made-up", deployment: .cloud, host: "made-up.atlassian.net", contextPath: "/wiki",
                cloudID: StableID.uuid("site", "made-up"))
        do {
            definition.size = try SizeReader.read(words: words, of: "--size")
        } catch {
            throw CommandFailure.usage(error.description)
        }
        return definition
    }

    private static func definition(from document: DocumentNode) throws -> SiteDefinition {
        do {
            return try SiteFile.read(document)
        } catch {
            throw CommandFailure.usage(error.description)
        }
    }
}
