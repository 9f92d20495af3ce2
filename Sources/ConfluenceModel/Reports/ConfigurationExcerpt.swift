/// The line of a configuration's own text that holds what is to blame, as it may be shown.
public struct ConfigurationExcerpt: Sendable, Hashable {
    /// The file's name as it was given.
    public var file: String
    /// Counted from 1, in code points.
    public var line: Int
    public var column: Int
    /// The column behind what is meant; `nil` where only its beginning is known.
    public var endColumn: Int?

    /// The line, with secrets masked and what can't be seen shown as escapes; `nil` where nothing of it may be shown.
    public var text: String?
    /// The characters of ``text`` that are meant, counted from 0.
    public var highlights: [Range<Int>]
    /// What stands there, in a few words.
    public var label: String?

    public init(
        file: String, line: Int, column: Int, endColumn: Int? = nil, text: String? = nil,
        highlights: [Range<Int>] = [], label: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.endColumn = endColumn
        self.text = text
        self.highlights = highlights
        self.label = label
    }
}
