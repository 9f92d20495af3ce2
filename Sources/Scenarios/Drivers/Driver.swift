package import ConfluenceModel
package import ConfluenceToolkit
package import ConfluenceWire

/// Whoever executes the tool calls of a scenario.
package protocol Driver: Sendable {
    var name: String { get }

    /// Whether tool calls leave the process, so that the site must listen on a port.
    var needsSocket: Bool { get }

    /// Why a tool can't be called through this driver; `nil` where it can.
    func absence(of tool: String) -> String?

    /// Readies the toolkit for one configuration, lends it to `body`, and ends it whatever happens.
    ///
    /// A toolkit that can't be readied is lent all the same: each of its calls then says why.
    func withSession<Result: Sendable>(
        for setup: DriverSetup,
        _ body: @Sendable (any DriverSession) async throws -> Result
    ) async throws -> Result
}

extension Driver {
    package func absence(of tool: String) -> String? { nil }
}

/// A toolkit that is ready for calls.
package protocol DriverSession: Sendable {
    /// The product behind the driver, as it names itself; `nil` where it does not.
    var product: DriverProduct? { get async }

    /// Calls a tool and waits for its answer, no longer than `deadline`.
    ///
    /// - Throws: ``DriverFailure`` when the driver, not the toolkit, is at fault.
    func call(_ tool: String, arguments: JSONObject, deadline: Duration) async throws -> ToolAnswer
}

extension DriverSession {
    package var product: DriverProduct? { get async { nil } }
}

/// What a driver is given: the configuration in both of its forms, and the way to the site.
package struct DriverSetup: Sendable {
    /// The configuration as the scenario writes it, placeholders filled in.
    package var document: JSON
    package var configuration: ToolkitConfiguration
    package var send: Send
    /// The address of the forward proxy behind which the site's host name answers.
    package var proxy: String?
    /// The file with the authority that signs for the site, where it is reached over TLS.
    package var authorityFile: String?

    package init(
        document: JSON,
        configuration: ToolkitConfiguration,
        send: @escaping Send,
        proxy: String?,
        authorityFile: String? = nil
    ) {
        self.document = document
        self.configuration = configuration
        self.send = send
        self.proxy = proxy
        self.authorityFile = authorityFile
    }
}

/// What went wrong with a driver itself, as opposed to the toolkit behind it.
package enum DriverFailure: Error, Sendable, Hashable, CustomStringConvertible {
    case notStarted(driver: String, reason: String)
    case died(driver: String, lastWords: String)
    /// It is asked over HTTP, and that went wrong.
    case unreachable(driver: String, reason: String, lastWords: String)
    case timedOut(driver: String, waitingFor: String, seconds: Double, lastWords: String)
    /// It wrote something that is not the protocol.
    case garbage(driver: String, line: String, lastWords: String)
    /// It wrote more than can be taken in.
    case flood(driver: String, reason: String, lastWords: String)
    /// It answered with an error of the protocol.
    case refused(driver: String, message: String)

    package var description: String {
        switch self {
        case .notStarted(let driver, let reason): "the driver \(driver) did not start: \(reason)"
        case .unreachable(let driver, let reason, let words):
            "the driver \(driver) could not be asked: \(reason)\(Self.quoting(words))"
        case .died(let driver, let words): "the driver \(driver) ended before it answered\(Self.quoting(words))"
        case .timedOut(let driver, let waitingFor, let seconds, let words):
            "the driver \(driver) did not answer \(waitingFor) within \(Self.format(seconds)) s\(Self.quoting(words))"
        case .garbage(let driver, let line, let words):
            "the driver \(driver) wrote something that is not the protocol: “\(line)”\(Self.quoting(words))"
        case .flood(let driver, let reason, let words):
            "the driver \(driver) wrote too much: \(reason)\(Self.quoting(words))"
        case .refused(let driver, let message): "the driver \(driver) refused: \(message)"
        }
    }

    private static func quoting(_ lastWords: String) -> String {
        lastWords.isEmpty ? "" : "; its last words: \(lastWords)"
    }

    private static func format(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
    }
}
