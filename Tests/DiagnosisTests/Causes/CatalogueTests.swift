import ConfluenceModel
import ConfluenceToolkit
import Diagnosis
import Testing

@Suite("The catalogue of causes keeps its laws")
struct CatalogueTests {
    private static let deployments: [DeploymentKind] = [.cloud, .dataCenter]
    private static let schemes: [Authentication.Scheme] = [.basic, .bearer, .cookies]
    /// Every identifier that is published; a new one must be added here and to the catalogue.
    private static let published: [CauseID] = [
        .tokenRevoked, .tokenExpired, .wrongUser, .whitespace, .wrongScheme, .passwordOnCloud, .secretMissing,
        .secretReference, .quoted, .truncated, .schemeInSecret, .userInSecret, .encodedSecret, .repeatedSecret,
        .encoding,
        .otherProduct,
        .sessionCookie, .bothSecrets, .scopedTokenOnSite,
        .noProductAccess, .accountDeactivated, .captcha, .seatLapsed, .singleSignOn, .apiTokensDisabled,
        .personalTokensDisabled, .directoryDown, .anonymous, .scopeMissing,
        .hostingMismatch, .basePath, .malformedAddress, .unreachable, .notConfluence, .plainHTTP, .trailingCharacters,
        .siteMoved, .unknownSite, .gatewayCloudID, .siteSuspended, .nameNotResolved, .vpnOnly, .connectionRefused,
        .timedOut,
        .connectionDropped, .certificateExpired, .certificateUntrusted, .certificateWrongHost, .certificateWeak,
        .tlsVersion,
        .plainPort, .clockSkew,
        .proxyAuthentication, .proxyRefusal, .proxyInterception, .captivePortal, .loginInFront, .firewall,
        .clientCertificate, .gatewayKey, .ipAllowlist,
        .spaceNoAccess, .spaceNotFound, .spaceKeyCase, .spaceNameForKey, .spaceNoWrite, .spaceArchived,
        .spaceKeyCharacters, .personalSpaceKey,
        .pageMissing, .pageRestricted, .pageTrashed, .pageArchived, .pageDraft, .pageOtherSpace, .titleTaken,
        .titleCase,
        .versionConflict, .pageUnreconciled,
        .invalidStorage, .cqlError, .endpointRemoved, .v2OnDataCenter, .xsrf, .attachmentTooLarge, .rateLimited,
        .pagingLimit, .serverError, .maintenance, .readOnly, .indexLag,
        .wrongMethod, .invalidBody, .attachmentTaken, .adminOnly, .olderRelease, .remoteAPIOff,
        .legacyConfiguration, .toolNotSelected, .indexNotConfigured, .customHeaders, .verifySSL, .resultLimits,
    ]

    @Test("each published cause has exactly one entry, and each entry is published")
    func coverage() {
        #expect(CauseCatalogue.all.map(\.id.rawValue).sorted() == Self.published.map(\.rawValue).sorted())
    }

    @Test("each entry says what it looks like, who mends it and how", arguments: CauseCatalogue.all)
    func texts(_ cause: Cause) {
        #expect(!cause.title.isEmpty && !cause.explanation.isEmpty)
        #expect(!cause.looksLike.isEmpty)
        // What only pasted text can show claims no sign that a request would bring.
        #expect(cause.signs.isEmpty == !cause.isDiagnosable)
        #expect(cause.proofs.isEmpty || cause.isDiagnosable)
        #expect(!cause.sources.isEmpty)
        #expect(cause.fixes.allSatisfy { !$0.steps.isEmpty })
        for deployment in Self.deployments
        where cause.places.isEmpty || cause.places.contains(where: { $0.deployment == deployment }) {
            #expect(cause.fixes.contains { $0.deployment == nil || $0.deployment == deployment })
        }
        #expect(cause.links.allSatisfy { $0.hasPrefix("https://") })
    }

    @Test("causes that can't be separated name each other")
    func symmetry() {
        for deployment in Self.deployments {
            for scheme in Self.schemes {
                for cause in CauseCatalogue.all {
                    for other in CauseCatalogue.alternatives(to: cause.id, on: deployment, scheme: scheme) {
                        let back = CauseCatalogue.alternatives(to: other, on: deployment, scheme: scheme)
                        #expect(back.contains(cause.id))
                        #expect(CauseCatalogue.separation(of: other, on: deployment, scheme: scheme) != nil)
                    }
                }
            }
        }
    }

    @Test("every other pair is told apart by a question or by the configuration itself", arguments: deployments)
    func separable(_ deployment: DeploymentKind) {
        for scheme in Self.schemes {
            let circumstances = Belief.Circumstances(deployment: deployment, scheme: scheme)
            let causes = CauseCatalogue.all.filter { $0.isDiagnosable && $0.isPossible(on: deployment, scheme: scheme) }
            for (index, cause) in causes.enumerated() {
                let alike = CauseCatalogue.alternatives(to: cause.id, on: deployment, scheme: scheme)
                for other in causes[(index + 1)...] where !alike.contains(other.id) {
                    #expect(
                        Self.canSeparate(cause, other, circumstances),
                        "\(cause.id) and \(other.id) on \(deployment) with \(scheme)")
                }
            }
        }
    }

    private static func canSeparate(_ one: Cause, _ other: Cause, _ circumstances: Belief.Circumstances) -> Bool {
        if one.requires != other.requires { return true }
        let asked = Question.allCases.map { Inquiry($0) }
        let repaired = Repair.Kind.allCases.map { kind in
            let configuration = ToolkitConfiguration(credential: CredentialConfiguration(baseURL: ""))
            return Inquiry(kind.question, repair: Repair(kind: kind, change: "", configuration: configuration))
        }
        return (asked + repaired).contains { inquiry in
            let difference = inquiry.outcomes.map { answer in
                abs(
                    Belief.likelihood(of: answer, to: inquiry, given: one, circumstances)
                        - Belief.likelihood(of: answer, to: inquiry, given: other, circumstances))
            }
            return difference.reduce(0, +) / 2 > 0.25
        }
    }

    @Test("what a cause leads one to expect adds up to one", arguments: CauseCatalogue.all)
    func likelihoods(_ cause: Cause) {
        for deployment in Self.deployments {
            let circumstances = Belief.Circumstances(deployment: deployment, scheme: .basic)
            for inquiry in Question.allCases.map({ Inquiry($0) }) {
                let sum = inquiry.outcomes.reduce(0) {
                    $0 + Belief.likelihood(of: $1, to: inquiry, given: cause, circumstances)
                }
                #expect(abs(sum - 1) < 0.02, "\(cause.id) \(inquiry.question): \(sum)")
            }
        }
    }
}
