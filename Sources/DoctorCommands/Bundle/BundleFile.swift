import ConfluenceToolkit
import Diagnosis
import Foundation
import Reporting
import SupportBundle

/// Writes the file that `diagnose --bundle` names.
enum BundleFile {
    static func write(_ contents: BundleContents, to path: String) async throws(CommandFailure) {
        let archive: [UInt8]
        do {
            archive = try await BundleWriter.write(contents)
        } catch {
            throw .unable(error.description)
        }
        do {
            try OutputFile.write(Data(archive), to: path)
            // It holds what the account can see of the site: nobody else on this machine needs to.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw .unable("--bundle \(path): the file can't be written: \(error.localizedDescription)")
        }
        Output.plainError("wrote \(path), \(archive.count) bytes; look into it before you send it")
    }
}

extension BundleContents.Versions {
    /// This program on this machine.
    static var current: Self {
        #if swift(>=6.4)
            let swift = "6.4 or later"
        #elseif swift(>=6.3)
            let swift = "6.3"
        #else
            let swift = "6.2"
        #endif
        return Self(
            doctor: DoctorCommand.versionNumber, system: ProcessInfo.processInfo.operatingSystemVersionString,
            swift: swift)
    }
}

/// The passwords of the proxies that a command may use.
enum ProxySecrets {
    static func all(flag: String?) -> [String] {
        let environment = ProcessInfo.processInfo.environment
        let names = ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]
        return ([flag] + names.map { environment[$0] }).compactMap { $0.flatMap { URL(string: $0)?.password() } }
            .filter { !$0.isEmpty }
    }
}
