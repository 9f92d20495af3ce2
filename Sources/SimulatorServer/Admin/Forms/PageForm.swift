import ConfluenceModel
import ConfluenceWire
import Simulator

/// A page with all that hangs on it as JSON.
enum PageForm {
    static func json(_ details: SiteContents.PageDetails) -> JSON {
        [
            "page": ContentForm.json(details.page),
            "ancestors": .array(details.ancestors.map(ContentForm.json)),
            "labels": .array(details.labels.map(JSON.string)),
            "versions": .array(
                details.versions.map { version in
                    [
                        "number": .integer(Int64(version.number)),
                        "moment": .string(Moment.text(version.moment)),
                        "by": .string(version.author),
                        "message": .string(version.message),
                    ]
                }),
            "attachments": .array(
                details.attachments.map { file in
                    [
                        "name": .string(file.name), "mediaType": .string(file.mediaType),
                        "size": .integer(Int64(file.size)),
                    ]
                }),
            "body": .string(details.body),
        ]
    }
}
