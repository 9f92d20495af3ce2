import ConfluenceModel
import ConfluenceWire
import Diagnosis
import Reporting

/// Tells whether changing the one thing that a cause blames makes the failing request succeed.
enum Repairing {
    static func outcome(of cause: Cause, in report: DiagnosisReport) -> (text: String, value: JSON) {
        let found = report.causes.first { $0.id == cause.id }
        let words = words(cause, found, report)
        let value: JSON = [
            "cause": .string(cause.id.rawValue),
            "found": .bool(found != nil),
            "proven": .bool(found?.isProven ?? false),
            "change": found?.repair.map { .string($0.change) } ?? .null,
            "tried": .bool(found?.repair?.wasTried ?? false),
            "worked": .bool(found?.repair?.worked ?? false),
            "fix": found.map { found in
                ["who": .string(found.fix.who.rawValue), "steps": .array(found.fix.steps.map(JSON.string))]
            } ?? .null,
            "diagnosis": DiagnosisJSON.value(report),
        ]
        return (words, value)
    }

    private static func words(_ cause: Cause, _ found: FoundCause?, _ report: DiagnosisReport) -> String {
        guard let found else {
            let others = report.causes.map(\.id.rawValue).joined(separator: ", ")
            return "nothing speaks for \(cause.id): the verdict is \(report.verdict.rawValue)"
                + (others.isEmpty ? "" : ", the causes found are \(others)")
        }
        guard let repair = found.repair else {
            return "\(cause.id): there is no change of the configuration that could be tried"
                + (found.isProven ? "; \(found.shownBy.words)" : "")
        }
        switch (repair.wasTried, repair.worked) {
        case (true, true): return "\(cause.id): tried, and it worked: \(repair.change)"
        case (true, false): return "\(cause.id): tried, and it still failed: \(repair.change)"
        case (false, _): return "\(cause.id): not tried: \(repair.change)"
        }
    }
}
