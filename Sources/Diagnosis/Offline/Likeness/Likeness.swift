package import ConfluenceModel

/// How much what a text speaks of is like what was told of each cause, by weights that were learnt.
///
/// It compares as complement naive Bayes does: by how much oftener a trait is met with a cause than with all the others. A
/// score is linear, so each trait's part in it can be shown.
package struct Likeness: Sendable {
    /// What was learnt from the texts of `Fixtures/pastes`, by the test that measures how well it does.
    package static let learnt = Likeness(table: learntTable)

    /// The name under which texts about Confluence are learnt in which nothing is wrong.
    package static let nothing = CauseID(rawValue: "nothing")
    /// The same for texts about something else.
    package static let elsewhere = CauseID(rawValue: "elsewhere")
    /// The columns that tell a failure, of whatever cause, from what is asked, wished or well.
    package static let failing = CauseID(rawValue: "+failing")
    package static let calm = CauseID(rawValue: "+calm")

    private let table: WeightTable
    private let columns: [CauseID]
    /// What any known trait says for each cause.
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
