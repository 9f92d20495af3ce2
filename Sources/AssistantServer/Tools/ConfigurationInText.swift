import ConfluenceModel
import ConfluenceToolkit
import Diagnosis
import Documents

/// A configuration with the text that it was read from, so that a report can point at a place in it.
struct ConfigurationInText: Sendable {
    let configuration: ToolkitConfiguration
    private let source: (text: DocumentText, document: DocumentNode)?

    /// A configuration that an assistant wrote into its call, where it has no lines to point at.
    init(_ configuration: ToolkitConfiguration) {
        self.configuration = configuration
        source = nil
    }

    init(_ configuration: ToolkitConfiguration, text: DocumentText, document: DocumentNode) {
        self.configuration = configuration
        source = (text, document)
    }

    /// The report with the line of each field that it blames.
    ///
    /// - Parameter overridden: A field whose value was given in the call, so that the text is not to blame.
    func annotate(_ report: DiagnosisReport, overridden: ConfigurationField?) -> DiagnosisReport {
        guard let source else { return report }
        return ExcerptWriter(source.text, source.document, configuration).annotate(report, overridden: overridden)
    }
}
