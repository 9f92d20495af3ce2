/// Pieces of HTML, with every text in them escaped.
enum HTMLText {
    static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.printable.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// An element around pieces that are HTML already.
    static func element(_ name: String, class classes: String? = nil, _ content: String) -> String {
        let attribute = classes.map { " class=\"\($0)\"" } ?? ""
        return "<\(name)\(attribute)>\(content)</\(name)>"
    }

    /// A list whose items are texts.
    static func list(_ name: String, class classes: String? = nil, _ items: [String]) -> String {
        items.isEmpty ? "" : element(name, class: classes, items.map { element("li", escape($0)) }.joined()) + "\n"
    }
}
