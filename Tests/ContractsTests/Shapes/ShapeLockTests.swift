import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Contracts
import Testing

@Suite("Locks of shapes")
struct ShapeLockTests {
    @Test("two recordings of an unchanged site differ in nothing", arguments: ConfluenceSite.Acme.allCases)
    func unchanged(acme: ConfluenceSite.Acme) async throws {
        let one = ShapeRecording(of: try await RecordedSite.samples(acme))
        let other = ShapeRecording(of: try await RecordedSite.samples(acme))
        #expect(one.bytes == other.bytes)
        #expect(ShapeLock(of: one.samples).yaml == ShapeLock(of: other.samples).yaml)
        let diff = ShapeDiff(ShapeLock(of: one.samples), ShapeLock(of: other.samples), readers: DriftReaders())
        #expect(diff.drifts.isEmpty && diff.compared > 20)
    }

    @Test("what is recorded has the shape of what was answered", arguments: ConfluenceSite.Acme.allCases)
    func redactionKeepsShapes(acme: ConfluenceSite.Acme) async throws {
        let samples = try await RecordedSite.samples(acme)
        let recording = ShapeRecording(of: samples)
        #expect(ShapeLock(of: recording.samples).yaml == ShapeLock(of: samples).yaml)
        #expect(ShapeRecording(of: recording.samples).samples.map(\.key) == recording.samples.map(\.key))
    }

    @Test("a recording and a lock are read as they were written", arguments: ConfluenceSite.Acme.allCases)
    func files(acme: ConfluenceSite.Acme) async throws {
        let recording = ShapeRecording(
            of: try await RecordedSite.samples(acme), origin: ShapeRecording.Origin(site: "a site"))
        let again = try ShapeRecording(recording.bytes, file: "recording.json")
        #expect(again == recording)
        let lock = ShapeLock(of: recording.samples)
        let read = try ShapeLock(Array(lock.yaml.utf8), file: "shapes.yaml")
        #expect(read.yaml == lock.yaml)
        #expect(ShapeDiff(lock, read, readers: DriftReaders()).drifts.isEmpty)
        #expect(ShapeDiff(read, lock, readers: DriftReaders()).drifts.isEmpty)
        #expect(try ShapeLock(recording.bytes, file: "recording.json") == lock)
    }

    @Test("neither order nor number of samples counts", arguments: [1, 2, 3, 5, 8, 13] as [UInt64])
    func lattice(seed: UInt64) async throws {
        let samples = try await RecordedSite.samples(.cloud) + RecordedSite.samples(.dataCenter)
        var generator = SplitMix64(seed: seed)
        let whole = ShapeLock(of: samples).yaml
        let shuffled = samples.shuffled(using: &generator)
        #expect(ShapeLock(of: shuffled).yaml == whole, "seed \(seed)")
        let repeated = shuffled + samples.filter { _ in Bool.random(using: &generator) }
        #expect(ShapeLock(of: repeated).yaml == whole, "seed \(seed)")
        let cut = Int.random(in: 0...samples.count, using: &generator)
        var merged = ShapeLock(of: shuffled[..<cut])
        merged.merge(ShapeLock(of: shuffled[cut...]))
        #expect(merged.yaml == whole, "seed \(seed)")
        var read = try ShapeLock(Array(ShapeLock(of: shuffled[..<cut]).yaml.utf8), file: "a.yaml")
        read.merge(try ShapeLock(Array(ShapeLock(of: shuffled[cut...]).yaml.utf8), file: "b.yaml"))
        #expect(read.yaml == whole, "seed \(seed)")
    }

    @Test("samples are merged: optional, nullable, words, formats, lists, maps")
    func learning() throws {
        let lock = ShapeLock(of: [
            Self.sample(
                #"{"id":"1","type":"page","when":"2026-01-01T10:00:00.000Z","by":null,"all":[],"metadata":{"properties":{"x":{"key":"x","value":1}}}}"#
            ),
            Self.sample(
                #"{"id":"att7","type":"blogpost","when":"2026-01-02T10:00:00.123Z","by":"someone","all":[{"one":1},{"one":null}],"note":1.5}"#
            ),
        ])
        let lines = lock.yaml.split(separator: "\n").map { $0.drop { $0 == " " } }
        for line in [
            "$: object", "all: list", "all[*]: object", "all[*].one: integer or null", "by: text or null",
            "id: text attachment-id, digits", "metadata: optional object", "metadata.properties.{key}.value: anything",
            "note: optional number", "type: one of blogpost, page", "when: text date-time-ms",
        ] {
            #expect(lines.contains(line[...]), "\(line) is missing in \(lock.yaml)")
        }
    }

    @Test(
        "paths are told by their templates",
        arguments: [
            ("/rest/api/content/98305", "/rest/api/content/{id}"),
            (
                "/rest/api/content/att98305/child/attachment/att5/data",
                "/rest/api/content/{id}/child/attachment/{id}/data"
            ),
            ("/rest/api/content/search", "/rest/api/content/search"),
            ("/rest/api/space/DOCS/content/page", "/rest/api/space/{key}/content/page"),
            ("/rest/api/space/search", "/rest/api/space/{key}"),
            ("/rest/api/content/5/property/my.secret-key", "/rest/api/content/{id}/property/{key}"),
            ("/api/v2/pages/7/footer-comments", "/api/v2/pages/{id}/footer-comments"),
            ("/download/attachments/7/a%20b.txt", "/download/attachments/{id}/{name}"),
            ("/something/else", "/{part}/{name}"),
        ])
    func templates(path: String, template: String) {
        #expect(PathTemplates.template(of: path) == template)
    }

    private static func sample(_ body: String) -> ShapeSample {
        ShapeSample(
            api: .cloudV1, method: "GET", path: "/rest/api/content/1",
            response: Response(status: 200, headers: ["Content-Type": "application/json"], body: Array(body.utf8)))
    }
}
