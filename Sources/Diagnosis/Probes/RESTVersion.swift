/// The REST API by which content is read: Cloud has two, of which the toolkit knows the first.
enum RESTVersion: Sendable {
    case one
    case two

    /// A question in words, with the API where it is not the toolkit's own.
    func words(_ question: Question) -> String {
        let isOfContent = [.space, .visibleSpaces, .writing, .page].contains(question)
        return self == .two && isOfContent ? "\(question.words) (by REST v2)" : question.words
    }
}
