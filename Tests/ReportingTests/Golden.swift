import Foundation
import Testing

/// Reports as they were last read and found good; `UPDATE_GOLDEN=1 swift test --filter ReportingTests` writes them anew.
enum Golden {
    static func expect(_ text: String, is name: String, at location: SourceLocation = #_sourceLocation) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/reports")
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(text == golden, "\(name)", sourceLocation: location)
    }
}
