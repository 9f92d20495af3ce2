import ConfluenceModel
import Foundation

@testable import Diagnosis

/// The texts of `Fixtures/pastes`: each with the causes of which one must come first.
struct PasteCorpus {
    struct Sample: Sendable, CustomStringConvertible {
        var name: String
        var file: String
        /// Empty where no cause may be named.
        var expected: [CauseID]
        var text: String

        var description: String { "\(file): \(name)" }

        /// The thread whose text it has the form of, as `project#number`, if its name says so.
        var thread: Substring? {
            name.split { " ,".contains($0) }.last { $0.contains("#") }?.split(separator: "/").last
        }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Where other texts lie that are to be measured.
    static let elsewhere = ProcessInfo.processInfo.environment["CONFLUENCE_DOCTOR_PASTES"]

    /// The texts for which the rules were written, and those which were written after them, set by set.
    enum Part: String, CaseIterable {
        case tuned
        case heldOut = "held-out"
        /// In the form of failures that people reported in public threads.
        case threads
        /// Written after the rules had been widened to the third set.
        case fresh
        /// In the forms of further reports, written after the rules had been widened to the fourth set.
        case reported
        /// Written after the rules had been widened to the fifth set.
        case unseen
        /// Written by somebody who knew neither the rules nor the other texts.
        case blind
        /// What people posted in public threads, retold, with the cause that each thread settled on.
        case posted
        /// The same, collected later: more questions and wishes among them.
        case further
        /// Written cause by cause in the ways in which people paste at a help desk, by somebody who knew no rules.
        case written

        /// Whether it is like what is pasted in earnest; of the other texts the rules know too well what they tell.
        var isEarnest: Bool { [.posted, .further, .written].contains(self) }
    }

    static func samples(_ part: Part) throws -> [Sample] {
        try samples(in: root.appending(path: "Fixtures/pastes/\(part.rawValue)"))
    }

    /// The texts of a folder's files, or of one file.
    static func samples(in place: URL) throws -> [Sample] {
        guard place.pathExtension != "txt" else {
            return try read(String(contentsOf: place, encoding: .utf8), file: place.lastPathComponent)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path()).sorted()
        return try names.filter { $0.hasSuffix(".txt") }.flatMap { try samples(in: place.appending(path: $0)) }
    }

    /// Texts follow each other, each headed by `=== name | cause / cause`; or each is one line, `cause | text`.
    private static func read(_ text: String, file: String) throws -> [Sample] {
        guard text.hasPrefix("=== ") || text.contains("\n=== ") else { return try readLines(text, file: file) }
        var samples: [Sample] = []
        for part in ("\n" + text).components(separatedBy: "\n=== ").dropFirst() {
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            guard let mark = lines[0].range(of: " | ", options: .backwards), lines.count == 2 else {
                throw Unreadable(text: String(lines[0]))
            }
            samples.append(
                Sample(
                    name: String(lines[0][..<mark.lowerBound]), file: file,
                    expected: causes(lines[0][mark.upperBound...]), text: String(lines[1])))
        }
        return samples
    }

    private static func readLines(_ text: String, file: String) throws -> [Sample] {
        try text.split(separator: "\n").enumerated().filter { !$0.element.hasPrefix("#") }.map { number, line in
            guard let mark = line.range(of: " | ") else { throw Unreadable(text: String(line)) }
            return Sample(
                name: "\(number + 1)", file: file, expected: causes(line[..<mark.lowerBound]),
                text: String(line[mark.upperBound...]))
        }
    }

    private static func causes(_ names: Substring) -> [CauseID] {
        names.split { " /,".contains($0) }.map(String.init)
            .filter { !["none", "nothing"].contains($0) }.map { CauseID(rawValue: $0) }
    }

    struct Unreadable: Error {
        var text: String
    }
}

/// What is said of a text, with what was learnt from some texts or others.
struct PasteAnswer: Sendable {
    let sample: PasteCorpus.Sample
    let ranking: PasteRanking
    /// What the likeness by itself says, the likest cause first.
    let likest: [CauseID]

    init(_ paste: ReadPaste, _ likeness: Likeness) {
        let judgement = Judgement(paste.reading, likeness)
        sample = paste.sample
        ranking = PasteRanking(paste.reading, judgement)
        likest = judgement.chances.map(\.cause)
    }
}

/// How often the right cause was named, over many texts.
struct PasteAccuracy {
    var count = 0
    var first = 0
    var firstThree = 0
    /// A wrong cause came first, with a confidence of 0.8 or more.
    var confidentlyWrong = 0
    var misses: [String] = []

    init(_ answers: [PasteAnswer]) {
        for answer in answers { add(answer) }
    }

    /// The same for the texts of each file.
    static func byFile(_ answers: [PasteAnswer]) -> [(file: String, accuracy: PasteAccuracy)] {
        Dictionary(grouping: answers, by: \.sample.file).sorted { $0.key < $1.key }.map {
            ($0.key, PasteAccuracy($0.value))
        }
    }

    /// What several sets of texts come to.
    static func sum(_ parts: [PasteAccuracy]) -> PasteAccuracy {
        parts.reduce(into: PasteAccuracy([])) { sum, part in
            sum.count += part.count
            sum.first += part.first
            sum.firstThree += part.firstThree
            sum.confidentlyWrong += part.confidentlyWrong
            sum.misses += part.misses
        }
    }

    private mutating func add(_ answer: PasteAnswer) {
        let sample = answer.sample
        count += 1
        let isRight = { (line: CauseID?) in line.map(sample.expected.contains) ?? sample.expected.isEmpty }
        let lines = answer.ranking.lines
        // Where nothing is named at all, no fault is.
        let isFirst = isRight(lines.first?.cause ?? nil)
        if isFirst { first += 1 }
        if isFirst || lines.prefix(3).contains(where: { isRight($0.cause) }) { firstThree += 1 }
        if !isFirst {
            let found = lines.prefix(3).map { "\($0.cause?.rawValue ?? "no fault") \($0.confidence)" }
            misses.append(
                "\(sample): expected \(sample.expected.map(\.rawValue)), found \(found.joined(separator: ", "))")
            if (lines.first?.confidence ?? 0) >= 0.8 { confidentlyWrong += 1 }
        }
    }

    var firstShare: Double { Double(first) / Double(max(1, count)) }
    var firstThreeShare: Double { Double(firstThree) / Double(max(1, count)) }
}
