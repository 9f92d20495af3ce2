import ConfluenceStore
import ConfluenceWire
import Synchronization

/// Answers that were written out and that no change of the content has overtaken.
///
/// Clients ask for the same few pages again and again. Who asks is found out each time; only what comes after that,
/// finding the page, weighing the caller's rights to it and writing it out, is saved.
final class AnswerShelf: Sendable {
    /// All that decides such an answer besides the content.
    struct Key: Hashable {
        private var target: String
        private var base: SiteBase
        /// The row of the caller's account, which stays as it is until something changes.
        private var account: Int64?
        private var bypasses: Bool
        private var countsAnonymousGrants: Bool

        /// `nil` for a call whose answers are not kept.
        init?(_ call: Call, by viewer: Viewer) {
            guard call.route.resource.isSteady, call.isRead, viewer.groups.isEmpty else { return nil }
            target = call.request.url.target
            base = call.base
            account = viewer.account?.id
            bypasses = viewer.bypasses
            countsAnonymousGrants = viewer.countsAnonymousGrants
        }
    }

    /// An answer with the decision that let the caller have it.
    final class Answer: Sendable {
        let demand: Demand
        /// Why it was granted.
        let words: String
        let response: Response

        init(demand: Demand, words: String, response: Response) {
            self.demand = demand
            self.words = words
            self.response = response
        }
    }

    /// When answers hold: a macro may tell how long ago something was.
    struct Age: Equatable {
        /// The number of the last change of the content.
        var change: Int
        /// The second that the site's clock shows.
        var second: Int
    }

    private struct State {
        var age: Age
        var answers: [Key: Answer] = [:]
        var size = 0
    }

    /// Beyond so many bytes of bodies, all are forgotten: a client that walks a whole site comes back to none of them.
    private static let most = 4 << 20

    private let state = Mutex<State?>(nil)

    func answer(to key: Key, asOf age: Age) -> Answer? {
        state.withLock { $0?.age == age ? $0?.answers[key] : nil }
    }

    func keep(_ answer: Answer, to key: Key, asOf age: Age) {
        state.withLock { state in
            if state?.age != age || state?.size ?? 0 > Self.most { state = State(age: age) }
            state?.size += answer.response.body.count
            state?.answers[key] = answer
        }
    }
}
