import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents
import Reporting

/// The tools that assistants are offered; all of them only read.
struct ToolDesk: Sendable {
    let world: AssistantWorld

    /// Reads a call's parameters, and gives what is to be done for it.
    func call(_ params: JSON) throws(RPCError) -> @Sendable () async -> JSON {
        guard let name = params["name"]?.stringValue, let tool = Tool(rawValue: name) else {
            let known = Tool.allCases.map(\.rawValue).joined(separator: ", ")
            throw RPCError(.invalidParams, "there is no tool of that name; known are \(known)")
        }
        let arguments = try CallArguments(params["arguments"] ?? [:], known: tool.argumentNames)
        let work = try work(tool, arguments)
        return {
            do {
                let (text, value) = try await work()
                return [
                    "content": [["type": "text", "text": .string(text)]], "structuredContent": value, "isError": false,
                ]
            } catch let refusal as ToolRefusal {
                return Self.failure(refusal.description)
            } catch let error as DocumentError {
                return Self.failure(error.description)
            } catch {
                return Self.failure("the call could not be made")
            }
        }
    }

    private typealias Work = @Sendable () async throws -> (text: String, value: JSON)

    private func work(_ tool: Tool, _ arguments: CallArguments) throws(RPCError) -> Work {
        switch tool {
        case .explain: return try explain(arguments)
        case .diagnose:
            let options = try arguments.options()
            let source = try source(arguments)
            return {
                let report = try await diagnose(source, options)
                return (DiagnosisText.render(report, terminal: Terminal(width: 100)), DiagnosisJSON.value(report))
            }
        case .permissions:
            let options = try arguments.options()
            let source = try source(arguments)
            return {
                let review = PermissionReview(send: world.send, date: world.date, wait: world.wait)
                let report = await review.report(on: try source().configuration, options: options)
                return (PermissionsText.render(report, terminal: Terminal(width: 100)), PermissionsJSON.value(report))
            }
        case .tryRepair:
            let options = try arguments.options()
            let source = try source(arguments)
            guard let name = try arguments.text("cause"), let cause = CauseCatalogue.cause(CauseID(rawValue: name))
            else {
                throw RPCError(.invalidParams, "“cause” must be the id of a cause, such as credential.whitespace")
            }
            return { Repairing.outcome(of: cause, in: try await diagnose(source, options)) }
        }
    }

    private func diagnose(
        _ read: @Sendable () throws -> ConfigurationInText, _ options: DiagnosisOptions
    ) async throws -> DiagnosisReport {
        let source = try read()
        let doctor = Doctor(send: world.send, now: world.now, date: world.date, wait: world.wait)
        let report = await doctor.diagnose(source.configuration, options: options)
        return source.annotate(report, overridden: options.spaceKey == nil ? nil : .spaceKey)
    }

    private static func failure(_ text: String) -> JSON {
        ["content": [["type": "text", "text": .string(text)]], "isError": true]
    }

    // MARK: Configurations

    /// Where the configuration comes from: a file by its path, or an object whose secrets are references.
    private func source(_ arguments: CallArguments) throws(RPCError) -> @Sendable () throws -> ConfigurationInText {
        let path = try arguments.text("config")
        let object = arguments["configuration"]
        let toolkit = try arguments.text("toolkit")
        guard (path == nil) != (object == nil) else {
            throw RPCError(.invalidParams, "either “config” or “configuration” is needed")
        }
        return {
            guard let path else {
                let resolved = try SecretReferences(world: world).resolve(object ?? .null)
                let node = try DocumentReader.readJSON(JSONWriter.compact(resolved), file: "configuration")
                return ConfigurationInText(try Self.pick(toolkit, of: try ConfigurationReader.read(node)))
            }
            guard !SecretReferences.looksSecret(path) else { throw SecretReferences.refusal("config") }
            let bytes = try world.readFile(path)
            let node = try DocumentReader.read(bytes, file: path)
            return ConfigurationInText(
                try Self.pick(toolkit, of: try ConfigurationReader.read(node)), text: DocumentText(bytes),
                document: node)
        }
    }

    private static func pick(_ name: String?, of all: [ToolkitConfiguration]) throws(ToolRefusal)
        -> ToolkitConfiguration
    {
        let names = all.enumerated().map { $1.name ?? "toolkit \($0 + 1)" }.joined(separator: ", ")
        let fitting = name.map { name in all.filter { $0.name == name } } ?? all
        guard fitting.count == 1 else {
            throw ToolRefusal("the configuration holds these toolkits; name one as “toolkit”: \(names)")
        }
        return fitting[0]
    }

    // MARK: Explaining

    /// A cause by its id, or what a pasted text or a file speaks for.
    private func explain(_ arguments: CallArguments) throws(RPCError) -> Work {
        let (name, text, path) = (try arguments.text("cause"), try arguments.text("text"), try arguments.text("file"))
        guard [name, text, path].count(where: { $0 != nil }) == 1 else {
            throw RPCError(.invalidParams, "one of “cause”, “text” and “file” is needed")
        }
        guard let name else {
            return {
                let bytes = try path.map { try world.readFile($0) } ?? Array((text ?? "").utf8)
                return try Self.explanation(of: bytes)
            }
        }
        guard let cause = CauseCatalogue.cause(CauseID(rawValue: name)) else {
            let known = CauseCatalogue.all.map(\.id.rawValue)
            let nearest = NearestWord.find(for: name, in: known).map { "; the nearest is \($0)" } ?? ""
            throw RPCError(.invalidParams, "there is no cause with that id\(nearest)")
        }
        return { (world.page(cause), Self.json(of: cause)) }
    }

    private static func explanation(of bytes: [UInt8]) throws(ToolRefusal) -> (text: String, value: JSON) {
        let paste: Paste
        do {
            paste = try PasteReader.read(bytes, omitted: 0)
        } catch {
            throw ToolRefusal("the text can't be read: \(error)")
        }
        let report = PasteDoctor().explain(paste)
        return (DiagnosisText.render(report, terminal: Terminal(width: 100)), DiagnosisJSON.value(report))
    }

    private static func json(of cause: Cause) -> JSON {
        [
            "id": .string(cause.id.rawValue),
            "title": .string(cause.title),
            "looksLike": .array(cause.looksLike.map { .string($0.text) }),
            "fixes": .array(
                cause.fixes.map { fix in
                    [
                        "deployment": fix.deployment.map { .string($0.rawValue) } ?? .null,
                        "who": .string(fix.who.rawValue),
                        "steps": .array(fix.steps.map { .string(PlaceholderWords.fill($0)) }),
                    ]
                }),
            "links": .array(cause.links.map { .string("\($0)") }),
        ]
    }
}
