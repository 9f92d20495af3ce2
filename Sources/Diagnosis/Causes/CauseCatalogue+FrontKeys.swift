import ConfluenceModel
import ConfluenceToolkit

extension CauseCatalogue {
    /// What stands in front of Confluence and wants something that the toolkit doesn't show by itself.
    static let frontKeyCauses: [Cause] = [
        obstacle(
            .clientCertificate, .clientCertificate, "The site wants a client certificate",
            looksLike: [
                Look("400 with nginx's page “No required SSL certificate was sent” or “The SSL certificate error”"),
                Look("403.7 of IIS, “Client certificate required”"),
                Look("“tlsv13 alert certificate required”, ERR_SSL_CLIENT_AUTH_CERT_NEEDED"),
                Look("it opens in a browser that asks which certificate to use, or has one from the company"),
            ],
            sources: [.requests, .pastedText],
            explanation:
                "A web server in front of {host} lets in only those who show a certificate of their own: {failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "The toolkit has no certificate to show, and no setting for one: let requests below /rest that carry an "
                        + "Authorization header, or come from ELITEA's addresses, pass without (nginx: “ssl_verify_client "
                        + "optional”; Apache: “SSLVerifyClient none” for that path).",
                    "Or give ELITEA another address of the site, such as a listener inside the network.")
            ]
        ),
        obstacle(
            .gatewayKey, .gatewayKey, "A gateway in front of Confluence wants a key of its own",
            looksLike: [
                Look("401 “No API key found in request” (Kong), “Failed to resolve API Key variable” (Apigee)"),
                Look("401 “Access denied due to missing subscription key” (Azure API Management)"),
                Look("403 “Forbidden” with x-amzn-ErrorType (AWS API Gateway)"),
                Look("the answer is JSON, and none of Confluence's own headers comes with it"),
            ],
            sources: [.requests, .pastedText],
            explanation: "A gateway for APIs answers at {host}, and asks for something of its own: {failure}.",
            fixes: [
                CauseFix(
                    .networkTeam,
                    "Say which header the gateway wants, and issue a key for ELITEA; or let requests below /rest that carry "
                        + "an Authorization header pass: Confluence checks the token itself.",
                    "In ELITEA, open the Confluence toolkit and put that header with the key into “Custom headers”; "
                        + "Authorization itself must stay free for Confluence.")
            ]
        ),
    ]
}
