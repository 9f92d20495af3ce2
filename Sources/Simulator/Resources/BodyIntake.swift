import ConfluenceModel
import StorageFormat

/// Turns a body that a client sends into the storage format that is kept.
struct BodyIntake {
    let style: BodyStyle
    /// What tells this body from all others, so that its macros get ids of their own.
    let seed: String
    /// The name of the file that the media service knows under an id.
    var fileName: (_ mediaID: String) -> String? = { _ in nil }

    func storage(_ value: String, as representation: String) throws(Refusal) -> String {
        guard let form = BodyForm(rawValue: representation), style.accepted.contains(form) else {
            throw Refusal(
                .requestInvalid, [.text: "Unsupported representation: \(representation)"],
                because: "a body in the form “\(representation)” is not taken")
        }
        switch form {
        case .wiki: return try kept(StorageFormat.fromWiki(value))
        case .atlasDocFormat: return try kept(read(document: value))
        default: return try kept(value)
        }
    }

    private func read(document: String) throws(Refusal) -> String {
        do {
            return try StorageFormat.fromAtlasDocFormat(document, fileName: fileName)
        } catch {
            throw Refusal(
                .requestInvalid, [.text: "Invalid ADF document: \(error)"],
                because: "the body is no Atlassian document: \(error)")
        }
    }

    private func kept(_ source: String) throws(Refusal) -> String {
        do {
            return try StorageFormat.kept(source) { place in
                StableID.uuid("macro", seed, String(place), source)
            }
        } catch {
            throw Refusal(
                .storageMalformed, [.text: error.confluenceText(behind: style.header)],
                because: "the body is malformed: \(error.message)")
        }
    }
}
