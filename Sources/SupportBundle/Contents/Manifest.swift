import ConfluenceWire
package import Diagnosis
import Foundation

/// The list of a bundle's files, with what is needed to check them and to repeat the analysis.
package struct Manifest: Sendable, Hashable {
    package static let formatVersion: Int64 = 1
    static let name = "manifest.json"

    package var created: String
    package var doctor: String
    package var system: String
    package var swift: String
    package var files: [File]
    /// What was taken out, each kind with how many times.
    package var redactions: [String: Int]
    /// Whether the analysis, repeated from the bundle alone, came to the same causes when the bundle was written.
    package var isRepeatable: Bool
    package var toolkit: String?
    package var options: DiagnosisOptions

    /// When the diagnosis was begun, as far as that can be read.
    var moment: Date? { try? Date(created, strategy: .iso8601) }

    package struct File: Sendable, Hashable {
        package var name: String
        package var size: Int
        package var sha256: String
        /// What it is, for a reader.
        package var purpose: String
    }

    var json: JSON {
        [
            "version": .integer(Self.formatVersion),
            "what":
                "a diagnosis of confluence-doctor, for support; secrets were taken out, names and e-mail addresses were not",
            "created": .string(created),
            "versions": ["confluence-doctor": .string(doctor), "system": .string(system), "swift": .string(swift)],
            "files": .array(
                files.map {
                    [
                        "name": .string($0.name), "size": .integer(Int64($0.size)), "sha256": .string($0.sha256),
                        "what": .string($0.purpose),
                    ]
                }),
            "redactions": .array(
                redactions.sorted { $0.key < $1.key }.map {
                    ["kind": .string($0.key), "times": .integer(Int64($0.value))]
                }),
            "analysis": [
                "repeatable": .bool(isRepeatable),
                "toolkit": toolkit.map(JSON.string) ?? .null,
                "tools": .array(options.tools.map(JSON.string)),
                "space": options.spaceKey.map(JSON.string) ?? .null,
                "page": (options.page?.text).map(JSON.string) ?? .null,
                "budget": .integer(Int64(options.budget)),
                "maxFailedLogins": .integer(Int64(options.maxFailedLogins)),
                "maxWait": .integer(Int64(options.longestWait)),
                "offline": .bool(options.offline),
            ],
        ]
    }

    init(
        contents: BundleContents,
        files: [File],
        redactions: [String: Int],
        isRepeatable: Bool
    ) {
        created = contents.moment.formatted(Date.ISO8601FormatStyle())
        doctor = contents.versions.doctor
        system = contents.versions.system
        swift = contents.versions.swift
        self.files = files
        self.redactions = redactions
        self.isRepeatable = isRepeatable
        toolkit = contents.toolkit
        options = contents.options
    }

    init(_ bytes: [UInt8]) throws(BundleError) {
        let json: JSON
        do {
            json = try JSONReader.read(bytes, depthLimit: 16)
        } catch {
            throw BundleError("\(Self.name): \(error)")
        }
        guard let version = json["version"]?.integerValue else { throw BundleError("\(Self.name) is none of a bundle") }
        guard version == Self.formatVersion else {
            throw BundleError(
                "the bundle has the form \(version), this program reads \(Self.formatVersion); use a newer one")
        }
        guard let files = json["files"]?.arrayValue, let analysis = json["analysis"] else {
            throw BundleError("\(Self.name) lists no files")
        }
        created = json["created"]?.stringValue ?? "at an unknown time"
        doctor = json["versions"]?["confluence-doctor"]?.stringValue ?? "unknown"
        system = json["versions"]?["system"]?.stringValue ?? "unknown"
        swift = json["versions"]?["swift"]?.stringValue ?? "unknown"
        self.files = []
        for file in files {
            guard let name = file["name"]?.stringValue, let size = file["size"]?.integerValue,
                let sha256 = file["sha256"]?.stringValue
            else { throw BundleError("\(Self.name) describes a file without name, size or check sum") }
            self.files.append(
                File(name: name, size: Int(clamping: size), sha256: sha256, purpose: file["what"]?.stringValue ?? ""))
        }
        redactions = [:]
        for entry in json["redactions"]?.arrayValue ?? [] {
            guard let kind = entry["kind"]?.stringValue else { continue }
            redactions[kind] = Int(clamping: entry["times"]?.integerValue ?? 0)
        }
        isRepeatable = analysis["repeatable"]?.boolValue ?? false
        toolkit = analysis["toolkit"]?.stringValue
        options = DiagnosisOptions(
            tools: (analysis["tools"]?.arrayValue ?? []).compactMap(\.stringValue),
            spaceKey: analysis["space"]?.stringValue, page: analysis["page"]?.stringValue.flatMap(PageReference.init),
            budget: Int(clamping: min(1_000, analysis["budget"]?.integerValue ?? 25)),
            maxFailedLogins: Int(clamping: analysis["maxFailedLogins"]?.integerValue ?? 1),
            longestWait: Int(clamping: analysis["maxWait"]?.integerValue ?? 0),
            offline: analysis["offline"]?.boolValue ?? false)
    }
}
