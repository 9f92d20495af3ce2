import ConfluenceClient
import ConfluenceWire

/// The tool that attaches a file of the platform to a page and shows it there.
extension ConfluenceTools {
    func addFileToPage(_ arguments: ToolArguments) async throws -> JSON {
        let id = arguments.requiredText("page_id")
        do {
            try await assertInSpace(id)
            let file = try await upload(arguments, to: id)
            let page = try await show(file, on: id, arguments)
            let link = try pageLink(try page.item("_links", "webui"))
            return .string("File '\(file.name)' uploaded and added to page \(id) as \(file.kind). View at: \(link)")
        } catch let error as ClientError {
            if error.exceptionType == "ToolException" { throw error }
            throw ToolError.refusal("Failed to add file to page \(id): \(Self.details(of: error))")
        }
    }

    private func upload(_ arguments: ToolArguments, to id: String) async throws -> UploadedFile {
        guard let artifacts = configuration.artifacts else {
            throw ToolError.refusal("EliteA client is not initialized. Cannot download artifact.")
        }
        let path = arguments.requiredText("filepath")
        guard let artifact = artifacts.first(where: { $0.path == path }) else {
            throw ToolError.refusal("Failed to upload file from artifact: File '\(path)' not found. ")
        }
        guard !artifact.content.isEmpty else {
            throw ToolError.refusal("Failed to download artifact from \(path)")
        }
        let given = arguments.text("filename") ?? ""
        let name = given.isEmpty ? artifact.name : given
        let mediaType = MediaTypeGuess.mediaType(of: artifact.content)
        do {
            let answer = try await client.attach(artifact.content, name: name, mediaType: mediaType, to: id)
            return UploadedFile(
                name: PythonText.str(try answer.get("title", otherwise: .string(name))), mediaType: mediaType)
        } catch let error as ClientError {
            throw ToolError.refusal(
                "Failed to upload attachment '\(name)' to page \(id): \(Self.details(of: error))")
        }
    }

    /// Adds the file to the page's body, again where somebody else was faster.
    private func show(_ file: UploadedFile, on id: String, _ arguments: ToolArguments) async throws -> JSON {
        let markup = file.markup(caption: arguments.text("caption") ?? "")
        var triesLeft = 3
        while true {
            triesLeft -= 1
            do {
                let page = try await client.page(id: id, expand: "body.storage,version")
                let body = try page.get("body", otherwise: [:]).get("storage", otherwise: [:]).get(
                    "value", otherwise: "")
                let current = PythonText.str(body)
                _ = try await client.updatePage(
                    id: id, title: PythonText.str(try page.item("title")),
                    body: arguments.text("position") == "prepend"
                        ? "\(markup)<p></p>\(current)" : "\(current)<p></p>\(markup)",
                    representation: "storage", message: "Added file: \(file.name)")
                return page
            } catch let error as ClientError where error.exceptionType == "HTTPError" && error.status == 409 {
                guard triesLeft > 0 else { throw error }
            }
        }
    }

    /// The error with the answer behind it, as the toolkit quotes it.
    private static func details(of error: ClientError) -> String {
        guard error.isFromAnswer, let response = error.response else { return error.message }
        var parts = [error.message, "HTTP \(response.status) \(response.reasonPhrase)".trimmingWhitespace()]
        let text = response.text
        if !text.isEmpty { parts.append("Response: \(String(text.unicodeScalars.prefix(1000).map(Character.init)))") }
        return parts.joined(separator: " | ")
    }
}

/// A file that a page has now.
private struct UploadedFile: Sendable {
    var name: String
    var mediaType: String

    var kind: String {
        mediaType.hasPrefix("image/") ? "image" : mediaType.hasPrefix("video/") ? "video" : "file"
    }

    /// The name goes into the page's source as it is, so an ampersand in it breaks the page.
    func markup(caption: String) -> String {
        let reference = "<ri:attachment ri:filename=\"\(name)\"/>"
        guard kind != "file" else { return "<ac:link>\(reference)</ac:link>" }
        let caption = caption.isEmpty ? "" : "<ac:caption><p>\(caption)</p></ac:caption>"
        return "<ac:image>\(reference)\(caption)</ac:image>"
    }
}
