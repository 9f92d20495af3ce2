import ConfluenceWire

/// A place in a report that is read back, for values as they should be there and messages that say where they are not.
struct ReportField {
    let value: JSON
    /// `scenarios[3].status`; empty for the whole report.
    let path: String

    init(_ value: JSON, path: String = "") {
        self.value = value
        self.path = path
    }

    subscript(key: String) -> ReportField {
        ReportField(value[key] ?? .null, path: path.isEmpty ? key : "\(path).\(key)")
    }

    /// The elements of a list; none where it is absent, as reports of earlier releases lack what was added since.
    var elements: [ReportField] {
        get throws(UnreadableReport) {
            guard !value.isNull else { return [] }
            guard let elements = value.arrayValue else { throw wrong("a list") }
            return elements.enumerated().map { ReportField($1, path: "\(path)[\($0)]") }
        }
    }

    var text: String {
        get throws(UnreadableReport) {
            guard let text = value.stringValue else { throw wrong("a text") }
            return text
        }
    }

    var optionalText: String? {
        get throws(UnreadableReport) { value.isNull ? nil : try text }
    }

    var texts: [String] {
        get throws(UnreadableReport) {
            var texts: [String] = []
            for element in try elements { texts.append(try element.text) }
            return texts
        }
    }

    var optionalInteger: Int? {
        get throws(UnreadableReport) {
            guard !value.isNull else { return nil }
            guard let integer = value.integerValue, let number = Int(exactly: integer) else {
                throw wrong("a whole number")
            }
            return number
        }
    }

    func integer(orElse fallback: Int = 0) throws(UnreadableReport) -> Int { try optionalInteger ?? fallback }

    func number() throws(UnreadableReport) -> Double {
        guard let number = value.doubleValue else { throw wrong("a number") }
        return number
    }

    func bool(orElse fallback: Bool = false) throws(UnreadableReport) -> Bool {
        guard !value.isNull else { return fallback }
        guard let bool = value.boolValue else { throw wrong("true or false") }
        return bool
    }

    /// One of an enumeration's words.
    func word<Word: RawRepresentable & CaseIterable>(_: Word.Type) throws(UnreadableReport) -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: try text) else {
            throw wrong("one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    /// What a reader makes of the value; `nil` where there is none.
    func optional<Value>(
        _ read: (ReportField) throws(UnreadableReport) -> Value
    ) throws(UnreadableReport) -> Value? {
        value.isNull ? nil : try read(self)
    }

    func list<Value>(_ read: (ReportField) throws(UnreadableReport) -> Value) throws(UnreadableReport) -> [Value] {
        var values: [Value] = []
        for element in try elements { values.append(try read(element)) }
        return values
    }

    func wrong(_ expected: String) -> UnreadableReport {
        let place = path.isEmpty ? "the report" : path
        return UnreadableReport(description: "\(place) is \(value.kindName), and should be \(expected)")
    }
}

/// Why a file is not the report it should be.
package struct UnreadableReport: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String
}
