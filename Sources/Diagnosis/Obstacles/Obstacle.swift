package import ConfluenceWire

/// What stood between a question and Confluence's own answer to it.
package enum Obstacle: Sendable, Hashable {
    /// No answer came at all.
    case failure(TransportFailure)
    /// An answer that says nothing about the credential, the space or the page.
    case answer(Kind, status: Int, words: String)

    package var kind: Kind {
        switch self {
        case .failure(let failure): Kind(failure)
        case .answer(let kind, _, _): kind
        }
    }

    /// Whether nothing else that is asked of this address can be answered, or should be asked now.
    var endsQuestions: Bool {
        switch kind {
        case .firewall, .refusal, .loginInFront, .gatewayKey, .serverError, .siteUnknown: false
        default: true
        }
    }

    /// Whether the site says it of itself or of where a request comes from, whatever it thinks of a credential.
    var isOfSite: Bool { [.addressNotAllowed, .siteSuspended, .rateLimit].contains(kind) }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        // No answer.
        case nameNotResolved
        case connectionRefused
        case timedOut
        case connectionDropped
        case unreachable
        case certificateExpired
        case certificateUntrusted
        case certificateWrongHost
        /// Its key or its signature is too weak for the toolkit's client.
        case certificateWeak
        /// A security product shows its own certificate in the site's place.
        case intercepted
        case tlsVersion
        /// The toolkit's client has what the server wants in TLS, and this program lacks it: nothing is known behind that.
        case otherSuites
        /// What listens there doesn't speak TLS.
        case plainPort
        case proxyLogin
        case proxyRefusal

        // Somebody else's answer.
        case captivePortal
        case loginInFront
        case firewall
        /// A web server's own page refuses, and says neither who is meant nor by which rule.
        case refusal
        /// A web server in front wants the client to show a certificate of its own.
        case clientCertificate
        /// A gateway for APIs wants a key of its own.
        case gatewayKey

        // The site's own, about itself.
        case addressNotAllowed
        case rateLimit
        case maintenance
        case serverError
        case siteUnknown
        case siteSuspended
        case gatewaySiteUnknown

        /// What stands in front of a site, and may stop some paths or some people alone.
        static let fronts: Set = [loginInFront, firewall, refusal, gatewayKey]
    }
}

extension Obstacle: CustomStringConvertible {
    package var description: String {
        switch self {
        case .failure(let failure): "\(failure)"
        case .answer(_, let status, let words):
            words.isEmpty ? "it answers \(status)" : "it answers \(status): \(words)"
        }
    }
}
