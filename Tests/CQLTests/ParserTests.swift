import CQL
import Testing

@Suite("The parser builds the tree that the grammar says")
struct ParserTests {
    @Test("AND binds tighter than OR, and NOT tighter than both")
    func precedence() throws {
        let query = try CQLParser.parse("type=page or not space=A and label=b")
        guard case .or(let terms) = query.condition, case .and(let factors) = terms.last, case .not = factors.first
        else {
            Issue.record("unexpected tree \(query.condition)")
            return
        }
        #expect(terms.count == 2)
        #expect(factors.count == 2)
    }
}
