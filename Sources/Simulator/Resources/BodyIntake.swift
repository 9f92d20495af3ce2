import ConfluenceModel
import StorageFormat

/// Turns a body that a client sends into the storage format that is kept.
struct BodyIntake {
    let style: BodyStyle
    /// What tells this body from all others, so that its macros get ids of their own.
    let seed: String

    func storage(_ value: String, as format: String) throws(Refusal) -> String {
        guard style.accepted.contains(format) else {
            throw Refusal(
                .requestInvalid, [.text: "Unsupported representation: \(format)"],
                because: "a body in the form “\(format)” is not taken")
        }
        return try kept(format == "wiki" ? StorageFormat.fromWiki(value) : value)
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
