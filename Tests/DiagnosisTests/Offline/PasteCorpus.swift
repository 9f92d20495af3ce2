import ConfluenceModel
import Diagnosis
import Foundation

/// The texts of `Fixtures/pastes`: each with the causes of which one must come first.
struct PasteCorpus {
    struct Sample: Sendable, CustomStringConvertible {
        var name: String
        var file: String
        /// Empty where no cause may be named.
        var expected: [CauseID]
        var text: String

        var description: String { "\(file): \(name)" }

        func explained(with likeness: Likeness = .learnt) -> DiagnosisReport {
            PasteDoctor(likeness: likeness).explain(Paste(text))
        }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

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
    }

    static func samples(_ part: Part) throws -> [Sample] {
        let folder = root.appending(path: "Fixtures/pastes/\(part.rawValue)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        return try names.filter { $0.hasSuffix(".txt") }.flatMap { name in
            try read(String(contentsOf: folder.appending(path: name), encoding: .utf8), file: name)
        }
    }

    /// Texts follow each other, each headed by `=== name | cause / cause`.
    private static func read(_ text: String, file: String) throws -> [Sample] {
        var samples: [Sample] = []
        for part in ("\n" + text).components(separatedBy: "\n=== ").dropFirst() {
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            let head = lines[0].split(separator: " | ")
            guard head.count == 2, lines.count == 2 else { throw Unreadable(text: String(lines[0])) }
            let ids = head[1].split(separator: " / ").map {
                CauseID(rawValue: String($0).trimmingCharacters(in: .whitespaces))
            }
            samples.append(
                Sample(
                    name: String(head[0]), file: file, expected: head[1] == "none" ? [] : ids, text: String(lines[1])))
        }
        return samples
    }

    struct Unreadable: Error {
        var text: String
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

    init(_ samples: [PasteCorpus.Sample], with likeness: Likeness = .learnt) {
        for sample in samples { add(sample, sample.explained(with: likeness)) }
    }

    private mutating func add(_ sample: PasteCorpus.Sample, _ report: DiagnosisReport) {
        count += 1
        let names = report.causes.map(\.id)
        let isFirst = sample.expected.isEmpty ? names.isEmpty : names.first.map(sample.expected.contains) ?? false
        let isAmongThree = isFirst || names.prefix(3).contains(where: sample.expected.contains)
        if isFirst { first += 1 }
        if isAmongThree { firstThree += 1 }
        if !isFirst {
            let found = report.causes.prefix(3).map { "\($0.id) \($0.confidence)" }.joined(separator: ", ")
            misses.append("\(sample): expected \(sample.expected.map(\.rawValue)), found \(found)")
            if (report.causes.first?.confidence ?? 0) >= 0.8 { confidentlyWrong += 1 }
        }
    }

    var firstShare: Double { Double(first) / Double(max(1, count)) }
    var firstThreeShare: Double { Double(firstThree) / Double(max(1, count)) }
}
