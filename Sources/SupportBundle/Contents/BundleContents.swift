package import ConfluenceToolkit
package import ConfluenceWire
package import Diagnosis
package import Foundation
package import Recording
package import Reporting

/// What a bundle is made of, before secrets are taken out.
package struct BundleContents: Sendable {
    /// The configuration as it was read.
    package var document: JSON
    /// Which toolkit of the document was asked for, where it holds several.
    package var toolkit: String?
    package var configurations: [ToolkitConfiguration]
    package var options: DiagnosisOptions
    package var reports: [NamedReport]
    package var exchanges: [Exchange]
    package var versions: Versions
    /// When the diagnosis was begun.
    package var moment: Date
    /// Secrets that are no part of the configuration, such as a proxy's password.
    package var otherSecrets: [String]

    package init(
        document: JSON,
        toolkit: String? = nil,
        configurations: [ToolkitConfiguration],
        options: DiagnosisOptions,
        reports: [NamedReport],
        exchanges: [Exchange],
        versions: Versions,
        moment: Date,
        otherSecrets: [String] = []
    ) {
        self.document = document
        self.toolkit = toolkit
        self.configurations = configurations
        self.options = options
        self.reports = reports
        self.exchanges = exchanges
        self.versions = versions
        self.moment = moment
        self.otherSecrets = otherSecrets
    }

    /// With what a diagnosis was made.
    package struct Versions: Sendable, Hashable {
        package var doctor: String
        package var system: String
        package var swift: String

        package init(doctor: String, system: String, swift: String) {
            self.doctor = doctor
            self.system = system
            self.swift = swift
        }
    }
}
