import ConfluenceModel

extension Symptoms {
    /// What ELITEA's platform and toolkit say.
    static let toolkitSymptoms: [Symptom] = [
        Symptom(
            "tool-unknown", .strong, .client,
            [
                "is not a valid tool, try one of", "not found in toolkit", "tool not found", "unknown tool",
                "tool '*' is not available", "no tool named", "tool '*' not found", "tool is not selected",
                "no such tool", "tool '*' not selected",
                "tool * {is not available|is not enabled|not registered}", "tool confluence_* not found",
            ],
            [.toolNotSelected: 0.97, .indexNotConfigured: 0.03],
            means: "the toolkit doesn't offer this tool: it wasn't selected, or it is named otherwise",
            source: "LangChain's tool node; MCP"),
        Symptom(
            "index-tools", .strong, .client,
            [
                "embedding model is not", "embedding_model is required", "embedding model is required",
                "vector store is not configured", "vectorstore is not", "connection_string is required",
                "connection string is required", "embedding model must be", "no embedding model",
                "specify at least one of space key, page ids, label or cql",
            ],
            [.indexNotConfigured: 0.97, .toolNotSelected: 0.03],
            means: "the index tools need a PgVector connection and an embedding model",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "index-store", .vague, .anybody, ["pgvector", "psycopg"],
            [.indexNotConfigured: 0.9, .toolNotSelected: 0.1],
            means: "the store of the index tools is spoken of beside an error",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "generic-refused", .strong, .confluence,
            ["execute_generic_confluence is unavailable because"],
            [.pageOtherSpace: 0.6, .toolNotSelected: 0.4],
            means: "raw calls are refused while the toolkit has a space key",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "old-form", .strong, .confluence,
            [
                "confluence_configuration field required", "confluence_configuration: field required",
                "confluence_configuration * missing",
                "'confluence_configuration'", "confluence_configuration * field required",
                "confluence_configuration is required",
            ],
            [.legacyConfiguration: 0.9, .secretMissing: 0.1],
            means:
                "today's toolkit wants its credential under “confluence_configuration”; older agents have no such part",
            source: "elitea-sdk 0.11.27"),
        Symptom(
            "verify-off", .faint, .client,
            ["insecurerequestwarning", "unverified https request", "verify_ssl"],
            [.verifySSL: 0.6, .certificateUntrusted: 0.4],
            means: "the check of the site's certificate is switched off, or somebody tried to",
            source: "urllib3"),
    ]
}
