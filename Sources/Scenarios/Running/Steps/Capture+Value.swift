import ConfluenceWire

extension Capture {
    /// What is kept; `nil` where it is not there.
    func value(in evidence: StepEvidence) -> JSON? {
        switch source {
        case .path(let path): return evidence.value.flatMap { path.value(in: $0.structure) }
        case .header(let name):
            guard case .response(let response) = evidence.answer else { return nil }
            return response.headers.values(name).first.map { .string($0) }
        case .pattern(let pattern):
            guard let text = evidence.text, let match = try? Regex(pattern).firstMatch(in: text) else { return nil }
            let groups = match.output.dropFirst().compactMap(\.substring)
            return .string(String(groups.first ?? text[match.range]))
        }
    }

    /// Why there is nothing to keep.
    var failure: String {
        switch source {
        case .path(let path): "the answer has nothing at \(path)"
        case .header(let name): "the answer has no header \(name)"
        case .pattern(let pattern): "nothing in the answer matches \(pattern)"
        }
    }
}
