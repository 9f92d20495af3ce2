package import ConfluenceWire
package import Foundation

/// One request with what came of it.
package struct Exchange: Sendable, Hashable {
    package var request: Request
    package var outcome: Outcome
    package var start: Date
    package var milliseconds: Int
    /// Which of a session's credentials was shown, counted from 1; 0 is none, and `nil` that nobody counted.
    package var credential: Int?
    package var requestBody = Share()
    package var responseBody = Share()
    /// Why the answer ended before it was whole.
    package var breakOff: TransportFailure?

    package enum Outcome: Sendable, Hashable {
        case answer(Response)
        case failure(TransportFailure)
    }

    /// How much there was of a body of which not all is kept.
    package struct Share: Sendable, Hashable {
        /// The size of the whole; `nil` where what is kept is the whole.
        package var size: Int?
        /// What was done to it, for people: that it was cut or left out.
        package var note: String?

        package init(size: Int? = nil, note: String? = nil) {
            self.size = size
            self.note = note
        }
    }

    package init(request: Request, outcome: Outcome, start: Date, milliseconds: Int, credential: Int? = nil) {
        self.request = request
        self.outcome = outcome
        self.start = start
        self.milliseconds = milliseconds
        self.credential = credential
    }

    /// The answer, also one that broke off.
    package var response: Response? {
        if case .answer(let response) = outcome { response } else { nil }
    }
}
