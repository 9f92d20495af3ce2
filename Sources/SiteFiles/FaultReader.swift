package import ConfluenceModel
package import Documents

/// Reads a fault: the name of a ready-made one, or a rule of one's own.
package enum FaultReader {
    package static func read(_ node: DocumentNode) throws(DocumentError) -> FaultChoice {
        if case .string(let name) = node.content { return .readyMade(name) }
        let fault = try node.mapping(keys: ["name", "match", "effect"])
        let effect = try effect(fault.required("effect"))
        var match = FaultRule.Match()
        if let node = fault["match"] {
            switch effect {
            case .certificate, .setting: throw node.error("this effect holds for the whole site, leave “match” out")
            default: match = try self.match(node)
            }
        }
        return .rule(FaultRule(name: try fault.required("name").text(), match: match, effect: effect))
    }

    private static func match(_ node: DocumentNode) throws(DocumentError) -> FaultRule.Match {
        let match = try node.mapping(keys: [
            "method", "path", "user", "user-agent", "credential", "from", "times", "every", "probability", "seed",
        ])
        return FaultRule.Match(
            methods: try methods(match["method"]),
            path: try match.text("path"),
            user: try match.text("user"),
            userAgent: try match.text("user-agent"),
            hasCredential: try match.bool("credential"),
            from: try match["from"]?.count(1...Int.max) ?? 1,
            times: try match["times"]?.count(1...Int.max),
            every: try match["every"]?.count(1...Int.max) ?? 1,
            probability: try match["probability"]?.share() ?? 1,
            seed: UInt64(try match["seed"]?.count(0...Int.max) ?? 1)
        )
    }

    private static func methods(_ node: DocumentNode?) throws(DocumentError) -> [String] {
        guard let node else { return [] }
        if case .string(let text) = node.content { return [text.uppercased()] }
        var methods: [String] = []
        for element in try node.list() { methods.append(try element.text().uppercased()) }
        return methods
    }

    private enum Word: String, CaseIterable {
        case answer, change, redirect, delay, drop, truncate, halve, drip
        case clockSkew = "clock-skew"
        case certificate, token, settings
    }

    /// When a dropped connection closes.
    private enum Moment: String, CaseIterable {
        case beforeHead = "before-head"
        case afterHead = "after-head"
    }

    private static func effect(_ node: DocumentNode) throws(DocumentError) -> FaultRule.Effect {
        let mapping = try node.mapping(keys: Word.allCases.map(\.rawValue))
        guard mapping.entries.count == 1, let entry = mapping.entries.first, let word = Word(rawValue: entry.key) else {
            throw node.error("one effect is expected, such as “delay: 3 s”, found \(mapping.entries.count)")
        }
        let value = entry.value
        switch word {
        case .answer: return .answer(try answer(value))
        case .change:
            let change = try value.mapping(keys: ["status", "headers"])
            return .change(status: try change["status"]?.count(200...599), headers: try headers(change["headers"]))
        case .redirect:
            let redirect = try value.mapping(keys: ["status", "to"])
            return .redirect(
                status: try redirect["status"]?.count(300...399) ?? 302, to: try redirect.required("to").text())
        case .delay: return .delay(milliseconds: try value.milliseconds())
        case .drop: return .drop(afterHead: try value.word(Moment.self) == .afterHead)
        case .truncate: return .truncate(share: try value.share())
        case .halve: return .halve(share: try value.share())
        case .drip:
            let drip = try value.mapping(keys: ["bytes", "pause"])
            return .drip(
                bytes: try drip.required("bytes").count(1...1_000_000),
                milliseconds: try drip.required("pause").milliseconds())
        case .clockSkew: return .clockSkew(seconds: try value.count(-10_000_000...10_000_000))
        case .certificate: return .certificate(try value.word(FaultRule.CertificateFault.self))
        case .token: return .token(try value.word(FaultRule.TokenFault.self))
        case .settings:
            let changes = try SettingsReader.read(value)
            guard let change = changes.first, changes.count == 1 else {
                throw value.error("one setting is expected, found \(changes.count)")
            }
            return .setting(change)
        }
    }

    private static func answer(_ node: DocumentNode) throws(DocumentError) -> FaultRule.Answer {
        let answer = try node.mapping(keys: ["status", "headers", "body"])
        return FaultRule.Answer(
            status: try answer.required("status").count(200...599),
            headers: try headers(answer["headers"]),
            body: try answer.text("body") ?? ""
        )
    }

    static func headers(_ node: DocumentNode?) throws(DocumentError) -> [FaultRule.HeaderField] {
        guard let node else { return [] }
        var fields: [FaultRule.HeaderField] = []
        for entry in try node.mapping().entries {
            let value = try entry.value.text()
            let isPlain = value.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F }
            let isName =
                !entry.key.isEmpty && entry.key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            guard isPlain, isName else { throw entry.value.error("this is no header field that can be sent") }
            fields.append(FaultRule.HeaderField(entry.key, value))
        }
        return fields
    }
}
