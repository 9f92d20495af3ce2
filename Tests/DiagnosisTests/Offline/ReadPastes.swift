import ConfluenceModel
import Synchronization

@testable import Diagnosis

/// A text of `Fixtures/pastes` with what was read of it, which is the same whatever was learnt.
struct ReadPaste: Sendable {
    let sample: PasteCorpus.Sample
    let reading: PasteReading

    init(_ sample: PasteCorpus.Sample) {
        self.sample = sample
        reading = PasteReading(Paste(sample.text))
    }
}

/// The sets, each read and answered once for all tests of a run: there are thousands of texts, and nothing takes longer.
enum ReadPastes {
    typealias Report = (sample: PasteCorpus.Sample, report: DiagnosisReport)

    private static let pastes = Once<ReadPaste>()
    private static let answers = Once<PasteAnswer>()
    private static let reports = Once<Report>()

    /// What was learnt, with all of its rows read at once.
    private static let learnt = Likeness(table: Likeness.learntTable, keepsRows: true)

    static func of(_ part: PasteCorpus.Part) throws -> [ReadPaste] {
        try pastes.of(part) { try PasteCorpus.samples(part).map(ReadPaste.init) }
    }

    /// What is said of a set's texts with what was learnt.
    static func answers(_ part: PasteCorpus.Part) throws -> [PasteAnswer] {
        try answers.of(part) { try of(part).map { PasteAnswer($0, learnt) } }
    }

    /// What a reader is told of them.
    static func reports(_ part: PasteCorpus.Part) throws -> [Report] {
        try reports.of(part) {
            try of(part).map { ($0.sample, PasteDoctor(likeness: learnt).explain(Paste($0.sample.text), $0.reading)) }
        }
    }

    /// What is found of each set when it is first asked for.
    private final class Once<Found: Sendable>: Sendable {
        private let found = Mutex<[PasteCorpus.Part: [Found]]>([:])

        func of(_ part: PasteCorpus.Part, find: () throws -> [Found]) rethrows -> [Found] {
            try found.withLock { found in
                if let known = found[part] { return known }
                let new = try find()
                found[part] = new
                return new
            }
        }
    }
}
