import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// What is wrong with the toolkit around a site and an account that are fine.
    static let toolkitCauses: [Cause] = [
        Cause(
            .legacyConfiguration, "The configuration has the old, Agent-based form",
            looksLike: [
                Look("the credential's fields stand beside the toolkit's; today's toolkit can't be built from it")
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 3, requires: .oldForm,
            signs: [Sign(.oldForm, 50)],
            proofs: [.said(.oldForm)],
            fields: [.baseURL],
            explanation: "{form}",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open Credentials → + → Confluence and make a credential with the base URL, the hosting "
                        + "(the old “Hosting Option”) and the user name with API key, or the token.",
                    "Open Toolkits → + → Confluence, choose that credential, put the old “Space” into “Space key” and "
                        + "select the same tools.",
                    "Add the toolkit to the agent and take the old entry out: verify_ssl and additional_fields have no "
                        + "effect any more.")
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .toolNotSelected, "The tool is not selected in the toolkit",
            looksLike: [Look("the agent says that it can't do it, or has no such tool, and no request is made")],
            sources: [.configuration, .pastedText],
            weight: 2, requires: .toolNotSelected,
            signs: [Sign(.toolNotSelected, 20)],
            proofs: [.said(.toolNotSelected)],
            fields: [.selectedTools],
            explanation: "The toolkit offers only the tools that are selected, and {notSelected} is not among them.",
            fixes: [CauseFix(.you, "In ELITEA, open the Confluence toolkit and select under Tools: {notSelected}.")],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .indexNotConfigured, "Index tools are selected that can't be offered",
            looksLike: [
                Look("index_data and search_index are missing from the agent's tools, without any message")
            ],
            sources: [.configuration, .pastedText],
            weight: 2, requires: .indexNotConfigured,
            signs: [Sign(.indexNotConfigured, 20)],
            proofs: [.said(.indexNotConfigured)],
            fields: [.selectedTools],
            explanation:
                "What works on an index needs {indexNeeds}; without, the toolkit leaves it out silently: {indexTools}.",
            fixes: [
                CauseFix(
                    .you,
                    "In ELITEA, open the Confluence toolkit and choose “PgVector configuration” and “Embedding model”.",
                    "If there is none to choose, make a PgVector credential under Credentials, and ask for an embedding model "
                        + "under Settings → AI configuration.")
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .customHeaders, "A custom header stands in the way",
            looksLike: [
                Look("a credential that works elsewhere is refused; “Custom headers” holds Authorization or Cookie"),
                Look("a page of another site, or 404: “Custom headers” holds Host"),
                Look("“InvalidHeader” or “UnicodeEncodeError: 'latin-1' codec can't encode” before anything is sent"),
                Look("each request times out; “Custom headers” holds Content-Length"),
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 4, requires: .ownAuthorization,
            signs: refused + [
                Sign(.ownAuthorization, 4), Sign(.loginSchemeRefused, 0.3), Sign(.worked(.withoutHeaders), 0.97),
                Sign(.loginAddressUnknown, 0.2), Sign(.loginPage, 0.2),
                Sign(.loginUnreadable, 0.2), Sign(.looksLikeAPIToken, 1.3), Sign(.looksLikePersonalAccessToken, 2),
            ],
            proofs: [.said(.unsendableHeader), .repair(.withoutHeaders)],
            fields: [.customHeaders],
            explanation: "The custom header {header} {headerDoes}.",
            fixes: [
                CauseFix(.you, "In ELITEA, open the Confluence toolkit and take {header} out of “Custom headers”.")
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .verifySSL, "Switching certificate checks off has no effect",
            looksLike: [
                Look(
                    "verify_ssl is false, and “certificate verify failed” comes all the same: today's toolkit ignores it"
                )
            ],
            sources: [.configuration, .requests, .pastedText],
            weight: 3, requires: .verificationOff,
            signs: [Sign(.verificationOff, 3), Sign(.siteUnreachable, 0.9)],
            proofs: [.said(.verificationOff)],
            fields: [.verifySSL],
            explanation: "verify_ssl is off, which today's toolkit ignores, and the certificate is refused: {failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Make the certificate trusted in place of leaving it unchecked: put its authority into the trust store of "
                        + "ELITEA's host.")
            ],
            links: [Links.eliteaToolkit]
        ),
        Cause(
            .resultLimits, "The toolkit's limits make results look missing",
            looksLike: [
                Look("five results where the browser finds thirty: “Limit” is how many a search asks for", on: .cloud),
                Look("never more than ten: “Max pages” has no effect, ten is built in"),
                Look("“Labels” restricts nothing: these labels are added to each page that the toolkit writes"),
            ],
            sources: [.pastedText],
            fields: [.selectedTools],
            explanation: "A search returns no more than the toolkit's limits allow, without saying so.",
            fixes: [
                CauseFix(
                    .you, "In ELITEA, open the Confluence toolkit and raise “Limit”; on Cloud nothing else helps.",
                    "To search much, build an index with index_data: by space or CQL, not by label alone.")
            ],
            links: [Links.eliteaToolkit]
        ),
    ]
}
