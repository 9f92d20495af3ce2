import ConfluenceModel
import Foundation

/// Texts that stand where a value should: what a template, a shell or a vault would have filled in, or what was masked.
enum StandIn {
    private static let sample = Pattern(
        /(?i)[<\[][a-z _-]*(token|password|key|secret|redacted|masked|filtered|username)[a-z _-]*[>\]]/)
    private static let wish = Pattern(
        /(?i)(your|my)[ _-]([a-z]+[ _-])*(token|password|key|secret|username)([ _-]here)?/)
    private static let ofPipelines = Pattern(/\$\([\w.\-]+\)|<%.*%>|%\([A-Za-z]\w*\)s?|\$env:[A-Za-z]\w*/)
    private static let ofShells = Pattern(/\$[A-Z][A-Z0-9]*_[A-Z0-9_]+|%[A-Za-z]\w*_\w+%/)
    private static let ofTemplates = Pattern(/#\{[\w.\-]+\}#?|__[A-Z][A-Z0-9_]*[A-Z0-9]__|<<\s*[\w.\-]+\s*>>/)
    private static let quotedCall = Pattern(/[A-Za-z_][\w.\-]*\(\s*(["']).*\1\s*\)/)
    private static let bareCall = Pattern(
        /(?i)(credentials|secret|vault|lookup|getenv|env|keyvault)\([a-z][\w.\-\/:]*\)/)
    private static let environment = Pattern(
        /(process\.env|os\.environ|secrets|env)(\.[A-Z][A-Z0-9_]+|\[["']\w+["']\])/)
    private static let ofTerraform = Pattern(/(var|local|module|data)\.[A-Za-z_][\w\-]*(\.[\w\-]+|\[[^\]]*\])*/)
    private static let encrypted = Pattern(/(ENC|DEC)\(.+\)|ENC\[.+\]|\{(cipher|vault|enc)\}\S+|\$ANSIBLE_VAULT;.*/)
    private static let encryptedByMaven = Pattern(/\{[A-Za-z0-9+\/]{20,}=+\}/)
    private static let vaultAddress = Pattern(/(?!https?:)[a-z][a-z0-9+.\-]*:\/\/\/?[^\/\s]\S*/)
    private static let vaultName = Pattern(
        /(op|vault|ssm|file):\/\/?[^\/\s]\S*|vault:\S*\/\S+|secretref:\S+|env:[A-Z][A-Z0-9_]+|ssm:\/\S+|(?:keyring|keychain|keyvault|secretsmanager|gcpsm|awssm|bws|doppler|infisical|conjur|sops|gopass):[A-Za-z][\w.\-]+\S*/
    )
    /// As Kubernetes names the key of a secret.
    private static let ofKubernetes = Pattern(/(?i)(?:valueFrom:\s*)?secret(?:Key)?Ref:\s*\S.*/)
    private static let cloudName = Pattern(/arn:aws[\w\-]*:(secretsmanager|ssm):\S+|projects\/[^\/\s]+\/secrets\/\S+/)
    private static let inObject = Pattern(
        /\{\s*"(?:\$?ref|env|secret|secretRef|secretKeyRef|valueFrom|vault|file|var)"\s*:\s*"[^"]+"\s*\}/)
    private static let secretFile = Pattern(/(\/var)?\/run\/secrets\/\S+/)
    private static let namedMask = Pattern(/\*{2,}[a-z]+\*{2,}/)
    private static let instruction = Pattern(/<[A-Za-z]+(?: [A-Za-z]+)+>/)
    private static let masked = Pattern(/[A-Za-z0-9+\/=_\-]{0,12}[*•●]{6,}[A-Za-z0-9+\/=_\-]{0,12}/)

    /// What people, and programs that had nothing, write for no value at all, without blanks and dashes.
    private static let nothings: Set<String> = [
        "tbd", "tba", "todo", "fixme", "n/a", "placeholder", "replaceme", "replacethis", "changeit", "fillme", "none",
        "null", "undefined", "nil", "redacted", "masked", "sanitized",
    ]

    /// Where people keep their passwords.
    private static let keepers: Set<Substring> = [
        "1password", "keepass", "keepassxc", "bitwarden", "lastpass", "dashlane", "vaultwarden", "passbolt", "cyberark",
    ]

    /// - Parameter isAddress: Whether an address belongs there, so that a scheme of whatever name is no reference.
    static func isOne(_ text: String, isAddress: Bool = false) -> Bool {
        [isSample, isRequest, isVariable, isCall, isReference, isEncrypted, isMask].contains { $0(text) }
            || (!isAddress && isOfVault(text))
    }

    /// `n/a`, `TBD`, `none`, `-`: what says that there is no value.
    static func isNothing(_ text: String) -> Bool {
        nothings.contains(words(of: text).joined()) || ["-", "--", "---", "?"].contains(text)
    }

    private static func words(of text: String) -> [Substring] {
        let inner = text.trimmingCharacters(in: CharacterSet(charactersIn: "<>[](){}"))
        return inner.lowercased().split { " _-".contains($0) }
    }

    /// `<YOUR_API_TOKEN>`, `[API key]`, `your-token-here`.
    private static func isSample(_ text: String) -> Bool {
        sample.isWhole(text) || instruction.isWhole(text)
            || wish.isWhole(text)
    }

    /// `paste-your-token-here`, `insert API key`, `put the password here`: words alone, of which one is what is wanted; `TBD`;
    /// `see 1Password`.
    private static func isRequest(_ text: String) -> Bool {
        if isNothing(text) { return true }
        let words = words(of: text)
        if words.count >= 3, words[0] == "same", words[1] == "as" { return true }
        if words.count >= 2, words.contains(where: keepers.contains) { return true }
        guard words.count >= 2, words.allSatisfy({ $0.allSatisfy(\.isLetter) }), let first = words.first,
            let last = words.last
        else { return false }
        let wanted: Set<Substring> = ["token", "password", "key", "secret", "pat", "credential", "username", "apikey"]
        let asked: Set<Substring> = ["paste", "insert", "enter", "put", "add", "replace", "fill", "type", "copy"]
        guard words.contains(where: wanted.contains) else { return false }
        let pretended: Set<Substring> = ["dummy", "fake", "sample", "example", "mock", "some", "my"]
        if pretended.contains(first), wanted.contains(last) { return true }
        return last == "here" || (asked.contains(first) && wanted.contains(last))
    }

    /// `${TOKEN}`, `$CONFLUENCE_PAT` of a shell, `%CONFLUENCE_TOKEN%` of Windows, `{{ token }}`, `#{Token}#`, `__TOKEN__`,
    /// `<<TOKEN>>` and `<%= token %>` of templates, `$(Token)` of pipelines, `$env:TOKEN` of PowerShell.
    private static func isVariable(_ text: String) -> Bool {
        if text.hasPrefix("${"), text.hasSuffix("}") { return true }
        if text.hasPrefix("{{"), text.hasSuffix("}}") { return true }
        if ofPipelines.isWhole(text) { return true }
        return ofShells.isWhole(text)
            || ofTemplates.isWhole(text)
    }

    /// `credentials('confluence')`, `getenv("TOKEN")`, `process.env.TOKEN`, `secrets.TOKEN`, `var.token` of Terraform: code that
    /// would have looked it up.
    private static func isCall(_ text: String) -> Bool {
        quotedCall.isWhole(text) || bareCall.isWhole(text) || environment.isWhole(text) || ofTerraform.isWhole(text)
    }

    /// `ENC(…)` of Jasypt, `ENC[…]` of SOPS and eyaml, `{cipher}…` of Spring, what Ansible's vault and Maven encrypt.
    private static func isEncrypted(_ text: String) -> Bool {
        encrypted.isWhole(text)
            || encryptedByMaven.isWhole(text)
    }

    /// `gcp-sm://project/secret`, `ref+awssm://name`, `file:///run/token`: whatever is kept where a scheme of its own leads.
    private static func isOfVault(_ text: String) -> Bool {
        vaultAddress.isWhole(text)
    }

    /// `op://vault/item/field`, `vault:secret/data/wiki#token`, `env:CONFLUENCE_TOKEN`, the names that clouds give secrets,
    /// files that hold them, and an object of JSON that names any of these.
    private static func isReference(_ text: String) -> Bool {
        if text.hasPrefix("@Microsoft.KeyVault("), text.hasSuffix(")") { return true }
        if text.hasPrefix("!vault"), !text.hasPrefix("!vaults") { return true }
        return vaultName.isWhole(text)
            || ofKubernetes.isWhole(text)
            || cloudName.isWhole(text)
            || secretFile.isWhole(text)
            || (text.hasPrefix("{") && inObject.isWhole(text))
    }

    /// `********`, `xxxxxxxx`, `MTIy********YdgS`: what a page shows in a secret's place.
    private static func isMask(_ text: String) -> Bool {
        text.count >= 6 && ["*", "x", "X", "•", "●"].contains { mark in text.allSatisfy { $0 == mark } }
            || masked.isWhole(text) || namedMask.isWhole(text)
    }
}
