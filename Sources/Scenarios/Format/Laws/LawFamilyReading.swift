import ConfluenceModel
import Documents

/// Reads one file of laws and notes each mistake.
struct LawFamilyReading {
    let vocabulary: ScenarioVocabulary
    var mistakes = Mistakes()

    mutating func read(_ node: DocumentNode) -> [Scenario] {
        guard let fields = attempt({ () throws(DocumentError) in try Self.checkedVersion(node) }) else { return [] }
        mistakes.checkKeys(of: fields, among: LawFamilyReader.keys)
        guard
            let family = attempt({ () throws(DocumentError) in try Self.name(fields, "family", LawFamilyReader.keys) })
        else { return [] }
        _ = attempt { () throws(DocumentError) in try fields.required("says", among: LawFamilyReader.keys).text() }
        guard
            let laws = attempt({ () throws(DocumentError) in
                try fields.required("laws", among: LawFamilyReader.keys)
            }), let nodes = attempt({ () throws(DocumentError) in try laws.list() })
        else { return [] }
        if nodes.isEmpty { mistakes.note(laws.error("a family has at least one law")) }
        var scenarios: [Scenario] = []
        var ids: Set<String> = []
        for node in nodes {
            guard let statement = statement(node, of: family) else { continue }
            if !ids.insert(statement.law.id).inserted {
                mistakes.note(statement.idNode.error("the id “\(statement.law.id)” stands twice in this family"))
            }
            scenarios += statement.apis.compactMap { scenario(of: statement, on: $0, in: fields) }
        }
        return scenarios
    }

    private static func checkedVersion(_ node: DocumentNode) throws(DocumentError) -> DocumentMapping {
        let fields = try node.mapping()
        let version = try fields.required("version", among: LawFamilyReader.keys)
        guard try version.integer() == LawFamilyReader.formatVersion else {
            throw version.error("this release reads version \(LawFamilyReader.formatVersion) of families of laws")
        }
        return fields
    }

    /// A name of small letters, digits and hyphens, which can stand in addresses and file names.
    private static func name(
        _ fields: DocumentMapping, _ key: String, _ keys: [String]
    ) throws(DocumentError) -> String {
        let node = try fields.required(key, among: keys)
        let name = try node.text()
        let mayStand = name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
        guard mayStand, let first = name.first, first != "-", name.last != "-" else {
            throw node.error("small letters and digits with hyphens between them are expected, such as stale-version")
        }
        return name
    }

    // MARK: What a law says of itself

    /// A law before it is put down for one of its interfaces.
    private struct Statement {
        var law: Law
        var idNode: DocumentNode
        var fields: DocumentMapping
        var apis: [SiteAPI]
    }

    private mutating func statement(_ node: DocumentNode, of family: String) -> Statement? {
        let keys = LawFamilyReader.lawKeys
        guard let fields = attempt({ () throws(DocumentError) in try node.mapping() }) else { return nil }
        mistakes.checkKeys(of: fields, among: keys)
        let id = attempt { () throws(DocumentError) in try Self.name(fields, "id", keys) }
        let says = attempt { () throws(DocumentError) in try fields.required("says", among: keys).text() }
        let apis: [SiteAPI] = words("on", of: fields, isRequired: true)
        let needs: [Law.Need] = words("needs", of: fields)
        let source = attempt { () throws(DocumentError) in try fields.required("source", among: keys).text() }
        let confidence = attempt { () throws(DocumentError) in
            try fields.required("confidence", among: keys).word(Law.Confidence.self)
        }
        _ = attempt { () throws(DocumentError) in try fields.required("steps", among: keys) }
        let rests = rests(fields)
        guard let id, let says, let source, let confidence, let idNode = fields["id"], let first = apis.first else {
            return nil
        }
        let law = Law(
            id: id, family: family, says: says, api: first, needs: needs, source: source, confidence: confidence,
            tools: rests.tools, causes: rests.causes)
        return Statement(law: law, idNode: idNode, fields: fields, apis: apis)
    }

    private mutating func words<Word: RawRepresentable & CaseIterable & Equatable>(
        _ key: String, of fields: DocumentMapping, isRequired: Bool = false
    ) -> [Word] where Word.RawValue == String {
        var words: [Word] = []
        let list = attempt { () throws(DocumentError) in
            isRequired ? try fields.required(key, among: LawFamilyReader.lawKeys).list() : try fields.list(key)
        }
        for node in list ?? [] {
            guard let word = attempt({ () throws(DocumentError) in try node.word(Word.self) }) else { continue }
            if words.contains(word) { mistakes.note(node.error("“\(word.rawValue)” stands twice in the list")) }
            words.append(word)
        }
        if isRequired, list?.isEmpty == true, let node = fields[key] {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            mistakes.note(node.error("at least one of \(known) is expected"))
        }
        return words
    }

    private mutating func rests(_ fields: DocumentMapping) -> (tools: [String], causes: [String]) {
        guard let node = fields["rests"],
            let rests = attempt({ () throws(DocumentError) in try node.mapping(keys: ["tools", "causes"]) })
        else { return ([], []) }
        return (
            known("tools", "tool", of: rests, among: vocabulary.tools),
            known("causes", "cause", of: rests, among: vocabulary.causes)
        )
    }

    private mutating func known(
        _ key: String, _ kind: String, of fields: DocumentMapping, among known: [String]
    ) -> [String] {
        let nodes = attempt { () throws(DocumentError) in try fields.list(key) } ?? []
        return nodes.compactMap { node in
            attempt { () throws(DocumentError) in
                let word = try node.text()
                guard known.contains(word) else { throw node.error(DocumentNode.unknown(kind, word, among: known)) }
                return word
            }
        }
    }

    // MARK: What a law does

    /// The law put down for one of its interfaces.
    private mutating func scenario(of statement: Statement, on api: SiteAPI, in family: DocumentMapping) -> Scenario? {
        var law = statement.law
        law.api = api
        var script = LawScript(law: law, idNode: statement.idNode, apis: statement.apis, mistakes: mistakes)
        let document = script.document(family, statement.fields)
        mistakes = script.mistakes
        guard let document else { return nil }
        var reading = ScenarioReading(
            combination: MatrixCombination(values: [.init(axis: "on", name: api.rawValue)]), written: document,
            vocabulary: vocabulary, mistakes: mistakes)
        let scenario = reading.read(document)
        mistakes = reading.mistakes
        guard var scenario else { return nil }
        let requests = LawRequests(of: scenario)
        law.accounts = requests.accounts
        for error in requests.mistakes(with: law, at: statement.fields["needs"] ?? statement.idNode) {
            mistakes.note(error)
        }
        scenario.law = law
        scenario.live?.accounts = requests.accounts
        // Somebody who may has to make the page below which a law writes.
        if law.writes, !requests.accounts.contains(LawAccount.writer.rawValue) {
            scenario.live?.accounts.append(LawAccount.writer.rawValue)
        }
        if !law.writes, !scenario.placeholders.contains(where: { $0.root == "scratch" }) { scenario.live?.space = nil }
        scenario.place = statement.idNode
        return scenario
    }

    private mutating func attempt<Value>(_ read: () throws(DocumentError) -> Value) -> Value? {
        mistakes.attempt(read)
    }
}
