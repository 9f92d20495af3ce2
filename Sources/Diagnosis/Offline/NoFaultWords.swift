import ConfluenceModel

/// What a reader is told where a text speaks for no fault of the configuration.
enum NoFaultWords {
    private static let wish = "wish"
    private static let asking = "asking"

    static func line(
        rank: Int, confidence: Double, _ reading: PasteReading, _ judgement: Judgement, _ quoter: Quoter
    ) -> NoFault {
        let kind = kind(reading, judgement)
        let signs = judgement.signsOfNoFault(
            among: kind == .wish ? [wish] : kind == .question ? [asking] : nil)
        return NoFault(
            rank: rank, confidence: confidence, reading: kind,
            title: "no fault of this configuration: " + words(kind, reading.circumstances.foreignProduct),
            evidence: signs.map { sign in
                FoundCause.EvidenceLine(
                    "people whose configuration was fine spoke of it, too: \(sign.title)",
                    quote: sign.ranges.first.flatMap { quoter.quote($0, of: reading.text) })
            })
    }

    private static func kind(_ reading: PasteReading, _ judgement: Judgement) -> NoFault.Reading {
        if judgement.speaks(of: wish) { return .wish }
        if judgement.speaks(of: asking) { return .question }
        return reading.subject == .confluenceAndOthers ? .otherProduct : .unlikeFaults
    }

    private static func words(_ kind: NoFault.Reading, _ product: String?) -> String {
        switch kind {
        case .wish: "reads like a wish for something that is not there yet"
        case .question: "reads like a question"
        case .otherProduct: "may be about \(product ?? "another product") beside it"
        case .unlikeFaults: "reads like none of the failures that are known here, perhaps a client's own"
        }
    }
}
