import ConfluenceModel
package import ConfluenceWire
package import Documents
import Foundation

/// The file of a ledger, `parity.yaml`: sorted, so that a run changes the lines of what it saw and no others.
extension Ledger {
    package var yaml: String {
        var groups = JSONObject()
        groups.append("version", 1)
        for kind in Subject.Kind.allCases {
            var subjects = JSONObject()
            for (subject, sites) in sightings.sorted(by: { $0.key < $1.key }) where subject.kind == kind {
                subjects.append("\(subject.api.rawValue) \(subject.name)", Self.json(sites))
            }
            groups.append("\(kind.rawValue)s", .object(subjects))
        }
        return "# What was last seen to hold on live sites; written by `--ledger` of `confluence-doctor contract`.\n"
            + YAMLWriter.text(.object(groups))
    }

    private static func json(_ sites: [String: Sighting]) -> JSON {
        .object(
            sites.sorted { $0.key < $1.key }.reduce(into: JSONObject()) { object, entry in
                let moment = entry.value.at.formatted(.iso8601)
                object.append(entry.key, ["seen": .string(moment), "by": .string(entry.value.run)])
            })
    }

    package init(_ document: DocumentNode) throws(DocumentError) {
        self.init()
        let file = try document.mapping(keys: ["version"] + Subject.Kind.allCases.map { "\($0.rawValue)s" })
        let version = try file.required("version")
        guard try version.integer() == 1 else { throw version.error("version 1 is expected") }
        for kind in Subject.Kind.allCases {
            for entry in try file["\(kind.rawValue)s"]?.mapping().entries ?? [] {
                let words = entry.key.split(separator: " ", maxSplits: 1).map(String.init)
                guard words.count == 2, let api = SiteAPI(rawValue: words[0]) else {
                    throw entry.error(
                        "a part of the API and a name are expected, such as cloud-v1 versions/stale-version")
                }
                try read(entry.value, of: Subject(kind, words[1], on: api))
            }
        }
    }

    private mutating func read(_ node: DocumentNode, of subject: Subject) throws(DocumentError) {
        for site in try node.mapping().entries {
            let sighting = try site.value.mapping(keys: ["seen", "by"])
            note(
                subject, on: site.key, at: try sighting.required("seen").instant(),
                run: try sighting.required("by").text())
        }
    }
}
