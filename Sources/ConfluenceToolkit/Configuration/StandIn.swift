/// Texts that stand where a value should: what a template, a shell or a vault would have filled in, or what was masked.
enum StandIn {
    static func isOne(_ text: String) -> Bool {
        [isSample, isVariable, isReference, isMask].contains { $0(text) }
    }

    /// `<YOUR_API_TOKEN>`, `[API key]`, `your-token-here`.
    private static func isSample(_ text: String) -> Bool {
        text.wholeMatch(of: /(?i)[<\[][a-z _-]*(token|password|key|secret|redacted|masked|username)[a-z _-]*[>\]]/)
            != nil
            || text.wholeMatch(of: /(?i)(your|my)[ _-]([a-z]+[ _-])*(token|password|key|secret|username)([ _-]here)?/)
                != nil
    }

    /// `${TOKEN}`, `$CONFLUENCE_PAT` of a shell, `%CONFLUENCE_TOKEN%` of Windows, `{{ token }}`, `#{Token}#`, `__TOKEN__` and
    /// `<<TOKEN>>` of templates.
    private static func isVariable(_ text: String) -> Bool {
        if text.hasPrefix("${"), text.hasSuffix("}") { return true }
        if text.hasPrefix("{{"), text.hasSuffix("}}") { return true }
        return text.wholeMatch(of: /\$[A-Z][A-Z0-9]*_[A-Z0-9_]+|%[A-Za-z]\w*_\w+%/) != nil
            || text.wholeMatch(of: /#\{[\w.\-]+\}#?|__[A-Z][A-Z0-9_]*[A-Z0-9]__|<<\s*[\w.\-]+\s*>>/) != nil
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
