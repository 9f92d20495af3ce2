/// Cuts a table row of wiki markup into cells: `||Name||Role||` and `|Mira|editor|`.
enum WikiTableRow {
    struct Cell: Equatable {
        var text: String
        var isHeading: Bool
    }

    static func cells(_ line: String) -> [Cell] {
        var cells: [Cell] = []
        var current = ""
        var isHeading = false
        var isLink = false
        var hasCell = false
        let characters = Array(line)
        var index = 0
        while index < characters.count {
            let character = characters[index]
            // The bar inside a link parts its text from its target.
            if character == "[" { isLink = true }
            if character == "]" { isLink = false }
            guard character == "|", !isLink else {
                current.append(character)
                index += 1
                continue
            }
            if hasCell { cells.append(Cell(text: current.trimmingSpaces(), isHeading: isHeading)) }
            hasCell = true
            current = ""
            isHeading = index + 1 < characters.count && characters[index + 1] == "|"
            index += isHeading ? 2 : 1
        }
        let rest = current.trimmingSpaces()
        if !rest.isEmpty { cells.append(Cell(text: rest, isHeading: isHeading)) }
        return cells
    }
}
