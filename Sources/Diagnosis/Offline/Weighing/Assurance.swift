import ConfluenceModel

/// Whether a cause may be told with confidence: only where all that is known agrees.
///
/// Words that name their reason are said by other programs, too, asked about, and quoted. So symptoms and likeness must have
/// the same cause first, by far, an address must show whose words they are, and nothing may speak for no fault.
struct Assurance {
    /// Without it nothing is surer than this, and with it nothing less than that.
    private static let mostWithout = 0.75
    private static let leastWith = 0.85
    static let leastOfSymptoms = 0.6
    private static let leastChance = 0.98
    private static let mostDoubt = 0.03
    private static let leastStated = 0.5

    private let isGiven: Bool
    /// Whether words that name their reason say so, rather than people's own or two places of a text together.
    private let isStated: Bool

    init(of cause: CauseID, _ reading: PasteReading, _ judgement: Judgement) {
        isStated = reading.weigher.clues.contains {
            $0.strength == .stated && $0.weight(of: cause) >= Self.leastStated && !$0.isComparison
        }
        isGiven =
            reading.ranking.first?.cause == cause && judgement.likest == cause && reading.says >= Self.leastOfSymptoms
            && reading.addresses.contains { $0.owner == .confluence } && judgement.chanceOfNoFault < Self.mostDoubt
            && judgement.chance(of: cause) >= Self.leastChance && !judgement.isDoubtedAround
            && !Self.mayLieDeeper(cause, reading, judgement)
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
        .readOnly: [.spaceNoWrite, .pageRestricted],
    ]
    /// Of what a text may not speak, as that is how such a reason comes about where the words name another.
    private static let circumstances: [CauseID: Set<String>] = [
        // A user name beside a Bearer token is the sign of two secrets, which the answer is the same for.
        .wrongScheme: ["user", "email", "both"],
        .certificateUntrusted: ["proxy"], .nameNotResolved: ["vpn", "proxy"], .basePath: ["old"],
        // What was tried again, and went well in the end, is no failure.
        .connectionDropped: ["fine"], .timedOut: ["fine"], .rateLimited: ["fine"], .serverError: ["fine"],
    ]

    /// A deeper cause may be no likelier.
    private static let mostBehind = 0.02

    /// Whether the text is also like those of a cause that shows in the same words, or some clue speaks for it.
    private static func mayLieDeeper(_ cause: CauseID, _ reading: PasteReading, _ judgement: Judgement) -> Bool {
        if reading.traits.speaks(of: circumstances[cause] ?? []) { return true }
        guard let deeper = deeper[cause] else { return false }
        // Port 80 refuses where a site speaks https alone.
        if cause == .connectionRefused, reading.addresses.contains(where: \.isPlainHTTP) { return true }
        if reading.weigher.clues.contains(where: { clue in
            clue.strength > .faint && clue.shares.contains { deeper.contains($0.key) && $0.value >= leastShare }
        }) {
            return true
        }
        return judgement.chances.contains { deeper.contains($0.cause) && $0.chance > mostBehind }
    }

    private static let leastShare = 0.3

    /// The first cause's confidence as it may be told.
    func confidence(of confidence: Double) -> Double {
        guard isGiven else { return min(confidence, Self.mostWithout) }
        // What people tell, and what two places say together, names no reason as a program's own words do.
        return isStated ? max(confidence, Self.leastWith) : min(confidence, Self.mostWithout)
    }
}
