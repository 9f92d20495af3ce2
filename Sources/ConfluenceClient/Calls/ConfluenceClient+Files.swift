package import ConfluenceWire

/// The client's calls about files, and about addresses that are none of its own.
extension ConfluenceClient {
    /// Attaches a file to a page: as a new version where the page has one of that name.
    ///
    /// - Returns: The attachment where it was there before, and else the list that holds it.
    package func attach(_ content: [UInt8], name: String, mediaType: String, to id: String) async throws -> JSON {
        var path = "rest/api/content/\(id)/child/attachment"
        let known = try await get(path, query: [QueryItem("filename", name)])
        if try known.get("size").isTruthy {
            guard let first = try known.item("results").elements().first else {
                throw ClientError("IndexError", "list index out of range")
            }
            path += "/\(PythonText.str(try first.item("id")))/data"
        }
        let form = FormBody(
            fields: [
                ("type", "attachment"), ("fileName", name), ("contentType", mediaType),
                ("comment", "Uploaded \(name)."), ("minorEdit", "true"),
            ],
            file: (name, mediaType, content))
        let wordings = [
            403: (
                "ApiError",
                "Attachments are disabled or the calling user does not have permission to add attachments to this content"
            ),
            404: (
                "ApiError",
                "The requested content is not found, the user does not have permission to view it, or the attachments "
                    + "exceeds the maximum configured attachment size"
            ),
        ]
        return try await rewording(wordings) { try await write(.post, path, form: form) }
    }
}
