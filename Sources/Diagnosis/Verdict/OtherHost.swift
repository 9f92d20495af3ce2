import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire

/// A page that was named by an address of another site than the configured one.
enum OtherHost {
    /// What a reader should know then; pages' addresses never lie at the gateway, so that nothing follows from its name.
    static func note(_ options: DiagnosisOptions, of configuration: ToolkitConfiguration) -> String? {
        guard !options.offline, let host = options.pageHost, let page = options.page,
            let base = (try? WebAddress(parsing: configuration.credential.baseURL.trimmingEdges()))?.host.lowercased(),
            base != host, base != "api.atlassian.com"
        else { return nil }
        return
            "the page's address lies at \(host), and base_url at \(base): there page \(page.words) was asked for, which may "
            + "be another one"
    }
}
