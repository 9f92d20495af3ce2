import ConfluenceModel
import ConfluenceWire

/// One cause as a SARIF result.
struct SARIFFinding {
    private let cause: FoundCause
    private let toolkit: String?
    private let ruleIndex: Int
    private let source: String?

    init(_ cause: FoundCause, toolkit: String?, ruleIndex: Int, source: String?) {
        self.cause = cause
        self.toolkit = toolkit
        self.ruleIndex = ruleIndex
        self.source = source
    }

    var json: JSON {
        [
            "ruleId": .string(cause.id.rawValue),
            "ruleIndex": .integer(Int64(ruleIndex)),
            "level": .string(level),
            "rank": .number(min(1, max(0, cause.confidence)) * 100),
            "message": ["text": .string(message)],
            "locations": .array(locations),
            "partialFingerprints": ["causeAndField/v1": .string(fingerprint)],
            "properties": [
                "confidence": .number(cause.confidence),
                "proven": .bool(cause.isProven),
                "fixedBy": .string(cause.fix.who.rawValue),
                "steps": .array(cause.fix.steps.map { .string($0.printable) }),
                "evidence": .array(
                    cause.evidence.map { ["text": .string($0.text.printable), "for": .bool($0.speaksFor)] }),
                "alternatives": .array(cause.alternatives.map { .string($0.rawValue) }),
            ],
        ]
    }

    private var level: String {
        cause.isProven ? "error" : cause.confidence >= 0.5 ? "warning" : "note"
    }

    /// A paragraph each: what is wrong, how sure that is, and what to do.
    private var message: String {
        let (word, words) = cause.certainty
        var parts = ["\(cause.title). \(cause.explanation)", word + (words.map { ": \($0)" } ?? "") + "."]
        if !cause.fix.steps.isEmpty {
            parts.append("Fix, by \(cause.fix.who.title): " + cause.fix.steps.joined(separator: " "))
        }
        return parts.joined(separator: "\n\n").printable
    }

    /// The same for the same cause in the same setting, wherever in the file it stands and however sure it is.
    private var fingerprint: String {
        StableID.hexadecimal("sarif", toolkit ?? "", cause.id.rawValue, cause.field ?? "")
    }

    // MARK: Places

    private var locations: [JSON] {
        let quotes = cause.evidence.compactMap(\.quote)
        guard quotes.isEmpty else { return quotes.map(location) }
        var location: JSON = [:]
        if let source {
            // Code hosts take no result without a line; what is about no line of the file stands at its head.
            let region = cause.excerpt.map(region) ?? ["startLine": 1]
            location["physicalLocation"] = physical(source, region: region)
        }
        let logical = [
            toolkit.map { ["name": .string($0), "kind": "namespace"] as JSON },
            cause.field.map { field in
                [
                    "name": .string(field.split(separator: ".").last.map(String.init) ?? field),
                    "fullyQualifiedName": .string(field), "kind": "member",
                ]
            },
        ].compactMap(\.self)
        if !logical.isEmpty { location["logicalLocations"] = .array(logical) }
        return location == [:] ? [] : [location]
    }

    private func physical(_ file: String, region: JSON?) -> JSON {
        var physical: JSON = ["artifactLocation": ["uri": .string(Self.uri(file)), "index": 0]]
        if let region { physical["region"] = region }
        return physical
    }

    private func region(_ excerpt: ConfigurationExcerpt) -> JSON {
        var region: JSON = [
            "startLine": .integer(Int64(excerpt.line)), "startColumn": .integer(Int64(excerpt.column)),
        ]
        if let end = excerpt.endColumn {
            region["endLine"] = .integer(Int64(excerpt.line))
            region["endColumn"] = .integer(Int64(end))
        }
        return region
    }

    /// Where a pasted text was read; an exchange of a HAR file has no line that a person would know.
    private func location(_ quote: Quote) -> JSON {
        switch quote.place {
        case .line(let number):
            let region: JSON = [
                "startLine": .integer(Int64(number)), "snippet": ["text": .string(quote.text.printable)],
            ]
            guard let source else { return ["message": ["text": .string("line \(number): \(quote.text.printable)")]] }
            return ["physicalLocation": physical(source, region: region)]
        case .entry(let number):
            let logical: JSON = [
                "name": .string("entry \(number)"), "fullyQualifiedName": .string("log.entries[\(number - 1)]"),
                "kind": "element",
            ]
            var location: JSON = ["logicalLocations": [logical]]
            if let source { location["physicalLocation"] = physical(source, region: nil) }
            return location
        }
    }

    /// A file's name as a reference, relative where it was given so.
    static func uri(_ file: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
        let path = file.hasPrefix("./") ? String(file.dropFirst(2)) : file
        let encoded = path.utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return plain.contains(byte)
                ? String(Character(Unicode.Scalar(byte))) : "%\(digits.count < 2 ? "0" : "")\(digits)"
        }.joined()
        return path.hasPrefix("/") ? "file://" + encoded : encoded
    }
}
