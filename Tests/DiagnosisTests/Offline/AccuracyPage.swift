import Diagnosis
import Foundation

/// `docs/accuracy-offline.md`: how often pasted texts get the right cause.
enum AccuracyPage {
    static let path = PasteCorpus.root.appending(path: "docs/accuracy-offline.md")

    static func text(_ book: LessonBook) throws -> String {
        var lines = [
            "# How often a pasted text gets the right cause", "",
            "Measured by `PasteAccuracyTests` on the texts of `Fixtures/pastes`; written anew by running it with "
                + "`UPDATE_ACCURACY=1`. All texts are our own, in the forms that real clients, sites and networks print; hosts, "
                + "people and tokens are invented. A text has one cause or several that it leaves open; “first” counts where one of "
                + "these comes first, and where nothing may be named, that nothing is. “Confidently wrong” is a wrong first cause with a "
                + "confidence of 0.8 or more.",
            "", "| texts | count | first | within three | confidently wrong |", "| --- | --- | --- | --- | --- |",
        ]
        for part in PasteCorpus.Part.allCases {
            let samples = try PasteCorpus.samples(part)
            let title =
                switch part {
                case .tuned: "written with the rules"
                case .heldOut: "written after the rules"
                case .threads: "in the form of failures reported in threads"
                case .fresh: "written after those of threads"
                case .reported: "in the form of further reports"
                case .unseen: "written after those of reports"
                case .blind: "written by somebody who knew neither rules nor texts"
                }
            let files = PasteAccuracy.byFile(samples)
            lines.append(row(title, .sum(files.map(\.accuracy))))
            lines += files.map { row("— \($0.file)", $0.accuracy) }
        }
        return (lines + ["", try leftOut(book), "", firstSight, ""]).joined(separator: "\n")
    }

    static func row(_ title: String, _ accuracy: PasteAccuracy) -> String {
        let share = { (part: Int) in
            "\(part) (\(String(format: "%.1f", 100 * Double(part) / Double(max(1, accuracy.count)))) %)"
        }
        return
            "| \(title) | \(accuracy.count) | \(share(accuracy.first)) | \(share(accuracy.firstThree)) | \(accuracy.confidentlyWrong) |"
    }

    /// What the likeness, and the rules with it, say of a set whose texts it didn't learn from.
    private static func leftOut(_ book: LessonBook) throws -> String {
        let header = "| texts | count | first | within three | confidently wrong |\n| --- | --- | --- | --- | --- |"
        var alone: [String] = []
        var together: [String] = []
        for part in PasteCorpus.Part.allCases {
            let likeness = Likeness(table: book.table(without: part))
            let result = book.alone(on: part, with: likeness)
            let share = { (part: Int) in
                "\(part) (\(String(format: "%.1f", 100 * Double(part) / Double(result.count))) %)"
            }
            alone.append(
                "| \(part.rawValue) | \(result.count) | \(share(result.first)) | \(share(result.firstThree)) | – |")
            let samples = try PasteCorpus.samples(part)
            let files = PasteAccuracy.byFile(samples, with: likeness)
            together.append(row(part.rawValue, .sum(files.map(\.accuracy))))
            if part == .blind { together += files.map { row("— \($0.file)", $0.accuracy) } }
        }
        return """
            ## Each set left out

            Beside its rules the doctor compares what a text speaks of with the texts of each cause. Here it learnt from all sets but the \
            one that is measured: first by the comparison alone, of the texts that have a cause.

            \(header)
            \(alone.joined(separator: "\n"))

            And by the rules with the comparison; the rules, and from when on a likeness counts, had seen these sets:

            \(header)
            \(together.joined(separator: "\n"))
            """
    }

    /// What a set said when the rules were run on it for the first time; such a figure is written down once.
    private struct FirstSight {
        var title: String
        var count: Int
        var first: Int
        var firstThree: Int
        var confidentlyWrong: Int

        /// One of the sets of 60 by an author who knew nothing of the doctor.
        static func blind(
            _ file: String, withComparison: Bool, first: Int, firstThree: Int, confidentlyWrong: Int = 0
        ) -> Self {
            let way = withComparison ? "and with the comparison" : "by the rules"
            return Self(
                title: "written by somebody who knew neither rules nor texts, \(file), \(way)", count: 60, first: first,
                firstThree: firstThree, confidentlyWrong: confidentlyWrong)
        }
    }

    private static let sights: [FirstSight] = [
        FirstSight(title: "written after the rules", count: 71, first: 66, firstThree: 67, confidentlyWrong: 0),
        FirstSight(
            title: "in the form of failures reported in threads", count: 145, first: 113, firstThree: 118,
            confidentlyWrong: 2),
        FirstSight(
            title: "written after those of threads", count: 60, first: 57, firstThree: 57, confidentlyWrong: 0),
        FirstSight(title: "in the form of further reports", count: 90, first: 76, firstThree: 77, confidentlyWrong: 0),
        FirstSight(
            title: "written after those of reports, mixed.txt", count: 66, first: 61, firstThree: 62,
            confidentlyWrong: 0),
        FirstSight(
            title: "written after mixed.txt, more.txt", count: 48, first: 41, firstThree: 41, confidentlyWrong: 0),
        FirstSight(
            title: "written after more.txt, with more people's own words, third.txt", count: 38, first: 27,
            firstThree: 28, confidentlyWrong: 0),
        .blind("a.txt", withComparison: false, first: 50, firstThree: 52),
        .blind("b.txt", withComparison: false, first: 46, firstThree: 49, confidentlyWrong: 1),
        .blind("c.txt", withComparison: false, first: 46, firstThree: 49),
        .blind("a.txt", withComparison: true, first: 52, firstThree: 53),
        .blind("b.txt", withComparison: true, first: 48, firstThree: 50, confidentlyWrong: 1),
        .blind("c.txt", withComparison: true, first: 51, firstThree: 54),
        .blind("d.txt", withComparison: false, first: 46, firstThree: 50),
        .blind("d.txt", withComparison: true, first: 49, firstThree: 53),
        .blind("e.txt", withComparison: false, first: 41, firstThree: 49),
        .blind("e.txt", withComparison: true, first: 50, firstThree: 55),
        .blind("f.txt", withComparison: false, first: 47, firstThree: 48),
        .blind("f.txt", withComparison: true, first: 45, firstThree: 54),
    ]

    /// What the sets said before anybody had looked at a result of theirs.
    private static var firstSight: String {
        let rows = sights.map { sight in
            let share = { (part: Int) in
                "\(part) (\(String(format: "%.1f", 100 * Double(part) / Double(sight.count))) %)"
            }
            return
                "| \(sight.title) | \(sight.count) | \(share(sight.first)) | \(share(sight.firstThree)) | \(sight.confidentlyWrong) |"
        }
        return """
            ## At first sight

            Each set but the first was written before the rules had been run on any text of it, in the order of this table, and run once as \
            the rules then were. What was missed showed which wordings and which ways of telling lacked; these were added before the next \
            set was written. So the figures above are those of seen texts, and the rows below are those to expect of unseen ones: \
            the more a text is in somebody's own words, the less.

            | texts | count | first | within three | confidently wrong |
            | --- | --- | --- | --- | --- |
            \(rows.joined(separator: "\n"))

            The texts of threads have the form of failures that people reported in public, some 120 threads, with the cause that the thread \
            came to; a text's name says which. The 30 texts of these two sets that must name nothing are calm output, other products' \
            errors, and programs whose names are like Confluence's. Of the 360 texts that were written blind, 48 must name nothing. The \
            comparison with which a.txt to c.txt were measured had learnt from none of these three, and that of d.txt, e.txt and f.txt from \
            those before it. In d.txt to f.txt more people tell of a failure in their own words, in six languages, and without naming it; \
            they were measured by a copy of the rules in Python, which at a later state named the same three causes as the doctor's \
            rules for 1,043 of 1,044 texts.
            """
    }
}
