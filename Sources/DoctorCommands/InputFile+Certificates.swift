extension InputFile {
    /// Refuses a file of authorities that holds none: a site by plain http would never show that it is not used.
    static func checkCertificates(_ path: String) throws(CommandFailure) {
        let text = String(decoding: try bytes(path, limit: 64 << 20), as: UTF8.self)
        guard text.contains("-----BEGIN ") && text.contains("CERTIFICATE-----") else {
            throw .usage("\(path): there is no certificate in it; PEM is expected: -----BEGIN CERTIFICATE-----")
        }
    }
}
