import ConfluenceClient
import ConfluenceWire

/// Which attachments a call asks for, and how much of each.
struct AttachmentWishes {
    let limit: Int
    private let contentLength: Int
    private let extensions: [String]
    private let pattern: Regex<AnyRegexOutput>?

    init(_ arguments: ToolArguments) throws(ClientError) {
        limit = arguments.integer("max_attachments", otherwise: 50)
        contentLength = arguments.integer("max_content_length", otherwise: 10000)
        extensions = (arguments.list("allowed_extensions") ?? []).map { PythonText.str($0) }
        guard let text = arguments.text("name_pattern"), !text.isEmpty else {
            pattern = nil
            return
        }
        do {
            pattern = try Regex(text)
        } catch {
            throw ClientError("error", "“\(text)” is no regular expression: \(error)")
        }
    }

    func match(_ attachment: JSON) throws(ClientError) -> Bool {
        let title = PythonText.str(try attachment.get("title", otherwise: ""))
        let file = AttachmentFile(name: title, mediaType: "")
        if !extensions.isEmpty, !extensions.contains(file.nameExtension) { return false }
        guard let pattern else { return true }
        return title.prefixMatch(of: pattern) != nil
    }

    func shorten(_ text: String) -> String {
        guard text.unicodeScalars.count > contentLength else { return text }
        let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(contentLength)))
        return "\(start)\n...[truncated, showing first \(contentLength) characters]"
    }
}
