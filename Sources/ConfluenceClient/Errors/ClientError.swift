package import ConfluenceWire

/// What the Python client would have raised, with the text that it would have shown.
package struct ClientError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name of the Python class: `HTTPError`, `ApiError`, `AttributeError`.
    package var exceptionType: String
    package var message: String
    /// The answer that the error comes from.
    package var response: Response?

    package init(_ exceptionType: String, _ message: String, response: Response? = nil) {
        self.exceptionType = exceptionType
        self.message = message
        self.response = response
    }

    package var status: Int? { response?.status }

    package var description: String { "\(exceptionType): \(message)" }

    /// Whether the error is one of the client's own or of its HTTP library: those that page reads put up with.
    package var isFromAnswer: Bool {
        exceptionType == "HTTPError" || exceptionType.hasPrefix("Api")
    }

    /// The client's sentence in place of the server's; the answer is kept.
    func reworded(_ exceptionType: String, _ message: String) -> ClientError {
        ClientError(exceptionType, message, response: response)
    }
}

extension ClientError {
    /// The error for an answer, or `nil` where the client takes it for a success.
    ///
    /// A 401 loses its body unless it has one exact content type; any other refusal shows the body's
    /// `message`, and without one the sentence of the `requests` library.
    static func forAnswer(_ answer: Answer) -> ClientError? {
        let response = answer.response
        if response.status == 401, response.headers["Content-Type"] != "application/json;charset=UTF-8" {
            return ClientError("HTTPError", "Unauthorized (401)", response: response)
        }
        guard (400..<600).contains(response.status) else { return nil }
        if case .object(let body)? = response.clientJSON(), let message = body["message"] {
            return ClientError("HTTPError", PythonText.str(message), response: response)
        }
        return forStatus(answer)
    }

    /// The sentence of `requests`: `404 Client Error: Not Found for url: …`.
    package static func forStatus(_ answer: Answer) -> ClientError {
        let status = answer.response.status
        let side = status < 500 ? "Client" : "Server"
        let reason = answer.response.reasonPhrase
        return ClientError(
            "HTTPError", "\(status) \(side) Error: \(reason) for url: \(answer.url)",
            response: answer.response)
    }

    /// The error of `requests` for an exchange that brought no answer.
    static func forFailure(_ failure: TransportFailure, at url: WebAddress) -> ClientError {
        let pool = "\(url.scheme.uppercased())ConnectionPool(host='\(url.host)', port=\(url.effectivePort))"
        let attempt = "\(pool): Max retries exceeded with url: \(url.target)"
        switch failure {
        case .nameNotResolved(let host):
            return ClientError(
                "ConnectionError", "\(attempt) (Caused by NameResolutionError(\"Failed to resolve '\(host)'\"))")
        case .connectionRefused:
            return ClientError(
                "ConnectionError", "\(attempt) (Caused by NewConnectionError('[Errno 111] Connection refused'))")
        case .timedOut(_, let seconds):
            return ClientError(
                "ReadTimeout", "\(pool): Read timed out. (read timeout=\(PythonText.str(.number(seconds))))")
        case .tls(_, let reason):
            return ClientError("SSLError", "\(attempt) (Caused by SSLError('\(reason)'))")
        case .proxy(let reason):
            return ClientError("ProxyError", "\(attempt) (Caused by ProxyError('\(reason)'))")
        case .malformedAnswer(_, let reason), .other(_, let reason):
            return ClientError("ConnectionError", "('Connection aborted.', '\(reason)')")
        case .answerTooLarge:
            return ClientError("ConnectionError", "\(failure)")
        }
    }

    /// The error of `requests` for a text that is no address.
    static func forAddress(_ text: String, _ reason: WebAddress.Malformed) -> ClientError {
        switch reason {
        case .schemeMissing where text.hasPrefix("https:/") || text.hasPrefix("http:/"), .hostMissing:
            ClientError("InvalidURL", "Invalid URL '\(text)': No host supplied")
        case .empty, .schemeMissing:
            ClientError(
                "MissingSchema", "Invalid URL '\(text)': No scheme supplied. Perhaps you meant https://\(text)?")
        case .schemeUnknown:
            ClientError("InvalidSchema", "No connection adapters were found for '\(text)'")
        case .hostInvalid, .portInvalid, .characterInvalid:
            ClientError("InvalidURL", "Failed to parse: \(text)")
        }
    }
}
