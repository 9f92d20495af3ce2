import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Documents

/// The arguments of a call, read by the names that its description gives them.
struct CallArguments: Sendable {
    private let values: JSONObject

    init(_ value: JSON, known: [String]) throws(RPCError) {
        guard case .object(let object) = value else { throw RPCError(.invalidParams, "“arguments” must be an object") }
        for member in object where !known.contains(member.key) {
            // The name itself is not repeated: it may be anything.
            throw RPCError(.invalidParams, "an argument is unknown; known are \(known.joined(separator: ", "))")
        }
        values = object
    }

    subscript(name: String) -> JSON? {
        values[name].flatMap { $0.isNull ? nil : $0 }
    }

    func text(_ name: String) throws(RPCError) -> String? {
        guard let value = self[name] else { return nil }
        guard let text = value.stringValue else { throw RPCError(.invalidParams, "“\(name)” must be a text") }
        return text
    }

    func bool(_ name: String) throws(RPCError) -> Bool {
        guard let value = self[name] else { return false }
        guard let bool = value.boolValue else { throw RPCError(.invalidParams, "“\(name)” must be true or false") }
        return bool
    }

    func number(_ name: String, in range: ClosedRange<Int64>, default usual: Int) throws(RPCError) -> Int {
        guard let value = self[name] else { return usual }
        guard let number = value.integerValue, range.contains(number) else {
            throw RPCError(
                .invalidParams, "“\(name)” must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return Int(number)
    }

    func toolNames(_ name: String) throws(RPCError) -> [String] {
        guard let value = self[name] else { return [] }
        let names = value.arrayValue?.map(\.stringValue) ?? [nil]
        let known = Set(ToolkitTool.allCases.map(\.rawValue))
        guard names.allSatisfy({ $0.map(known.contains) == true }) else {
            throw RPCError(.invalidParams, "“\(name)” must be a list of the toolkit's tools")
        }
        return names.compactMap(\.self)
    }

    private func space() throws(RPCError) -> String? {
        let key = try text("space")
        if let key, key.allSatisfy(\.isWhitespace) {
            throw RPCError(.invalidParams, "“space” is empty; it must be a space's key, or be left out")
        }
        return key
    }

    private func page() throws(RPCError) -> PageReference? {
        guard let text = try text("page") else { return nil }
        guard let page = PageReference(text) else {
            throw RPCError(.invalidParams, "“page” must be a page's id, or its address with the id or the title")
        }
        return page
    }

    func options() throws(RPCError) -> DiagnosisOptions {
        DiagnosisOptions(
            tools: try toolNames("tools"), spaceKey: try space(), page: try page(),
            pageHost: try text("page").flatMap(PageReference.host),
            budget: try number("budget", in: 1...100, default: 25), offline: try bool("offline"))
    }
}
