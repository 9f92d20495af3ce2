import Foundation
import Testing

@Suite("docs/testing-in-swift.md")
struct ExamplePageTests {
    @Test("shows the example that is compiled and run here")
    func same() throws {
        let here = URL(filePath: #filePath)
        let example = try String(
            contentsOf: here.deletingLastPathComponent().appending(path: "PublisherTests.swift"), encoding: .utf8)
        var root = here
        for _ in 1...4 { root.deleteLastPathComponent() }
        let page = try String(contentsOf: root.appending(path: "docs/testing-in-swift.md"), encoding: .utf8)
        #expect(page.contains("```swift\n\(example)```\n"))
    }
}
