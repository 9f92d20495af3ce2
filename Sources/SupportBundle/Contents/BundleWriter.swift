import ConfluenceModel
import ConfluenceToolkit
import ConfluenceWire
import Diagnosis
import Recording
import Reporting

/// Makes the archive that support is sent: report, configuration, wire and evidence, without a secret.
package enum BundleWriter {
    package static func write(_ contents: BundleContents) async throws(BundleError) -> [UInt8] {
        let asked = [contents.options.spaceKey, contents.options.page?.words].compactMap(\.self)
        let known =
            contents.configurations.flatMap { $0.secrets + $0.misplacedSecrets } + asked.flatMap(TokenForm.tokens)
        let user = contents.configurations.lazy.compactMap(\.credential.username).first
        let words = ShownWords(contents.configurations)
        let redacted = ConfigurationRedaction.redact(contents.document, known: known, user: user, shown: words)
        // An account's name may stand before its secret; it is none, and stays where it stands alone.
        let names = Set(contents.configurations.compactMap(\.credential.username)).subtracting(known)
        var redactor = SecretRedactor(
            redacted.found + contents.otherSecrets.map { (kind: "proxy password", secret: $0) }, names: names,
            words: words.all)
        for (kind, _) in redacted.found { redactor.count(kind) }

        let ownHeaders = Set(contents.configurations.flatMap(\.customHeaders).map { $0.name.lowercased() })
        let configuration = Self.configuration(redacted.document, redacted, &redactor)
        let wire = BundleWire.write(
            contents.exchanges, creator: contents.versions.doctor, ownHeaders: ownHeaders, &redactor)
        let reports = contents.reports.map {
            NamedReport(name: redactor.text($0.name), report: $0.report.mapTexts { redactor.text($0) })
        }

        var shown = contents
        shown.toolkit = contents.toolkit.map(redacted.replaced)
        shown.options.spaceKey = contents.options.spaceKey.map(redacted.replaced)
        let terminal = Terminal(width: 100)
        var files: [(file: ZipFile, purpose: String)] = [
            (.text("report.txt", NamedReport.text(reports, terminal: terminal)), "the report, to read"),
            (.text("report.html", DiagnosisHTML.render(reports)), "the report, for a browser"),
            (.json("report.json", NamedReport.json(reports)), "the report as diagnose --format json prints it"),
            (.json("evidence.json", evidence(reports)), "what was asked, what was seen, and what it speaks for"),
            (
                .json("configuration.json", configuration),
                "the configuration; each secret is replaced by a text of its form"
            ),
            (.json("wire.har", wire), "the requests and answers, as an HTTP archive"),
        ]
        let isRepeatable = await isRepeatable(shown, configuration: configuration, wire: wire, reports)
        let manifest = Manifest(
            contents: shown,
            files: files.map {
                .init(
                    name: $0.file.name, size: $0.file.bytes.count, sha256: SHA256.hexadecimal($0.file.bytes),
                    purpose: $0.purpose)
            },
            redactions: redactor.counts, isRepeatable: isRepeatable)
        files.insert((.json(Manifest.name, manifest.json), ""), at: 0)
        for (file, _) in files {
            // The last wall: a bundle that would hold a secret is not written at all.
            if let kind = redactor.finds(in: String(decoding: file.bytes, as: UTF8.self)) {
                throw BundleError(
                    "no bundle was written: \(file.name) would hold a secret (\(kind)); please report this")
            }
        }
        return ZipWriter.write(files.map(\.file), at: contents.moment)
    }

    private static func configuration(
        _ document: JSON, _ redacted: ConfigurationRedaction, _ redactor: inout SecretRedactor
    ) -> JSON {
        switch document {
        case .object(let object):
            var written = JSONObject()
            for member in object { written.append(member.key, configuration(member.value, redacted, &redactor)) }
            return .object(written)
        case .array(let elements):
            var written: [JSON] = []
            for element in elements { written.append(configuration(element, redacted, &redactor)) }
            return .array(written)
        case .string(let text):
            if redacted.isOwn(text) { return document }
            let plain = redactor.withoutKnown(text)
            // A mark has characters that the analysis would find fault with.
            let rest = redacted.withoutStandIns(plain)
            var trial = redactor
            return .string(trial.text(rest) == rest ? plain : redactor.text(plain))
        case .null, .bool, .integer, .number: return document
        }
    }

    private static func evidence(_ reports: [NamedReport]) -> JSON {
        .array(
            reports.map { named in
                [
                    "toolkit": .string(named.name),
                    "probes": .array(
                        named.report.probes.map {
                            [
                                "question": .string($0.question), "request": .string($0.request),
                                "answer": .string($0.answer),
                            ]
                        }),
                    "causes": .array(
                        named.report.causes.map { cause in
                            [
                                "id": .string(cause.id.rawValue), "confidence": .number(cause.confidence),
                                "proven": .bool(cause.isProven),
                                "for": .array(cause.evidence.filter(\.speaksFor).map { .string($0.text) }),
                                "against": .array(cause.evidence.filter { !$0.speaksFor }.map { .string($0.text) }),
                            ]
                        }),
                    "notes": .array(named.report.notes.map(JSON.string)),
                ]
            })
    }

    /// Tries what support will do: the same analysis from what the bundle holds.
    private static func isRepeatable(
        _ contents: BundleContents, configuration: JSON, wire: JSON, _ reports: [NamedReport]
    ) async -> Bool {
        do {
            let analysis = try Analysis(
                configuration: configuration, toolkit: contents.toolkit, options: contents.options, wire: wire,
                at: contents.moment)
            let repeated = await analysis.run()
            return zip(repeated, reports).allSatisfy { $0.report.agrees(with: $1.report) }
                && repeated.count == reports.count
        } catch {
            return false
        }
    }
}

extension ZipFile {
    fileprivate static func text(_ name: String, _ text: String) -> ZipFile {
        ZipFile(name: name, bytes: Array(text.utf8))
    }

    fileprivate static func json(_ name: String, _ value: JSON) -> ZipFile {
        ZipFile(name: name, bytes: JSONWriter.pretty(value))
    }
}
