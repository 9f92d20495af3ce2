import ConfluenceStore
import ConfluenceWire
import Synchronization

/// Answers that were written out and that no change of the content has overtaken.
///
/// Clients ask for the same few pages again and again. Who asks is still weighed each time; only what comes after that,
/// fetching the parts and writing them out, is saved.
final class AnswerShelf: Sendable {
    /// All that decides such an answer besides the content.
    struct Key: Hashable {
        var target: String
        var base: SiteBase
        var viewer: Viewer

        init(_ grant: Grant) {
            target = grant.call.request.url.target
            base = grant.call.base
            viewer = grant.viewer
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
        var answers: [Key: Response] = [:]
        var size = 0
    }

    /// Beyond so many bytes of bodies, all are forgotten: a client that walks a whole site comes back to none of them.
    private static let most = 4 << 20

    private let state = Mutex<State?>(nil)

    func answer(to grant: Grant, asOf age: Age, orWrite write: () throws -> Response) rethrows -> Response {
        let key = Key(grant)
        let kept = state.withLock { $0?.age == age ? $0?.answers[key] : nil }
        if let kept { return kept }
        let response = try write()
        state.withLock { state in
            if state?.age != age || state?.size ?? 0 > Self.most { state = State(age: age) }
            state?.size += response.body.count
            state?.answers[key] = response
        }
        return response
    }
}
