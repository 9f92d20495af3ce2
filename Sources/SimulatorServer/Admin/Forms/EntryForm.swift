import ConfluenceWire
import Simulator

/// An exchange of a journal as JSON.
enum EntryForm {
    static func json(_ entry: JournalEntry) -> JSON {
        [
            "number": .integer(Int64(entry.number)),
            "moment": .string(Moment.text(entry.moment)),
            "method": .string(entry.method),
            "origin": .string(entry.origin),
            "target": .string(entry.target),
            "status": .integer(Int64(entry.status)),
            "account": entry.account.map(JSON.string) ?? .null,
            "stage": .string(entry.stage.rawValue),
            "decision": .string(entry.decision),
            "steps": .array(
                entry.steps.map { step in
                    [
                        "stage": .string(step.stage.rawValue), "words": .string(step.words),
                        "passed": .bool(step.passed),
                    ]
                }),
            "nearMiss": entry.nearMiss.map(JSON.string) ?? .null,
            "gap": entry.gap.map(JSON.string) ?? .null,
            "request": message(entry.requestHeaders, entry.requestSize),
            "response": message(entry.responseHeaders, entry.responseSize),
        ]
    }

    private static func message(_ headers: Headers, _ size: Int) -> JSON {
        [
            "headers": .array(headers.map { ["name": .string($0.name), "value": .string($0.value)] }),
            "size": .integer(Int64(size)),
        ]
    }
}

/// What came of a comparison as JSON.
enum VerdictForm {
    static func json(_ verdict: JournalVerdict) -> JSON {
        [
            "holds": .bool(verdict.holds),
            "report": .string(verdict.description),
            "made": .integer(Int64(verdict.made)),
            "expected": .integer(Int64(verdict.expected)),
            "missing": .array(
                verdict.missing.map { missing in
                    [
                        "call": .string(missing.call.description),
                        "nearest": missing.nearest.map(EntryForm.json) ?? .null,
                    ]
                }),
            "outOfOrder": .array(
                verdict.misplaced.map { misplaced in
                    ["call": .string(misplaced.call.description), "entry": EntryForm.json(misplaced.entry)]
                }),
            "unexpected": .array(verdict.unexpected.map(EntryForm.json)),
        ]
    }
}
