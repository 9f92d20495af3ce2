import ConfluenceModel
import Contracts
import Foundation
import Reporting

/// What earlier checks have told: a file of known verdicts, and a folder with an issue text for each.
struct DriftMemory {
    private let knownFile: String?
    private let issueFolder: String?
    private let known: KnownDrifts

    init(knownFile: String?, issueFolder: String?) throws(CommandFailure) {
        self.knownFile = knownFile
        self.issueFolder = issueFolder
        guard let knownFile, FileManager.default.fileExists(atPath: knownFile) else {
            known = KnownDrifts()
            return
        }
        do {
            known = try KnownDrifts(InputFile.document(knownFile))
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw .usage("\(error)")
        }
    }

    /// Whether there is anything to compare a check with.
    var remembers: Bool { knownFile != nil || issueFolder != nil }

    /// The report with everything marked that was told before.
    func marking(_ report: LawReport) -> LawReport {
        guard knownFile == nil else { return known.marking(report) }
        var report = report
        for index in report.laws.indices where report.laws[index].verdict.calls {
            report.laws[index].isKnown =
                text(of: report.laws[index]).map { $0.hasPrefix(first(report.laws[index])) } ?? false
        }
        return report
    }

    /// Writes down what is known now; whether that is something else than before.
    func keep(_ report: LawReport) throws(CommandFailure) -> Bool {
        var hasChanged = false
        if let knownFile {
            let next = known.updated(by: report)
            if next != known || !FileManager.default.fileExists(atPath: knownFile) {
                hasChanged = next != known
                try write(next.text, to: knownFile)
            }
        }
        guard let issueFolder else { return hasChanged }
        for judged in report.laws where judged.verdict != .notJudged {
            guard let path = path(of: judged) else { continue }
            if judged.verdict.calls {
                // The text of a drift that goes on is left as somebody has read it.
                if text(of: judged)?.hasPrefix(first(judged)) == true { continue }
                do {
                    try FileManager.default.createDirectory(atPath: issueFolder, withIntermediateDirectories: true)
                } catch {
                    throw .usage("\(issueFolder): the folder can't be made")
                }
                try write(LawMarkdown.issue(judged), to: path)
                hasChanged = true
            } else if FileManager.default.fileExists(atPath: path) {
                try? FileManager.default.removeItem(atPath: path)
                hasChanged = true
            }
        }
        return hasChanged
    }

    private func path(of judged: JudgedLaw) -> String? {
        let name = judged.key.replacing("/", with: "-")
        return issueFolder.map { "\($0)/\(name).md" }
    }

    private func text(of judged: JudgedLaw) -> String? {
        path(of: judged).flatMap { FileManager.default.contents(atPath: $0) }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The heading, which says what kind of drift it is.
    private func first(_ judged: JudgedLaw) -> String {
        String(LawMarkdown.issue(judged).prefix { $0 != "\n" }) + "\n"
    }

    private func write(_ text: String, to path: String) throws(CommandFailure) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw .usage("\(path): the file can't be written; check the folder and its permissions")
        }
    }
}
