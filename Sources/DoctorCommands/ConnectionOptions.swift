import ArgumentParser
import ConfluenceWire
import Foundation
import LiveTransport

/// How a command reaches a site, for every command that does.
struct ConnectionOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("How long a request may take.", valueName: "seconds"))
    var timeout = 10.0

    @Option(name: .long, help: ArgumentHelp("Trust the certificates in this file as well.", valueName: "pem"))
    var caFile: String?

    @Option(name: .long, help: ArgumentHelp("Send everything through this proxy.", valueName: "url"))
    var proxy: String?

    func validate() throws {
        // What is no number is neither more nor less than another.
        guard timeout > 0 && timeout <= 600 else {
            throw ValidationError("--timeout must be more than 0 and at most 600 seconds")
        }
    }

    func transport() throws -> LiveTransport {
        let address = try proxy.map { try AddressOption.read($0, of: "--proxy") }
        if let caFile { try InputFile.checkCertificates(caFile) }
        return LiveTransport(
            timeout: .seconds(timeout), proxy: address,
            proxyLogin: proxy.flatMap { BasicCredentials(inAddress: $0) }, caFile: caFile,
            environment: ProcessInfo.processInfo.environment
        )
    }
}
