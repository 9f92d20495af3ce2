import Foundation
import Testing

@Suite("The mistakes that scripts/mutants makes")
struct MistakesTests {
    private struct Mistake: Decodable, CustomTestStringConvertible {
        var id: String
        var file: String
        var find: String
        var replace: String

        var testDescription: String { id }
    }

    private struct List: Decodable {
        var mutants: [Mistake]
    }

    @Test("each stands once in the file that it is made in", arguments: try mistakes())
    private func places(of mistake: Mistake) throws {
        let text = try String(contentsOf: ModuleArrowTests.root.appending(path: mistake.file), encoding: .utf8)
        #expect(text.ranges(of: mistake.find).count == 1)
        #expect(mistake.find != mistake.replace)
    }

    private static func mistakes() throws -> [Mistake] {
        let file = ModuleArrowTests.root.appending(path: "Tests/Mutants/mutants.json")
        return try JSONDecoder().decode(List.self, from: Data(contentsOf: file)).mutants
    }
}
