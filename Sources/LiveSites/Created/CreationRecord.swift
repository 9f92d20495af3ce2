import ConfluenceWire
import Synchronization

/// Notes what a run creates: each line is safe on the disk before the request that it tells of is sent.
package final class CreationRecord: Sendable {
    private struct State {
        var lines: [RecordLine] = []
        var lastNumber = 0
    }

    private let state: Mutex<State>
    /// Makes one line safe.
    private let append: @Sendable (_ line: String) throws -> Void

    /// - Parameter lines: What an earlier run has left, which is gone on with.
    package init(lines: [RecordLine] = [], append: @escaping @Sendable (_ line: String) throws -> Void) {
        let last = lines.map { line in
            if case .intended(let number, _) = line { number } else { 0 }
        }
        state = Mutex(State(lines: lines, lastNumber: last.max() ?? 0))
        self.append = append
    }

    /// One that is forgotten with the run, for a site that is forgotten as well.
    package static func inMemory() -> CreationRecord { CreationRecord(append: { _ in }) }

    package var contents: RecordContents { RecordContents(state.withLock(\.lines)) }

    package func begin(_ head: RecordHead) throws { try note(.begun(head)) }

    /// Notes what is about to be created, and gives the number by which the outcome is noted.
    func intend(_ creation: Creation) throws -> Int {
        try state.withLock { state in
            let line = RecordLine.intended(number: state.lastNumber + 1, creation)
            try append(line.json.compactText)
            state.lastNumber += 1
            state.lines.append(line)
            return state.lastNumber
        }
    }

    func note(_ line: RecordLine) throws {
        try state.withLock { state in
            try append(line.json.compactText)
            state.lines.append(line)
        }
    }
}
