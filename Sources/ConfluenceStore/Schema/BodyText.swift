/// The words of a body in storage format.
package enum BodyText {
    /// The text between the tags, with the predefined entities read.
    package static func words(_ storage: String) -> String {
        var text = ""
        var isInTag = false
        for character in storage {
            switch character {
            case "<": isInTag = true
            case ">" where isInTag:
                isInTag = false
                text.append(" ")
            case _ where !isInTag: text.append(character)
            default: break
            }
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
