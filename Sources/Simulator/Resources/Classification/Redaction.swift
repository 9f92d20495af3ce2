import ConfluenceModel
import ConfluenceWire

/// A stretch of text that must not stay, found by a pointer into the body's document or in the title.
struct Redaction: Sendable, Hashable {
    var pointer: String
    var range: Range<Int>
    var reason: String?
    /// By which the text could be brought back; stretches that lie in one another share it.
    var id = ""

    /// What stands in the place of each character.
    static let mark = "\u{2588}"

    /// - Parameter text: What a pointer leads to; `nil` where that is no text.
    init(_ json: JSON, text: (String) -> String?) throws(Refusal) {
        pointer = json["pointer"]?.stringValue ?? ""
        guard let text = text(pointer) else {
            throw RestrictionDraft.invalid("The pointer '\(pointer)' leads to no text")
        }
        let length = Int64(text.utf16.count)
        let from = json["from"]?.integerValue ?? 0
        let to = json["to"]?.integerValue ?? length
        guard 0 <= from, from <= to, to <= length else {
            throw RestrictionDraft.invalid("The range from \(from) to \(to) of '\(pointer)' lies outside the text")
        }
        range = Int(from)..<Int(to)
        reason = json["reason"]?.stringValue
    }

    /// Gives each stretch the id of the widest one that holds it.
    static func named(_ redactions: [Redaction], seed: String) -> [Redaction] {
        redactions.map { redaction in
            let widest = redactions.filter {
                $0.pointer == redaction.pointer && $0.range.lowerBound <= redaction.range.lowerBound
                    && redaction.range.upperBound <= $0.range.upperBound
            }.max { $0.range.count < $1.range.count }
            let range = (widest ?? redaction).range
            var named = redaction
            named.id = StableID.uuid("redaction", seed, redaction.pointer, "\(range)")
            return named
        }
    }

    /// The text with the stretch covered.
    func covering(_ text: String) -> String {
        var units = Array(text.utf16)
        let marks = Array(String(repeating: Self.mark, count: range.count).utf16)
        units.replaceSubrange(range, with: marks)
        return String(decoding: units, as: UTF16.self)
    }

    func covered(in text: String) -> String {
        String(decoding: Array(text.utf16)[range], as: UTF16.self)
    }
}

extension JSON {
    /// The text to which a JSON pointer leads (RFC 6901).
    func text(at pointer: String) -> String? {
        var value: JSON? = self
        for part in Self.parts(of: pointer) { value = Int(part).flatMap { value?[$0] } ?? value?[part] }
        return value?.stringValue
    }

    /// The value with another text where a pointer leads.
    func replacing(at pointer: String, with text: String) -> JSON {
        replacing(Self.parts(of: pointer)[...], with: text)
    }

    private func replacing(_ parts: ArraySlice<String>, with text: String) -> JSON {
        guard let part = parts.first else { return .string(text) }
        switch self {
        case .array(var elements):
            guard let index = Int(part), elements.indices.contains(index) else { return self }
            elements[index] = elements[index].replacing(parts.dropFirst(), with: text)
            return .array(elements)
        case .object(var object):
            guard let member = object[part] else { return self }
            object[part] = member.replacing(parts.dropFirst(), with: text)
            return .object(object)
        default: return self
        }
    }

    private static func parts(of pointer: String) -> [String] {
        pointer.split(separator: "/").map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }
}
