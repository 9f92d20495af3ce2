import ConfluenceModel

/// What is wrong with a file that a person wrote, and where.
package struct DocumentError: Error, Sendable, Hashable, CustomStringConvertible {
    package var file: String
    /// Counted from 1; `nil` when the file could not be read at all.
    package var line: Int?
    package var column: Int?
    /// The field at fault, such as `spaces[0].key`; empty for the document as a whole.
    package var field: String
    /// What is wrong and what to do; lower-case start, no full stop.
    package var message: String

    package init(file: String, line: Int? = nil, column: Int? = nil, field: String = "", message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.field = TokenForm.masked(field)
        // A token that stands in the wrong place is quoted as what stands there.
        self.message = TokenForm.masked(message)
    }

    /// `FILE:LINE:COLUMN: FIELD: MESSAGE`, the form that editors turn into a link.
    package var description: String {
        var text = file
        if let line { text += ":\(line)" }
        if let column { text += ":\(column)" }
        text += ": "
        if !field.isEmpty { text += "\(field): " }
        return text + message
    }
}
