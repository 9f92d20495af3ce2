import ConfluenceModel
import Documents
import Foundation
import Simulator
import SiteFiles

/// Makes a simulator from a site file.
enum SiteLoader {
    static func simulator(
        from path: String,
        journalSize: Int = 2000,
        now: @escaping @Sendable () -> Date
    ) throws -> Simulator {
        let document = try InputFile.document(path)
        return try simulator(from: document, journalSize: journalSize, now: now)
    }

    static func simulator(
        from document: DocumentNode,
        journalSize: Int = 2000,
        now: @escaping @Sendable () -> Date
    ) throws -> Simulator {
        let definition: SiteDefinition
        do {
            definition = try SiteFile.read(document)
        } catch {
            throw CommandFailure.usage(error.description)
        }
        do {
            return try Simulator(definition, journalSize: journalSize, now: now)
        } catch {
            throw CommandFailure.usage("\(document.file): the site can't be set up: \(error)")
        }
    }
}
