import ConfluenceModel

/// Finds values in quotation marks in a file of variables that Docker reads, which takes the marks for a part of the value.
enum EnvironmentFileReader {
    static func clue(in text: FoldedText) -> Clue? {
        guard !files.hits(in: text.bytes).isEmpty, let value = values.hits(in: text.bytes).first else { return nil }
        return Clue(
            name: "quoted", strength: .strong, shares: [.quoted: 0.92, .whitespace: 0.08],
            meaning: "the value stands in quotation marks in a file of variables, and Docker keeps them",
            range: value.range, isStatus: false, trust: 1)
    }

    private static let files = PhraseIndex<Bool>(["--env-file", "env_file:"].map { (Phrase($0), true) })
    private static let values = PhraseIndex<Bool>(
        ["token=\"", "token='", "_key=\"", "_key='", "username=\"", "username='", "_user=\"", "password=\"", "_pat=\""]
            .map { (Phrase($0), true) })
}
