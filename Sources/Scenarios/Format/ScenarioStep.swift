package import ConfluenceModel
package import ConfluenceWire
package import Documents

/// One thing that a scenario does, with what must come of it.
package struct ScenarioStep: Sendable, Hashable {
    package var action: Action
    /// What a person calls it; `nil` gives it a title from what it does.
    package var name: String?
    package var expectation = AnswerExpectation()
    /// What is expected instead with certain drivers.
    package var differences: [Difference] = []
    /// What is kept of the answer.
    package var captures: [Capture] = []
    /// How long the step may take; `nil` leaves it to the run.
    package var timeout: Duration?
    package var retries = Retries()
    /// The drivers with which it is carried out; empty means any.
    package var drivers: [String] = []
    /// The name of the site that is meant; `nil` for the first.
    package var site: String?
    /// The step as written, for placeholders and messages.
    package var node: DocumentNode

    package enum Action: Sendable, Hashable {
        case tool(name: String, arguments: DocumentNode?, configuration: String?)
        case site(SiteAct)
        case http(RawRequest)
        case expectSite(SiteEffect)
        case diagnose(DiagnosisQuestion)
        case explain(ExplanationQuestion)
        /// A person logs in by the site's login form.
        case browserLogin(user: String)
        case expectDelivery(DeliveryExpectation)
        case forEach(Loop)
    }

    /// The expectation for a driver, with the reason where it is another one than usual.
    package func expectation(with driver: String) -> (expectation: AnswerExpectation, because: String?) {
        guard let difference = differences.first(where: { $0.driver == driver }) else { return (expectation, nil) }
        return (difference.expectation, difference.because)
    }

    package var kind: StepKind {
        switch action {
        case .tool: .tool
        case .site: .site
        case .http: .http
        case .expectSite: .expectSite
        case .diagnose: .diagnose
        case .explain: .explain
        case .browserLogin: .browserLogin
        case .expectDelivery: .expectDelivery
        case .forEach: .forEach
        }
    }

    /// The tool that it calls; `nil` for other steps.
    package var toolName: String? {
        if case .tool(let name, _, _) = action { name } else { nil }
    }
}

/// Another expectation of a step for one driver.
package struct Difference: Sendable, Hashable {
    package var driver: String
    package var because: String
    package var expectation: AnswerExpectation
}

/// How often a step that failed is tried again.
package struct Retries: Sendable, Hashable {
    package var times = 0
    package var wait = Duration.zero
}

/// A part of an answer that later steps use as `{{var.NAME}}`.
package struct Capture: Sendable, Hashable {
    package var name: String
    package var source: Source
    package var node: DocumentNode

    package enum Source: Sendable, Hashable {
        case path(JSONPath)
        /// A regular expression, of which the first group is taken.
        case pattern(String)
        case header(String)
    }
}

/// Steps that are carried out for each element of a list.
package struct Loop: Sendable, Hashable {
    /// The variable that counts the elements from 0.
    static let counter = "index"

    /// What the element is called: `{{var.NAME}}`.
    package var variable: String
    /// A list, or a placeholder for one.
    package var elements: DocumentNode
    package var steps: [ScenarioStep] = []
}

/// A request as it stands, sent in the name of an account or of nobody.
package struct RawRequest: Sendable, Hashable {
    package var method: Request.Method
    /// Below the site's address; it may hold a query.
    package var path: String
    /// What comes behind the path besides.
    package var query: [QueryItem] = []
    /// The name of a token or of a user; `nil` sends no credentials.
    package var account: String?
    package var headers: [Header] = []
    package var body: DocumentNode?
    /// The parts of a multipart form; empty where there is none.
    package var form: [FormPart] = []

    package struct Header: Sendable, Hashable {
        package var name: String
        package var value: String
    }

    /// A field of a form, or a file that is uploaded by it.
    package struct FormPart: Sendable, Hashable {
        package var field: String
        package var text: String
        package var fileName: String?
        package var contentType: String?
    }
}

/// A webhook's request that a receiver must have got.
package struct DeliveryExpectation: Sendable, Hashable {
    package var receiver: String
    /// The event in the header `X-Event-Key`, or in the body; `nil` counts all.
    package var event: String?
    /// How many there must be; `nil` asks for one or more.
    package var count: Int?
    /// What must stand in at least one of their bodies.
    package var json: [AnswerExpectation.JSONExpectation]
    /// How long they are waited for.
    package var within: Duration
}

/// An error that somebody pastes, with what the doctor must make of it.
package struct ExplanationQuestion: Sendable, Hashable {
    package var text: String
    package var expectation: DiagnosisExpectation
}

/// A diagnosis that a scenario asks for, with what it must say.
package struct DiagnosisQuestion: Sendable, Hashable {
    package var configuration: String?
    package var tools: [String]
    package var spaceKey: String?
    package var pageID: String?
    package var expectation: DiagnosisExpectation
}
