/// Words of a text that somebody pasted, as they stand there; what may be secret has been taken out.
public struct Quote: Sendable, Hashable {
    /// Where the words stand; both count from 1.
    public enum Place: Sendable, Hashable {
        case line(Int)
        /// An exchange of a HAR file.
        case entry(Int)
    }

    public var place: Place
    /// The line, or as much of it as is near the words.
    public var text: String
    /// The characters of ``text`` that are meant, counted from 0.
    public var highlight: Range<Int>

    public init(place: Place, text: String, highlight: Range<Int>) {
        self.place = place
        self.text = text
        self.highlight = highlight
    }
}
