import Diagnosis
import Foundation

/// `docs/accuracy-offline.md`: how often pasted texts get the right cause.
enum AccuracyPage {
    static let path = PasteCorpus.root.appending(path: "docs/accuracy-offline.md")

    static func text(_ book: LessonBook) throws -> String {
        var lines = [
            "# How often a pasted text gets the right cause", "",
            "Measured by `PasteAccuracyTests` on the texts of `Fixtures/pastes`; written anew by running it with "
                + "`UPDATE_ACCURACY=1`. All texts of these sets are our own, in the forms that real clients, sites and networks print; hosts, "
                + "people and tokens are invented. A text has one cause or several that it leaves open; “first” counts where one of "
                + "these comes first, and where nothing may be named, that nothing is or that the line “no fault of this configuration” does; "
                + "that line takes a place among the three like any other. “Confidently wrong” is a wrong first line with a "
                + "confidence of 0.8 or more. What people posted in public threads keeps what programs printed, with people's sentences "
                + "retold and all names invented; its cause is what the thread settled on.",
            "", "| texts | count | first | within three | confidently wrong |", "| --- | --- | --- | --- | --- |",
        ]
        for part in PasteCorpus.Part.allCases {
            let title =
                switch part {
                case .tuned: "written with the rules"
                case .heldOut: "written after the rules"
                case .threads: "in the form of failures reported in threads"
                case .fresh: "written after those of threads"
                case .reported: "in the form of further reports"
                case .unseen: "written after those of reports"
                case .blind: "written by somebody who knew neither rules nor texts"
                case .posted: "posted in public threads, retold"
                case .further: "posted in public threads, retold, collected later"
                case .written: "written cause by cause, as people paste at a help desk"
                }
            let files = PasteAccuracy.byFile(try ReadPastes.answers(part))
            lines.append(row(title, .sum(files.map(\.accuracy))))
            lines += files.map { row("— \($0.file)", $0.accuracy) }
        }
        return (lines + ["", try leftOut(book), "", try firstSight(), ""]).joined(separator: "\n")
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
        // The other sets are small, and the rules know them too well to tell anything of texts not seen.
        for part in PasteCorpus.Part.allCases where part == .blind || part.isEarnest {
            let likeness = Likeness(table: book.table(without: part), keepsRows: true)
            let answers = try ReadPastes.of(part).map { PasteAnswer($0, likeness) }
            alone.append(aloneRow(part.rawValue, answers))
            let files = PasteAccuracy.byFile(answers)
            together.append(row(part.rawValue, .sum(files.map(\.accuracy))))
            together += files.map { row("— \($0.file)", $0.accuracy) }
        }
        return """
            ## Each set left out

            Beside its rules the doctor compares what a text speaks of with the texts of each cause. Here it learnt from all sets but the \
            one that is measured: first by the comparison alone, of the texts that have a cause. What \
            other sets have of the same threads was left out with it.

            \(header)
            \(alone.joined(separator: "\n"))

            And by the rules with the comparison, where only the rules had seen these sets:

            \(header)
            \(together.joined(separator: "\n"))
            """
    }

    /// How often the likeness by itself names a cause of the texts that have one.
    private static func aloneRow(_ title: String, _ answers: [PasteAnswer]) -> String {
        let answers = answers.filter { !$0.sample.expected.isEmpty }
        let share = { (places: Int) in
            let right = answers.count { $0.likest.prefix(places).contains(where: $0.sample.expected.contains) }
            return "\(right) (\(String(format: "%.1f", 100 * Double(right) / Double(answers.count))) %)"
        }
        return "| \(title) | \(answers.count) | \(share(1)) | \(share(3)) | – |"
    }

    /// What a set said when it was read for the first time; such a figure is written down once.
    private static let sights = PasteCorpus.root.appending(path: "Fixtures/pastes/first-sight.txt")

    /// What the sets said before anybody had looked at a result of theirs.
    private static func firstSight() throws -> String {
        let rows = try String(contentsOf: sights, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { line in
                let cells = line.components(separatedBy: " | ")
                guard cells.count == 5, let count = Int(cells[1]), let first = Int(cells[2]), let three = Int(cells[3])
                else { throw PasteCorpus.Unreadable(text: String(line)) }
                let share = { (part: Int) in
                    "\(part) (\(String(format: "%.1f", 100 * Double(part) / Double(count))) %)"
                }
                return "| \(cells[0]) | \(count) | \(share(first)) | \(share(three)) | \(cells[4]) |"
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
            errors, and programs whose names are like Confluence's. Of the texts that were written blind, about one in eight must name \
            nothing. The comparison with which a.txt to c.txt were measured had learnt from none of these three, and that of d.txt, e.txt and \
            f.txt from those before it. In d.txt and those after it more people tell of a failure in their own words, in several languages, \
            and without naming it; d.txt to f.txt were measured by a copy of the rules in Python, all others by the doctor itself. The \
            texts that people really pasted (what programs printed word for word, people's sentences retold) are not kept here, as \
            they are others' words: 460 in four sets, 79 of which must name nothing. What was missed in the first two was learnt in words \
            of our own; the third was read once, the fourth by nobody who learnt from it; of its threads those that had been learnt \
            were left out, and for half of it the thread's answer was not seen: any cause that the text leaves open counts. The fourth was \
            learnt and kept since (`further`, reports.txt), as was the fifth, by another collector (threads.txt and collected.txt), and what was \
            told after help pages (told.txt). The one confident mistake of i.txt was a name that has no address for the comma behind it; since \
            then such a name is said with less confidence. The texts of p.txt to u.txt are longer than \
            those before, and nearer to what people post. Those of `written` (796, of which 78 must name nothing) are short again: some \
            ten for each cause, in as many voices. The texts posted in public threads (\
            `posted`, 348, of which 71 must name nothing, and `further`, 408, of which 143 must) are kept, since they were retold: long posts with templates, settings and \
            code, about several products, and as often a wish or a question as a failure.
            """
    }
}
