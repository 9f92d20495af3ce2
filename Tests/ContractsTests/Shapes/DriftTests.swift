import ConfluenceModel
import ConfluenceTesting
import ConfluenceWire
import Contracts
import Documents
import Testing

@Suite("Drift of shapes")
struct DriftTests {
    @Test("each deliberate drift is found, alone and with its severity", arguments: DeliberateDrift.all)
    func deliberate(drift: DeliberateDrift) async throws {
        let before = try await RecordedSite.samples(.cloud)
        let after = drift.applied(to: try await RecordedSite.samples(.cloud))
        #expect(before.contains { $0.key.description == drift.exchange })
        for isRecorded in [false, true] {
            let diff = ShapeDiff(
                ShapeLock(of: isRecorded ? ShapeRecording(of: before).samples : before),
                ShapeLock(of: isRecorded ? ShapeRecording(of: after).samples : after), readers: try Self.readers())
            let told = diff.drifts.map { "\($0.kind.rawValue) \($0.exchange) \($0.path) \($0.severity.rawValue)" }
            #expect(
                told == ["\(drift.kind.rawValue) \(drift.exchange) \(drift.path) \(drift.severity.rawValue)"],
                "\(diff.drifts)")
        }
    }

    @Test("there are drifts of every kind, and thirty at least")
    func table() {
        let kinds = Set(DeliberateDrift.all.map(\.kind))
        #expect(Set(Drift.Kind.allCases).subtracting(kinds) == [.statusAdded, .headerOptional])
        #expect(DeliberateDrift.all.count >= 30)
    }

    @Test("many drifts at once are told each for itself", arguments: [1, 2, 3, 4, 5] as [UInt64])
    func several(seed: UInt64) async throws {
        var generator = SplitMix64(seed: seed)
        var exchanges: Set<String> = []
        // One for each exchange: two changes to one answer may be one.
        let chosen = DeliberateDrift.all.shuffled(using: &generator).filter { exchanges.insert($0.exchange).inserted }
        let before = try await RecordedSite.samples(.cloud)
        let after = chosen.reduce(before) { $1.applied(to: $0) }.shuffled(using: &generator)
        let diff = ShapeDiff(ShapeLock(of: before), ShapeLock(of: after), readers: try Self.readers())
        let told = Set(diff.drifts.map { "\($0.kind.rawValue) \($0.exchange) \($0.path)" })
        #expect(told == Set(chosen.map { "\($0.kind.rawValue) \($0.exchange) \($0.path)" }), "seed \(seed)")
        #expect(diff.drifts.count == chosen.count, "seed \(seed)")
    }

    @Test("headers and statuses that are there only at times")
    func sometimes() {
        func lock(_ statuses: [Int], _ headers: [Headers]) -> ShapeLock {
            ShapeLock(
                of: zip(statuses, headers).map { status, headers in
                    ShapeSample(
                        api: .cloudV1, method: "GET", path: "/rest/api/content/1",
                        response: Response(status: status, headers: headers))
                })
        }
        let always = lock([200, 200], [["Retry-After": "5"], ["Retry-After": "7"]])
        let sometimes = lock([200, 200, 429], [["Retry-After": "5"], [:], ["Retry-After": "1"]])
        let drifts = ShapeDiff(always, sometimes, readers: DriftReaders()).drifts
        #expect(drifts.map(\.kind) == [.headerOptional, .statusAdded])
        #expect(drifts.map(\.severity) == [.breaksToolkit, .breaksToolkit])
        #expect(ShapeDiff(sometimes, always, readers: DriftReaders()).drifts.isEmpty)
    }

    @Test("what only one side has is said, and is no drift")
    func onlyOne() async throws {
        let samples = try await RecordedSite.samples(.dataCenter)
        let diff = ShapeDiff(ShapeLock(of: samples), ShapeLock(of: samples.dropLast(5)), readers: DriftReaders())
        #expect(diff.drifts.isEmpty && !diff.onlyBefore.isEmpty)
        #expect(diff.report(title: "x", file: nil).notes.count == 1)
    }

    @Test("a drift is read as it was written", arguments: DeliberateDrift.all.prefix(5))
    func json(drift: DeliberateDrift) async throws {
        let before = try await RecordedSite.samples(.cloud)
        let diff = ShapeDiff(
            ShapeLock(of: before), ShapeLock(of: drift.applied(to: before)), readers: try Self.readers())
        let written = try JSONReader.read(JSONWriter.compact(diff.json))
        #expect(written["drifts"]?.arrayValue?.compactMap(Drift.init) == diff.drifts)
    }

    private static func readers() throws -> DriftReaders {
        var readers = DriftReaders()
        readers.note(try DocumentReader.read(Array(DeliberateDrift.laws.utf8), file: "drift.yaml"))
        return readers
    }
}
