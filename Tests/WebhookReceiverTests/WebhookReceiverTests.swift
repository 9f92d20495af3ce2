import ConfluenceWire
import LiveTransport
import Testing
import WebhookReceiver

@Suite("A receiver keeps what webhooks send it")
struct WebhookReceiverTests {
    private func post(_ text: String, to url: String, by transport: LiveTransport) async throws -> Int {
        var request = Request(.post, try WebAddress(parsing: url + "hook?a=1"))
        request.headers["X-Event-Key"] = "page_created"
        request.body = Array(text.utf8)
        return try await transport.send(request).status
    }

    @Test("requests are kept in order, with path, headers and body")
    func kept() async throws {
        let receiver = try await WebhookReceiver.start()
        let transport = LiveTransport()
        #expect(try await post("one", to: receiver.url, by: transport) == 200)
        #expect(try await post("two", to: receiver.url, by: transport) == 200)
        let requests = await receiver.deliveries { $0.count == 2 }
        #expect(requests.map { String(decoding: $0.body, as: UTF8.self) } == ["one", "two"])
        #expect(requests.first?.url.target == "/hook?a=1")
        #expect(requests.first?.headers["X-Event-Key"] == "page_created")
        await transport.shutdown()
        await receiver.stop()
    }

    @Test("who waits hears of it as soon as it is enough, or when it is cancelled")
    func waiting() async throws {
        let box = DeliveryBox()
        let waiting = Task { await box.requests { $0.count == 2 } }
        let givenUp = Task { await box.requests { $0.count == 3 } }
        let request = Request(.post, try WebAddress(parsing: "http://127.0.0.1/"))
        box.put(request)
        box.put(request)
        #expect(await waiting.value.count == 2)
        givenUp.cancel()
        #expect(await givenUp.value.count <= 2)
    }
}
