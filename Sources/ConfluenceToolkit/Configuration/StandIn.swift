import Foundation

/// Texts that stand where a value should: what a template, a shell or a vault would have filled in, or what was masked.
enum StandIn {
    /// - Parameter isAddress: Whether an address belongs there, so that a scheme of whatever name is no reference.
    static func isOne(_ text: String, isAddress: Bool = false) -> Bool {
        [isSample, isRequest, isVariable, isCall, isReference, isEncrypted, isMask].contains { $0(text) }
            || (!isAddress && isOfVault(text))
    }

    /// `<YOUR_API_TOKEN>`, `[API key]`, `your-token-here`.
    private static func isSample(_ text: String) -> Bool {
        text.wholeMatch(of: /(?i)[<\[][a-z _-]*(token|password|key|secret|redacted|masked|username)[a-z _-]*[>\]]/)
            != nil
            || text.wholeMatch(of: /(?i)(your|my)[ _-]([a-z]+[ _-])*(token|password|key|secret|username)([ _-]here)?/)
                != nil
    }

    /// `paste-your-token-here`, `insert API key`, `put the password here`: words alone, of which one is what is wanted.
    private static func isRequest(_ text: String) -> Bool {
        let inner = text.trimmingCharacters(in: CharacterSet(charactersIn: "<>[](){}"))
        let words = inner.lowercased().split { " _-".contains($0) }
        guard words.count >= 2, words.allSatisfy({ $0.allSatisfy(\.isLetter) }), let first = words.first,
            let last = words.last
        else { return false }
        let wanted: Set<Substring> = ["token", "password", "key", "secret", "pat", "credential", "username", "apikey"]
        let asked: Set<Substring> = ["paste", "insert", "enter", "put", "add", "replace", "fill", "type", "copy"]
        guard words.contains(where: wanted.contains) else { return false }
        return last == "here" || (asked.contains(first) && wanted.contains(last))
    }

    /// `${TOKEN}`, `$CONFLUENCE_PAT` of a shell, `%CONFLUENCE_TOKEN%` of Windows, `{{ token }}`, `#{Token}#`, `__TOKEN__`,
    /// `<<TOKEN>>` and `<%= token %>` of templates, `$(Token)` of pipelines, `$env:TOKEN` of PowerShell.
    private static func isVariable(_ text: String) -> Bool {
        if text.hasPrefix("${"), text.hasSuffix("}") { return true }
        if text.hasPrefix("{{"), text.hasSuffix("}}") { return true }
        if text.wholeMatch(of: /\$\([\w.\-]+\)|<%.*%>|%\([A-Za-z]\w*\)s?|\$env:[A-Za-z]\w*/) != nil { return true }
        return text.wholeMatch(of: /\$[A-Z][A-Z0-9]*_[A-Z0-9_]+|%[A-Za-z]\w*_\w+%/) != nil
            || text.wholeMatch(of: /#\{[\w.\-]+\}#?|__[A-Z][A-Z0-9_]*[A-Z0-9]__|<<\s*[\w.\-]+\s*>>/) != nil
    }

    /// `credentials('confluence')`, `getenv("TOKEN")`, `process.env.TOKEN`, `secrets.TOKEN`: code that would have looked it up.
    private static func isCall(_ text: String) -> Bool {
        text.wholeMatch(of: /[A-Za-z_][\w.\-]*\(\s*(["']).*\1\s*\)/) != nil
            || text.wholeMatch(of: /(?i)(credentials|secret|vault|lookup|getenv|env|keyvault)\([a-z][\w.\-\/:]*\)/)
                != nil
            || text.wholeMatch(of: /(process\.env|os\.environ|secrets|env)(\.[A-Z][A-Z0-9_]+|\[["']\w+["']\])/) != nil
    }

    /// `ENC(…)` of Jasypt, `ENC[…]` of SOPS and eyaml, `{cipher}…` of Spring, what Ansible's vault and Maven encrypt.
    private static func isEncrypted(_ text: String) -> Bool {
        text.wholeMatch(of: /(ENC|DEC)\(.+\)|ENC\[.+\]|\{(cipher|vault|enc)\}\S+|\$ANSIBLE_VAULT;.*/) != nil
            || text.wholeMatch(of: /\{[A-Za-z0-9+\/]{20,}=+\}/) != nil
    }

    /// `gcp-sm://project/secret`, `ref+awssm://name`, `file:///run/token`: whatever is kept where a scheme of its own leads.
    private static func isOfVault(_ text: String) -> Bool {
        text.wholeMatch(of: /(?!https?:)[a-z][a-z0-9+.\-]*:\/\/\/?[^\/\s]\S*/) != nil
    }

    /// `op://vault/item/field`, `vault:secret/data/wiki#token`, `env:CONFLUENCE_TOKEN`, the names that clouds give secrets, and
    /// files that hold them.
    private static func isReference(_ text: String) -> Bool {
        if text.hasPrefix("@Microsoft.KeyVault("), text.hasSuffix(")") { return true }
        if text.hasPrefix("!vault"), !text.hasPrefix("!vaults") { return true }
        return text.wholeMatch(
            of: /(op|vault|ssm|file):\/\/?[^\/\s]\S*|vault:\S*\/\S+|env:[A-Z][A-Z0-9_]+|ssm:\/\S+/) != nil
            || text.wholeMatch(of: /arn:aws[\w\-]*:(secretsmanager|ssm):\S+|projects\/[^\/\s]+\/secrets\/\S+/) != nil
            || text.wholeMatch(of: /(\/var)?\/run\/secrets\/\S+/) != nil
    }

    /// `********`, `xxxxxxxx`, `MTIy********YdgS`: what a page shows in a secret's place.
    private static func isMask(_ text: String) -> Bool {
        text.count >= 6 && ["*", "x", "X", "•", "●"].contains { mark in text.allSatisfy { $0 == mark } }
            || text.wholeMatch(of: /[A-Za-z0-9+\/=_\-]{0,12}[*•●]{6,}[A-Za-z0-9+\/=_\-]{0,12}/) != nil
    }
}
