/// The names that one text stands for when labels are added.
///
/// Source: mozilla/markfluence docs/confluence/labels.md, measured on Cloud; Data Center is taken to do the same.
struct LabelNames: Sendable {
    let names: [String]

    /// Blanks and commas divide the text, and then each name is looked at.
    init(in text: String) throws(Refusal) {
        names = text.split { $0 == " " || $0 == "," }.map(String.init)
        guard !names.isEmpty else {
            throw Refusal(.requestInvalid, [.text: "A label name is required."], because: "a label has no name")
        }
        for name in names {
            if name.contains(where: Self.refused.contains) || name.unicodeScalars.contains(where: Self.isControl) {
                throw Refusal(
                    .requestInvalid, [.text: "label.contains.invalid.chars"],
                    because: "the label “\(name)” has a character that no label may have")
            }
            if name.utf16.count > Self.longest {
                throw Refusal(
                    .requestInvalid, [.text: "label.name.is.too.long"],
                    because: "the label has \(name.utf16.count) characters")
            }
        }
    }

    private static let refused = Set("\t!#&()*.:;<>?@[]^")
    /// All of them are taken to be refused as the tab is.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || scalar.value == 0x7F }

    private static let longest = 255
}
