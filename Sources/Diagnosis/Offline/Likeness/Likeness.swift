package import ConfluenceModel

/// How much what a text speaks of is like what was told of each cause, by weights that were learnt.
///
/// For each cause a border was learnt that parts its texts from all others. A score is linear, so each trait's part in it can
/// be shown.
package struct Likeness: Sendable {
    /// What was learnt from the texts of `Fixtures/pastes`, by the test that measures how well it does.
    package static let learnt = Likeness(table: learntTable)

    /// The name under which texts are learnt in which nothing is wrong, be they about Confluence or about something else.
    package static let nothing = CauseID(rawValue: "nothing")

    private let table: WeightTable
    private let columns: [CauseID]
    /// What is said for each cause whatever the text.
    private let always: [Double]

    /// - Parameter keepsRows: Whether all rows are read at once, which pays for thousands of texts.
    package init(table text: String, keepsRows: Bool = false) {
        table = WeightTable(text, keepsRows: keepsRows)
        let columns = table.causes
        self.columns = columns.map { CauseID(rawValue: $0.name) }
        always = columns.map(\.weight)
    }

    /// The traits of a text held against the table, each looked up once.
    package func comparison(of traits: Traits) -> Comparison {
        let rows = zip(traits.all, table.rows(of: traits.all.map(\.name))).compactMap { trait, row in
            row.map { (trait: trait, row: $0) }
        }
        return Comparison(rows: rows, columns: columns, always: always)
    }
}
