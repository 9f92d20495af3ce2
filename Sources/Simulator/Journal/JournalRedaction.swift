import ConfluenceModel
import ConfluenceWire

/// Takes the secrets of one request out of what the journal says about it.
struct JournalRedaction: Sendable {
    /// What the site's users log in with: it may turn up where nobody expects it.
    private let known: Redactor
    private let own: Redactor

    /// - Parameters:
    ///   - known: Made once for a site by ``redactor(of:)``.
    ///   - names: Words that must stay readable: a password that is part of a user's name hides nothing.
    init(of request: Request, known: Redactor, names: [String]) {
        self.known = known
        let longest = names.map(\.utf8.count).max() ?? 0
        let secrets = Self.secrets(of: request).filter { secret in
            secret.utf8.count > longest || !names.contains { $0.holds(secret) }
        }
        own = Self.redactor(of: secrets)
    }

    /// Takes secrets out in the forms in which addresses carry them.
    static func redactor(of secrets: [String]) -> Redactor {
        Redactor(
            secrets: secrets.flatMap { secret in
                let item = PercentEncoding.encode(secret, allowed: .queryItem)
                // An address inside an address, as the login page is told where to go on, is encoded twice.
                return [
                    secret, item, PercentEncoding.encode(item, allowed: .queryItem),
                    PercentEncoding.encode(secret, allowed: .pathSegment),
                ]
            })
    }

    func text(_ text: String) -> String { known.redact(own.redact(text)) }

    func headers(_ headers: Headers) -> Headers {
        Headers(
            headers.map { field in
                let isAddress = field.name.equalsIgnoringCase("Location")
                return Headers.Field(
                    name: field.name, value: text(isAddress ? Self.masked(field.value) : Self.masked(field)))
            })
    }

    /// Path and query, with the values of items that carry credentials masked.
    func target(_ url: WebAddress) -> String {
        guard let query = url.query else { return text(url.target) }
        var address = url
        address.query = nil
        return text(Self.masked(address.target + "?" + query))
    }

    /// A body as text; `nil` for none, and for one that is no text.
    func body(_ bytes: [UInt8], _ contentType: String?) -> String? {
        guard !bytes.isEmpty else { return nil }
        let type = contentType ?? ""
        guard ["json", "text", "xml", "urlencoded"].contains(where: type.holds) || type.isEmpty else { return nil }
        let body = String(decoding: bytes, as: UTF8.self)
        return text(type.holds("urlencoded") ? String(Self.masked("?" + body).dropFirst()) : body)
    }

    /// An address, with the values of items that carry credentials masked.
    private static func masked(_ address: String) -> String {
        guard let start = address.firstIndex(of: "?") else { return address }
        let query = address[address.index(after: start)...]
        let items = query.split(separator: "&", omittingEmptySubsequences: false).map { item in
            guard let mark = item.firstIndex(of: "="), item.index(after: mark) < item.endIndex,
                SecretName.soundsSecret(PercentEncoding.decode(item[..<mark]))
            else { return String(item) }
            return item[...mark] + Redactor.mark
        }
        return address[...start] + items.joined(separator: "&")
    }

    // MARK: What is secret

    /// The secrets that the request itself carries, in the places made for them.
    private static func secrets(of request: Request) -> [String] {
        var secrets: [String] = []
        for field in request.headers {
            if isCredential(field.name) {
                let value = field.value.drop { $0 != " " }.trimmingEdges()
                secrets.append(value)
                if let pair = BasicCredentials(encoded: value) {
                    secrets.append(pair.password)
                    if !pair.password.utf8.allSatisfy({ $0 < 0x80 }),
                        let other = BasicCredentials(encoded: value, in: .latin1)
                    {
                        secrets.append(other.password)
                    }
                }
            } else if field.name.equalsIgnoringCase("Cookie") {
                secrets += field.value.split(separator: ";").compactMap { cookie in
                    cookie.firstIndex(of: "=").map { String(cookie[cookie.index(after: $0)...]) }
                }
            } else if SecretName.soundsSecret(field.name) {
                secrets.append(field.value)
            }
        }
        secrets += request.url.queryItems.filter { SecretName.soundsSecret($0.name) }.map(\.value)
        return secrets
    }

    private static func masked(_ field: Headers.Field) -> String {
        if isCredential(field.name) {
            let scheme = field.value.prefix { $0 != " " }
            guard scheme.endIndex < field.value.endIndex else { return mark(field.value) }
            return "\(scheme) \(mark(String(field.value[scheme.endIndex...])))"
        }
        let isSetCookie = field.name.equalsIgnoringCase("Set-Cookie")
        guard isSetCookie || field.name.equalsIgnoringCase("Cookie") else {
            return SecretName.soundsSecret(field.name) ? mark(field.value) : field.value
        }
        let parts = field.value.split(separator: ";", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            guard index == 0 || !isSetCookie else { return String(part) }
            guard let sign = part.firstIndex(of: "=") else { return mark(String(part)) }
            return part[...sign] + mark(String(part[part.index(after: sign)...]))
        }.joined(separator: ";")
    }

    private static func isCredential(_ name: String) -> Bool {
        name.equalsIgnoringCase("Authorization") || name.equalsIgnoringCase("Proxy-Authorization")
    }

    /// The mark with a fingerprint too short to guess the secret from.
    private static func mark(_ secret: String) -> String {
        let fingerprint = StableID.hexadecimal("fingerprint", secret.trimmingEdges()).prefix(4)
        return "‹redacted #\(fingerprint)›"
    }
}

extension Substring {
    fileprivate func trimmingEdges() -> String { String(self).trimmingEdges() }
}

extension JournalEntry {
    /// Whether path or query carried a credential, which the journal has taken out.
    ///
    /// The ticket of a link to Cloud's store of files is meant for its address.
    package var hasSecretInTarget: Bool {
        let isToStore = host.equalsIgnoringCase(MediaStore.host) || target.hasPrefix(MediaStore.stand + "/")
        let asked = isToStore ? target.replacing("token=" + Redactor.mark, with: "") : target
        return asked.holds(Redactor.mark.dropLast())
    }

    /// Where a request carried a secret that is not meant for it: `the address`, `the header Referer`.
    package var exposedSecrets: [String] {
        let meant = ["Authorization", "Proxy-Authorization", "Cookie"]
        let headers = requestHeaders.filter { field in
            field.value.holds(Redactor.mark.dropLast()) && !meant.contains(where: field.name.equalsIgnoringCase)
        }
        return (hasSecretInTarget ? ["the address"] : []) + headers.map { "the header \($0.name)" }
    }
}
