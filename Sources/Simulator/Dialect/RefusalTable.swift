import ConfluenceWire

/// How a dialect answers each refusal: one row for each, with where that is known from.
struct RefusalTable: Sendable {
    let rows: [Row]

    /// One refusal's status and wording in one family of answers.
    struct Row: Sendable {
        let kind: Refusal.Kind
        /// `nil` holds for every family without a row of its own.
        let api: API?
        /// `true` is used only where the answer must not tell that the thing exists.
        let whenHidden: Bool
        let status: Int
        let body: RefusalBody
        let headers: Headers
        let source: String
        let confidence: Confidence

        init(
            _ kind: Refusal.Kind,
            in api: API? = nil,
            whenHidden: Bool = false,
            _ status: Int,
            _ body: RefusalBody,
            headers: Headers = [:],
            _ source: String,
            _ confidence: Confidence
        ) {
            self.kind = kind
            self.api = api
            self.whenHidden = whenHidden
            self.status = status
            self.body = body
            self.headers = headers
            self.source = source
            self.confidence = confidence
        }
    }

    /// The row for a refusal; one that must not tell more prefers a row for that.
    func row(for kind: Refusal.Kind, hidden: Bool, api: API) -> Row {
        let candidates = rows.filter { $0.kind == kind && (hidden || !$0.whenHidden) }
        for family in [api, api.parent, nil] as [API?] {
            let fitting = candidates.filter { $0.api == family }
            if let row = fitting.first(where: { $0.whenHidden == hidden }) ?? fitting.first { return row }
        }
        return Row(kind, 500, .status("{text}"), "no answer is known", .inferred)
    }
}

/// The shape of an error answer; texts may name ``Refusal/Value``s in braces, such as `{id}`.
enum RefusalBody: Sendable, Hashable {
    /// `{"message":…}`
    case message(String)
    /// `{"statusCode":…,"message":…}`
    case status(String)
    /// The same two members the other way round.
    case messageFirst(String)
    /// With the `data` object that services add; Data Center also gives a reason, and whether read-only mode matters.
    case service(
        String, authorized: Bool = false, successful: Bool = false, reason: String? = nil,
        allowedInReadOnlyMode: Bool = true)
    /// With `errors` that name the members at fault, which the value `name` holds, joined by commas.
    case invalid(String, reason: String)
    /// `{"statusCode":…,"message":…,"reason":…}`
    case reasoned(String, reason: String)
    /// The `errors` array of v2.
    case errors(code: String, title: String)
    /// The `errors` array of Cloud's newer v1, which has no details.
    case bareErrors(code: String, title: String)
    /// `{"code":…,"message":…}`, as the gateway writes it.
    case code(String)
    /// `{"errorMessages":[…],"errors":{}}`
    case errorMessages(String)
    /// `{"error": …}`, as the edge of Cloud writes it.
    case error(String)
    /// The status entity of the older REST layer: XML, or JSON where the caller prefers it.
    case entity(String, prefersXML: Bool)
    /// Tomcat's own error page.
    case tomcat(message: String, description: String, server: String?)
    /// A page for people.
    case html(title: String, text: String)
    case empty
}
