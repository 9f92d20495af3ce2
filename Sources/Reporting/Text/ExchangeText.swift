import ConfluenceModel

/// What a failing step sent, for people: each request with its answer, and why the simulated site answered so.
enum ExchangeText {
    /// A step that polls sends many; the last ones are those that matter.
    private static let shown = 8
    private static let bodyLimit = 300

    static func render(_ exchanges: [StepExchange], _ block: inout TextBlock) {
        guard !exchanges.isEmpty else { return }
        block.line("         sent:")
        let omitted = exchanges.count - shown
        if omitted > 0 { block.line("           … \(omitted) earlier \(omitted == 1 ? "request" : "requests")") }
        for exchange in exchanges.suffix(shown) {
            block.paragraph(exchange.headline.printable, lead: "           ")
            body(exchange.requestBody, lead: "             > ", &block)
            body(exchange.responseBody, lead: "             < ", &block)
            for decision in exchange.decisions {
                block.paragraph(decision.printable, lead: "             · ", styles: .dim)
            }
        }
    }

    private static func body(_ body: String?, lead: String, _ block: inout TextBlock) {
        guard let body, !body.isEmpty else { return }
        let cut = body.count > bodyLimit ? body.prefix(bodyLimit) + "… (\(body.count) characters)" : body[...]
        block.paragraph(String(cut).printable, lead: lead)
    }
}
