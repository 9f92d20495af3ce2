/// A task of a task list, as a body has it.
package struct InlineTask: Sendable, Hashable {
    /// The number that tells it from the body's other tasks.
    package var localID: String
    package var isComplete: Bool
    /// What is to be done, in storage format.
    package var body: String
    /// The account id or user key of whom it is given to.
    package var assignee: String?
    /// The day it is due, such as `2026-01-31`.
    package var dueDay: String?
}

extension StorageFormat {
    /// The tasks of a body, in their order; none of one that is not well-formed.
    package static func tasks(in source: String) -> [InlineTask] {
        guard source.contains("<ac:task>") else { return [] }
        return spans(in: source).map { task in
            let body = content(of: "ac:task-body", in: task.text) ?? ""
            return InlineTask(
                localID: content(of: "ac:task-id", in: task.text) ?? "",
                isComplete: content(of: "ac:task-status", in: task.text) == "complete", body: body,
                assignee: attribute("ri:account-id", in: body) ?? attribute("ri:userkey", in: body),
                dueDay: attribute("datetime", in: body))
        }
    }

    /// The body with a task marked as done or not; `nil` where there is no such task.
    package static func settingTask(_ localID: String, complete: Bool, in source: String) -> String? {
        guard
            let task = spans(in: source).first(where: { content(of: "ac:task-id", in: $0.text) == localID }),
            let status = range(of: "ac:task-status", in: task.text)
        else { return nil }
        return String(source[..<status.lowerBound]) + (complete ? "complete" : "incomplete")
            + source[status.upperBound...]
    }

    private struct Span {
        var range: Range<String.Index>
        var text: Substring
    }

    /// Where tasks begin and end; a task holds no other, since lists below it stand beside it.
    private static func spans(in source: String) -> [Span] {
        var spans: [Span] = []
        var rest = source[...]
        while let start = rest.firstRange(of: "<ac:task>"),
            let end = rest[start.upperBound...].firstRange(of: "</ac:task>")
        {
            let range = start.lowerBound..<end.upperBound
            spans.append(Span(range: range, text: source[range]))
            rest = source[end.upperBound...]
        }
        return spans
    }

    private static func range(of name: String, in text: Substring) -> Range<String.Index>? {
        guard let start = text.firstRange(of: "<\(name)>"),
            let end = text[start.upperBound...].firstRange(of: "</\(name)>")
        else { return nil }
        return start.upperBound..<end.lowerBound
    }

    private static func content(of name: String, in text: Substring) -> String? {
        range(of: name, in: text).map { String(text[$0]) }
    }

    private static func attribute(_ name: String, in text: String) -> String? {
        guard let start = text.firstRange(of: "\(name)=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}
