import ConfluenceModel

/// Words that every form of a run's report has in common.
extension ScenarioRunReport {
    /// The run in a line: `46 passed, 1 failed, 2 skipped, 3 flaky`.
    var sum: String {
        var parts = ["\(count(.passed)) passed", "\(count(.failed)) failed"]
        if count(.skipped) > 0 { parts.append("\(count(.skipped)) skipped") }
        if flakyCount > 0 { parts.append("\(flakyCount) flaky") }
        return parts.joined(separator: ", ")
    }

    /// The known defects that the run met, each driver's once, with what it says about them.
    var defects: [(defect: KnownDefect, standing: KnownDefect.Standing, result: ScenarioResult)] {
        var seen: Set<[String]> = []
        return scenarios.compactMap { result in
            guard let defect = result.knownDefect, let standing = result.defectStanding,
                seen.insert([defect.id, result.driver, standing.rawValue]).inserted
            else { return nil }
            return (defect, standing, result)
        }
    }
}

extension ScenarioResult {
    /// The name with the number of the repetition: `A revoked token, repetition 2`.
    var fullName: String { repetition.map { "\(name), repetition \($0)" } ?? name }

    /// The full name on one line: a line of a log that began with a name's second one could be taken for a command.
    var title: String { fullName.split(whereSeparator: \.isNewline).joined(separator: " ") }

    /// The driver and its product, and the live site where it was one: `elitea (elitea-sdk 0.11.27) on staging`.
    var driverTitle: String {
        let place = site.map { " on \($0)" } ?? ""
        guard let product else { return driver + place }
        return "\(driver) (\(product.title))\(place)"
    }

    /// The scenario's file with the line of the first step that failed, if it is known.
    var place: (file: String, line: Int) {
        (file, steps.first { $0.status == .failed }?.line ?? 1)
    }

    /// Why the scenario failed: the reason, and each problem behind its step's title.
    var problems: [String] {
        let problems = steps.flatMap { step in step.problems.map { "\(step.title): \($0)" } }
        return [defectRemark].compactMap(\.self) + [status == .failed ? reason : nil].compactMap(\.self) + problems
    }

    /// That a defect seems to be mended, where it could not be reproduced.
    var defectRemark: String? {
        guard defectStanding == .perhapsMended, let defect = knownDefect else { return nil }
        let version = product.map { "in \($0.title)" } ?? "with \(driver)"
        let seen = defect.seenIn.map { ", it was seen in \($0)" } ?? ""
        return
            "the known defect \(defect.id) could not be reproduced \(version) and may be mended\(seen): \(defect.title)"
    }

    /// The first cause of the diagnosis, or its verdict.
    var diagnosed: String? {
        diagnosis.map { $0.causes.first?.id.rawValue ?? $0.verdict.rawValue }
    }
}

extension DriverProduct {
    var title: String { name + (version.map { " \($0)" } ?? "") }
}

extension StepExchange {
    /// `GET https://acme.atlassian.net/wiki/rest/api/content/1 → 404 (reader-bot)`.
    var headline: String {
        "\(method) \(address) → \(status.map(String.init) ?? "no answer")\(account.map { " (\($0))" } ?? "")"
    }
}

/// Numbers as reports write them.
enum Figures {
    /// `0.12 s`, without the noise of a formatter.
    static func seconds(_ milliseconds: Int) -> String {
        let hundredths = (milliseconds + 5) / 10
        return "\(hundredths / 100).\(twoDigits(hundredths % 100)) s"
    }

    /// `99.3 %`; `–` where nothing was counted.
    static func percent(_ share: Double?) -> String {
        guard let share else { return "–" }
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
