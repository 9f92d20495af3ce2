import ConfluenceModel
import ConfluenceWire
package import Reporting

/// A bundle at support's side: checked against its manifest, with the analysis done again.
package struct ReadBundle: Sendable {
    package var manifest: Manifest
    /// The reports of the analysis as it was repeated from the bundle.
    package var reports: [NamedReport]
    /// Whether it came to the causes that the bundle's own report names.
    package var agrees: Bool
    /// How many requests the bundle had no answer for.
    package var misses: Int
}

package enum BundleReader {
    package static func read(_ archive: [UInt8]) async throws(BundleError) -> ReadBundle {
        let files: [ZipFile]
        do {
            files = try ZipReader.read(archive)
        } catch {
            throw BundleError(error.description)
        }
        guard let first = files.first(where: { $0.name == Manifest.name }) else {
            throw BundleError("this is no bundle of confluence-doctor: \(Manifest.name) is missing")
        }
        let manifest = try Manifest(first.bytes)
        try check(files, against: manifest)
        let analysis = try Analysis(
            configuration: try json("configuration.json", in: files), toolkit: manifest.toolkit,
            options: manifest.options, wire: try json("wire.har", in: files),
            at: manifest.moment)
        let reports = await analysis.run()
        let written = try json("report.json", in: files)
        return ReadBundle(
            manifest: manifest, reports: reports, agrees: agrees(reports, with: written), misses: analysis.misses)
    }

    /// Every file is listed, every listed file is there, and each is as it was written.
    private static func check(_ files: [ZipFile], against manifest: Manifest) throws(BundleError) {
        for listed in manifest.files {
            guard let file = files.first(where: { $0.name == listed.name }) else {
                throw BundleError("\(listed.name) is missing from the bundle")
            }
            guard file.bytes.count == listed.size, SHA256.hexadecimal(file.bytes) == listed.sha256 else {
                throw BundleError("\(listed.name) was changed after the bundle was written: its check sum differs")
            }
        }
        for file in files where file.name != Manifest.name && !manifest.files.contains(where: { $0.name == file.name })
        {
            throw BundleError("\(file.name) is none of the files that the manifest lists")
        }
    }

    private static func json(_ name: String, in files: [ZipFile]) throws(BundleError) -> JSON {
        guard let file = files.first(where: { $0.name == name }) else {
            throw BundleError("\(name) is missing from the bundle")
        }
        do {
            return try JSONReader.read(file.bytes, depthLimit: 128)
        } catch {
            throw BundleError("\(name): \(error)")
        }
    }

    private static func agrees(_ reports: [NamedReport], with written: JSON) -> Bool {
        let each = written["toolkits"]?.arrayValue?.map { $0["report"] ?? .null } ?? [written]
        return each.count == reports.count
            && zip(reports, each).allSatisfy { named, json in
                json["verdict"]?.stringValue == named.report.verdict.rawValue
                    && json["causes"]?.arrayValue?.map { $0["id"]?.stringValue }
                        == named.report.causes.map(\.id.rawValue)
            }
    }
}
