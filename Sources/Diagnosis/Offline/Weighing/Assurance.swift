import ConfluenceModel
import Foundation

/// Whether a cause may be told with confidence: only where all that is known agrees.
///
/// Words that name their reason are said by other programs, too, asked about, and quoted. So symptoms and likeness must have
/// the same cause first, by far, an address must show whose words they are, and nothing may speak for no fault.
struct Assurance {
    /// Without it nothing is surer than this, and with it nothing less than that.
    private static let mostWithout = 0.75
    private static let leastWith = 0.85
    static let leastOfSymptoms = 0.6
    private static let leastTogether = 0.95
    private static let mostDoubt = 0.03
    private static let leastStated = 0.5

    /// How the symptoms' confidence and the likeness weigh together, and what stands for no fault: a conditional logit over
    /// the causes and none, learnt from texts that neither had learnt from.
    private static let weightOfLikeness = 0.643
    private static let weightOfSymptoms = 0.96
    private static let unnamed = 0.03
    private static let noFault = -3.72
    private static let noFaultInSilence = 1.15

    /// What two places of a text say together.
    private static let compared: Set<String> = [
        "key-case", "title-case", "title-misspelt", "space-of-one-alone", "not-found-yet", "truncated",
    ]

    private let isGiven: Bool
    /// Whether words that name their reason say so, rather than people's own or two places of a text together.
    private let isStated: Bool

    init(of cause: CauseID, _ reading: PasteReading, _ opinion: SecondOpinion, chanceOfNoFault: Double) {
        isStated = reading.weigher.clues.contains {
            $0.strength == .stated && $0.weight(of: cause) >= Self.leastStated && !Self.compared.contains($0.name)
        }
        isGiven =
            reading.ranking.first?.cause == cause && opinion.likest == cause && reading.says >= Self.leastOfSymptoms
            && reading.addresses.contains { $0.owner == .confluence } && chanceOfNoFault < Self.mostDoubt
            && Self.together(cause, reading, opinion) >= Self.leastTogether && !opinion.isDoubtedAround
            && !Self.mayLieDeeper(cause, reading, opinion)
    }

    /// What makes a client or a site say words that name another reason: a slip in the settings, or something on the way.
    private static let deeper: [CauseID: Set<CauseID>] = [
        .nameNotResolved: [.trailingCharacters, .malformedAddress, .vpnOnly, .unknownSite, .whitespace, .proxyRefusal],
        .basePath: [.hostingMismatch, .olderRelease, .v2OnDataCenter, .trailingCharacters, .endpointRemoved],
        .certificateUntrusted: [.proxyInterception, .verifySSL, .clockSkew],
        .certificateExpired: [.clockSkew, .proxyInterception],
        .wrongScheme: [.bothSecrets, .customHeaders, .schemeInSecret, .singleSignOn, .scopedTokenOnSite],
        .timedOut: [.vpnOnly, .firewall, .proxyRefusal, .plainPort, .customHeaders],
        .connectionRefused: [.plainHTTP, .proxyRefusal, .vpnOnly, .malformedAddress],
        .connectionDropped: [.plainHTTP, .firewall, .unreachable, .proxyRefusal],
        .serverError: [.siteSuspended, .maintenance, .directoryDown, .invalidBody],
        .titleTaken: [.titleCase, .spaceKeyCase, .pageTrashed],
        .versionConflict: [.pageDraft, .invalidBody, .pageUnreconciled],
        .malformedAddress: [.quoted, .trailingCharacters, .whitespace, .legacyConfiguration, .secretReference],
        .whitespace: [.customHeaders, .encoding, .quoted],
        .secretReference: [.quoted, .secretMissing], .accountDeactivated: [.noProductAccess],
        .rateLimited: [.connectionDropped], .attachmentTooLarge: [.firewall],
        .sessionCookie: [.customHeaders, .maintenance], .pageOtherSpace: [.spaceKeyCharacters],
        .spaceNoWrite: [.spaceNameForKey, .readOnly, .anonymous], .ipAllowlist: [.noProductAccess],
    ]
    /// So much less like a deeper cause must a text be.
    private static let leastBehind = 4.0

    /// Whether the text is also like those of a cause that shows in the same words, or some clue speaks for it.
    private static func mayLieDeeper(_ cause: CauseID, _ reading: PasteReading, _ opinion: SecondOpinion) -> Bool {
        guard let deeper = deeper[cause] else { return false }
        // Port 80 refuses where a site speaks https alone.
        if cause == .connectionRefused, reading.addresses.contains(where: \.isPlainHTTP) { return true }
        if reading.weigher.clues.contains(where: { clue in
            clue.strength > .faint && clue.shares.contains { deeper.contains($0.key) && $0.value >= leastShare }
        }) {
            return true
        }
        return opinion.distances.contains { deeper.contains($0.cause) && $0.distance > -leastBehind }
    }

    private static let leastShare = 0.4

    /// How likely the cause is by both, from 0 to 1.
    private static func together(_ cause: CauseID, _ reading: PasteReading, _ opinion: SecondOpinion) -> Double {
        let named = Dictionary(uniqueKeysWithValues: reading.ranking.map { ($0.cause, $0.confidence) })
        let silence = reading.says < PasteDoctor.leastDecision ? noFaultInSilence : 0
        var total = exp(noFault + silence)
        var part = 0.0
        for (other, distance) in opinion.distances {
            let weight = exp(weightOfLikeness * distance + weightOfSymptoms * log((named[other] ?? 0) + unnamed))
            total += weight
            if other == cause { part = weight }
        }
        return part / total
    }

    /// The first cause's confidence as it may be told.
    func confidence(of confidence: Double) -> Double {
        guard isGiven else { return min(confidence, Self.mostWithout) }
        // What people tell, and what two places say together, names no reason as a program's own words do.
        return isStated ? max(confidence, Self.leastWith) : min(confidence, Self.mostWithout)
    }
}
