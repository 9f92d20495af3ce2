import ConfluenceModel

/// A paste with everything that its symptoms say.
struct PasteReading: Sendable {
    /// What a text is about, as far as it says so.
    enum Subject: Sendable, Hashable {
        case confluence
        case confluenceAndOthers
        case others
        case unsaid
    }

    let text: FoldedText
    let circumstances: Circumstances
    let weigher: Weigher
    let ranking: [(cause: CauseID, confidence: Double)]
    let addresses: [AddressClue]
    /// The way of logging in that the text shows, or else the deployment's usual one.
    let scheme: Authentication.Scheme
    let subject: Subject
    /// What it is, if it is nothing but a toolkit's configuration.
    let configuration: PastedConfiguration?
    /// What it speaks of, for the comparison with other texts.
    let traits: Traits

    /// From here on the text is not read a second time with its lines joined.
    private static let sureEnough = 0.5

    init(_ paste: Paste) {
        let reading = Self(paste, joinsWrappedLines: false)
        // What a terminal broke in the middle of a word is only found once the lines are joined.
        guard reading.says < Self.sureEnough, paste.mayBeWrapped else {
            self = reading
            return
        }
        let wrapped = Self(paste, joinsWrappedLines: true)
        self = wrapped.says > reading.says ? wrapped : reading
    }

    private init(_ paste: Paste, joinsWrappedLines: Bool) {
        text = FoldedText(paste, joinsWrappedLines: joinsWrappedLines)
        let reader = ClueReader(text, paste)
        circumstances = reader.circumstances
        let configuration = PastedConfiguration(paste, reader.text)
        let clues = reader.clues()
        weigher = Weigher(
            configuration?.clues(clues, in: reader.text) ?? clues,
            namesConfluence: reader.circumstances.namesConfluence)
        self.configuration = configuration
        ranking = weigher.ranking()
        scheme = reader.scheme
        addresses = reader.addresses
        let isOurs =
            circumstances.isAboutConfluence || (circumstances.mentionsPages && circumstances.foreignProduct == nil)
        subject =
            reader.isAboutService && !circumstances.namesJiraInPassing
            ? circumstances.isAboutConfluence ? .confluenceAndOthers : .others : isOurs ? .confluence : .unsaid
        traits = Traits(text, addresses, weigher.clues, reader.settings)
    }

    /// Whether it is no more than a line or two.
    var isShort: Bool { traits.all.count { $0.kind == .word } <= Self.wordsOfShort }
    private static let wordsOfShort = 20

    /// How sure the symptoms are of their first cause.
    var says: Double { ranking.first?.confidence ?? 0 }
}
