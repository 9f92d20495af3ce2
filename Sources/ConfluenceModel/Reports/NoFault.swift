/// That a pasted text may tell of no fault of the configuration, as a line that is ranked among its causes.
public struct NoFault: Sendable, Hashable {
    /// Its place among the causes, from 1; those behind it come one place later.
    public var rank: Int
    /// From 0 to 1.
    public var confidence: Double
    public var reading: Reading
    public var title: String
    /// The words that speak for it.
    public var evidence: [FoundCause.EvidenceLine]

    /// What a text reads like that tells of no fault; the raw values are part of the published JSON.
    public enum Reading: String, Sendable, Hashable, CaseIterable {
        case wish
        case question
        case otherProduct = "other-product"
        /// None of these: all is well, or what went wrong lies in a client or elsewhere.
        case unlikeFaults = "unlike-faults"
    }

    public init(
        rank: Int, confidence: Double, reading: Reading, title: String, evidence: [FoundCause.EvidenceLine] = []
    ) {
        self.rank = rank
        self.confidence = confidence
        self.reading = reading
        self.title = title
        self.evidence = evidence
    }
}

extension DiagnosisReport {
    /// Whether that nothing is wrong is likelier than each of the causes.
    public var isRatherNoFault: Bool { noFault?.rank == 1 }

    /// A cause's place, from 1, with that of no fault counted.
    public func rank(ofCauseAt index: Int) -> Int {
        guard let noFault, noFault.rank <= index + 1 else { return index + 1 }
        return index + 2
    }
}
