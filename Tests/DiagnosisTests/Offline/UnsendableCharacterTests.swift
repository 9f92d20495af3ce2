import ConfluenceModel
import Diagnosis
import Testing

@Suite("What a header can't carry is told by the character")
struct UnsendableCharacterTests {
    @Test(
        "quotation marks, blanks that nobody sees, and letters are different causes",
        arguments: [
            ("\\u201c", CauseID.quoted), ("\\u2019", .quoted), ("\\u200b", .whitespace), ("\\u00a0", .whitespace),
            ("\\u0456", .encoding), ("\\u20ac", .encoding), ("\\u4e2d", .encoding), ("\\u0142", .encoding),
        ])
    func python(character: String, cause: CauseID) {
        let text =
            "wiki = Confluence('https://wiki.acme.example')\n"
            + "UnicodeEncodeError: 'latin-1' codec can't encode character '\(character)' in position 7: ordinal not in range(256)"
        let report = PasteDoctor().explain(Paste(text))
        #expect(report.causes.first?.id == cause, "\(report.causes.map(\.id))")
    }

    @Test("undici names it by its number", arguments: [(8220, CauseID.quoted), (8203, .whitespace)])
    func node(number: Int, cause: CauseID) {
        let text =
            "confluence: Cannot convert argument to a ByteString because the character at index 7 has a value of \(number) "
            + "which is greater than 255."
        #expect(PasteDoctor().explain(Paste(text)).causes.first?.id == cause)
    }
}
