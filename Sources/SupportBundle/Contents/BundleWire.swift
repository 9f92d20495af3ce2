import ConfluenceWire
import Recording

/// The exchanges of a diagnosis on their way into a bundle, without secrets; enough for the analysis to be repeated.
enum BundleWire {
    static func write(
        _ exchanges: [Exchange], creator: String, ownHeaders: Set<String>, _ redactor: inout SecretRedactor
    ) -> JSON {
        var credentials = CredentialNumbers()
        var redaction = ExchangeRedactor(redactor, ownHeaders: ownHeaders)
        let redacted = exchanges.map { exchange in
            var exchange = exchange
            exchange.credential = credentials.number(of: exchange.request)
            // What the doctor sends says nothing about the site.
            exchange.requestBody = Exchange.Share(size: exchange.request.body.count)
            exchange.request.body = []
            return redaction.redact(exchange)
        }
        redactor = redaction.redactor
        return HARWriter.document(redacted, creator: creator)
    }

    static func read(_ archive: JSON) throws(BundleError) -> Playback {
        do {
            return Playback(try HARReader.read(archive), matching: .analysis)
        } catch {
            throw BundleError("wire.har: \(error)")
        }
    }
}
