import ConfluenceWire

/// Waits for what a receiver must get, and says what of it is missing.
struct DeliveryStep: Sendable {
    let expectation: DeliveryExpectation
    let execution: StepExecution

    /// The deliveries that are meant; fewer than expected where the time is over.
    func deliveries() async -> [Request] {
        guard let receiver = execution.receivers[expectation.receiver] else { return [] }
        // The sites are in this process: what they have to tell is sent now, and not waited for.
        for site in execution.run.sites.all { await site.deliverWebhooks() }
        let wanted = expectation.count ?? 1
        let event = expectation.event
        let isEnough: @Sendable ([Request]) -> Bool = { requests in
            requests.count { $0.isDelivery(of: event) } >= wanted
        }
        let came = try? await withDeadline(expectation.within, clock: ContinuousClock()) {
            await receiver.deliveries(isEnough)
        }
        let all: [Request]
        if let came { all = came } else { all = await receiver.deliveries { _ in true } }
        return all.filter { $0.isDelivery(of: event) }
    }

    func problems(of requests: [Request]) -> [Mismatch] {
        let event = expectation.event.map { " of \($0)" } ?? ""
        if let count = expectation.count, count != requests.count {
            return [
                Mismatch(
                    "the receiver \(expectation.receiver) got \(requests.count) deliveries\(event), expected \(count)")
            ]
        }
        if requests.isEmpty, expectation.count != 0 {
            return [Mismatch("the receiver \(expectation.receiver) got no delivery\(event)")]
        }
        let bodies = requests.map { try? JSONReader.read($0.body) }
        let findings = bodies.map { body in
            expectation.json.flatMap { $0.mismatches(in: body, of: "the delivery") }
        }
        guard !expectation.json.isEmpty, !findings.contains(where: \.isEmpty) else { return [] }
        return findings.last ?? []
    }
}

extension Request {
    /// Whether this tells of an event, by its header or by its body.
    fileprivate func isDelivery(of event: String?) -> Bool {
        guard let event else { return true }
        if let named = headers["X-Event-Key"] { return named == event }
        guard let value = try? JSONReader.read(body) else { return false }
        return ["event", "webhookEvent"].contains { value[$0]?.stringValue == event }
    }
}
