import ConfluenceClient
import ConfluenceWire
import Foundation

/// The tool that gives a page as Markdown, with words in the place of its pictures.
extension ConfluenceTools {
    /// What stands for the description of a picture, as the native driver has no language model.
    static let noModel = "[LLM not available for image processing]"

    func getPageWithImageDescriptions(_ arguments: ToolArguments) async throws -> JSON {
        let id = arguments.requiredText("page_id")
        do {
            let page = try await client.page(id: id, expand: "body.storage,space")
            guard page.isTruthy else { return .string("Page with ID \(id) not found.") }
            try scope.check(page, id: id)
            let title = PythonText.str(try page.item("title"))
            let source = try page.item("body", "storage", "value").text(for: "replace")
            let text = Markdown.convert(try await describingPictures(in: source, of: id))
            return .string("Page '\(title)' (ID: \(id)) with image descriptions:\n\n\(text)")
        } catch let error as ClientError {
            return .string("Error processing page with images: \(error.message)")
        }
    }

    /// The kinds of pictures one after the other, each found by a pattern in the source rather than by reading it.
    private func describingPictures(in source: String, of id: String) async throws -> String {
        let attached =
            #/<ac:image[^>]*>(?:.*?)<ri:attachment ri:filename="(?<name>[^"]+)"[^>]*/>(?:.*?)</ac:image>/#
        var text = await Self.replacing(attached, in: source) { await attachedPicture(String($0.name), of: id) }
        let linked = #/<ac:image[^>]*>(?:.*?)<ri:url ri:value="(?<address>[^"]+)"[^>]*/>(?:.*?)</ac:image>/#
        text = await Self.replacing(linked, in: text) { await linkedPicture(String($0.address), of: id) }
        let embedded =
            #/<ac:image[^>]*>(?:.*?)<ac:resource>(?:.*?)<ac:media-type>(?<type>[^<]+)</ac:media-type>(?:.*?)<ac:data>(?<data>[^<]+)</ac:data>(?:.*?)</ac:resource>(?:.*?)</ac:image>/#
        return await Self.replacing(embedded, in: text) {
            Self.embeddedPicture(String($0.type), data: String($0.data))
        }
    }

    private static func replacing<Output>(
        _ pattern: Regex<Output>, in text: String, by words: (Output) async -> String
    ) async -> String {
        var replaced = ""
        var rest = text[...]
        while let match = rest.firstMatch(of: pattern) {
            replaced += rest[..<match.range.lowerBound]
            replaced += await words(match.output)
            rest = rest[match.range.upperBound...]
        }
        return replaced + rest
    }

    // MARK: One picture

    private func attachedPicture(_ name: String, of id: String) async -> String {
        do {
            // The name is compared as it stands in the source, with its entities.
            let found = try await client.attachments(of: id).item("results").elements().first { attachment in
                try attachment.item("title") == .string(name)
            }
            guard let found else { return "[Image: \(name) - attachment not found]" }
            let path = PythonText.str(try found.item("_links", "download"))
            guard await canFetch(trimmedBase + path, for: id) else { return "[Image: \(name) - download failed]" }
            return "[Image \(name) Description: \(Self.noModel)]"
        } catch let error as ClientError {
            return "[Image: \(name) - Error: \(error.message)]"
        } catch {
            return "[Image: \(name) - Error: \(error)]"
        }
    }

    private func linkedPicture(_ address: String, of id: String) async -> String {
        let name = address.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        guard await canFetch(address, for: id) else { return "[Image: \(name) - download failed]" }
        return "[Image \(name) Description: \(Self.noModel)]"
    }

    private static func embeddedPicture(_ mediaType: String, data: String) -> String {
        guard Data(base64Encoded: data, options: .ignoreUnknownCharacters) != nil else {
            return "[Image: embedded \(mediaType) - decode failed]"
        }
        let ending = mediaType.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        return "[Image embedded-image.\(ending) Description: \(noModel)]"
    }

    // MARK: Download

    private var trimmedBase: String {
        var base = configuration.linkBase
        while base.hasSuffix("/") { base.removeLast() }
        return base
    }

    /// Whether a picture can be had; whatever goes wrong means that it can't.
    private func canFetch(_ address: String, for id: String) async -> Bool {
        let namesVersion = address.contains("version=") || address.contains("modificationDate=")
        let plain = namesVersion ? String(address.prefix { $0 != "?" }) : address
        do {
            if let path = pathOnSite(plain) {
                let response = try await client.answer(.get, path).response
                return response.status == 200 && !response.isPage && response.body.count >= 100
            }
            let response = try await client.foreignAnswer(plain).response
            return response.status == 200 && !response.isPage
        } catch {
            return false
        }
    }

    /// The part of an address below the site's own; `nil` for another host's.
    private func pathOnSite(_ address: String) -> String? {
        if address.hasPrefix(configuration.linkBase) { return String(address.dropFirst(configuration.linkBase.count)) }
        for part in ["/download/attachments/", "/download/thumbnails/"] {
            if let range = address.firstRange(of: part) { return String(address[range.lowerBound...]) }
        }
        return address.hasPrefix("http") ? nil : address
    }
}

extension Response {
    fileprivate var isPage: Bool { headers["Content-Type"]?.lowercased().contains("text/html") ?? false }
}
