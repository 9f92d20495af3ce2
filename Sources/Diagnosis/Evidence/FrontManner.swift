import ConfluenceModel
package import ConfluenceWire

/// In which way something answers that nobody knows: what it may be is guessed by that.
package enum FrontManner: Sendable, Hashable {
    /// It refuses, with a page for people or without a word.
    case refusal
    /// It says that what was there is switched off.
    case closed
    /// It has nothing to show but a list of files, which it keeps to itself.
    case emptyDirectory
    /// It wants a login, in whatever form.
    case loginWanted
    /// It refuses with data, as programs do that stand before APIs.
    case refusalAsData
    /// It sends everybody to another host.
    case away
    /// It shows a page as if all were well.
    case page

    /// `nil` where the answer is of another product's, or not one that a front gives.
    package init?(_ response: Response, to url: WebAddress) {
        guard !response.isOfOtherProduct else { return nil }
        switch response.status {
        case 401: self = .loginWanted
        case _ where response.isRefusal && response.json == nil && response.saysItIsClosed: self = .closed
        case _ where response.isRefusal && response.json == nil && response.listsNoDirectory: self = .emptyDirectory
        case _ where response.isRefusal: self = response.json == nil ? .refusal : .refusalAsData
        case 300...399:
            guard let target = response.redirectAddress, target.host != url.host else { return nil }
            self = .away
        case 200...299 where response.json == nil && !response.body.isEmpty: self = .page
        default: return nil
        }
    }

    /// What it may be, each with its part of what is believed of “something other than Confluence”, the likeliest first.
    ///
    /// The parts are estimates, by what was met in front of Confluence in reports and trials; nobody has counted.
    var guesses: [(cause: CauseID, part: Double)] {
        switch self {
        case .refusal: [(.firewall, 0.6), (.notConfluence, 0.2), (.ipAllowlist, 0.1), (.loginInFront, 0.1)]
        case .closed: [(.notConfluence, 0.45), (.serverError, 0.3), (.maintenance, 0.2)]
        case .emptyDirectory: [(.notConfluence, 0.9), (.firewall, 0.05)]
        case .loginWanted: [(.loginInFront, 0.55), (.gatewayKey, 0.25), (.notConfluence, 0.2)]
        case .refusalAsData: [(.gatewayKey, 0.55), (.firewall, 0.2), (.notConfluence, 0.15), (.ipAllowlist, 0.1)]
        case .away: [(.notConfluence, 0.55), (.loginInFront, 0.3), (.proxyRefusal, 0.15)]
        case .page: [(.notConfluence, 0.7), (.loginInFront, 0.12), (.captivePortal, 0.1), (.maintenance, 0.08)]
        }
    }
}

extension FrontManner {
    /// What it may be that something before a known Confluence refuses one question, the likeliest first.
    static let guessesBeforeConfluence: [(cause: CauseID, part: Double)] = [
        (.firewall, 0.6), (.ipAllowlist, 0.2), (.loginInFront, 0.1),
    ]
}

extension Response {
    /// Whether it says of the site, and of nobody who asks, that it is off.
    fileprivate var saysItIsClosed: Bool { FrontSigns.closed.first(in: beginning) != nil }

    fileprivate var listsNoDirectory: Bool {
        let text = beginning
        return FrontSigns.emptyDirectory.contains(where: text.contains)
    }

    private var beginning: String { String(text.prefix(20_000)).lowercased() }
}
