/// Texts that stand where a value should: what a template, a shell or a vault would have filled in, or what was masked.
enum StandIn {
    static func isOne(_ text: String) -> Bool {
        if text.hasPrefix("${"), text.hasSuffix("}") { return true }
        if text.hasPrefix("{{"), text.hasSuffix("}}") { return true }
        return [isSample, isVariable, isReference, isMask].contains { $0(text) }
    }

    /// `<YOUR_API_TOKEN>`, `[API key]`, `your-token-here`.
    private static func isSample(_ text: String) -> Bool {
        text.wholeMatch(of: /(?i)[<\[][a-z _-]*(token|password|key|secret|redacted|masked|username)[a-z _-]*[>\]]/)
            != nil
            || text.wholeMatch(of: /(?i)(your|my)[ _-]([a-z]+[ _-])*(token|password|key|secret|username)([ _-]here)?/)
                != nil
    }

    /// `$CONFLUENCE_PAT` of a shell, `%CONFLUENCE_TOKEN%` of Windows.
    private static func isVariable(_ text: String) -> Bool {
        text.wholeMatch(of: /\$[A-Z][A-Z0-9]*_[A-Z0-9_]+/) != nil || text.wholeMatch(of: /%[A-Za-z]\w*_\w+%/) != nil
    }

    /// `op://vault/item/field`, `vault:secret/data/wiki#token`, `env:CONFLUENCE_TOKEN`.
    private static func isReference(_ text: String) -> Bool {
        text.wholeMatch(of: /op:\/\/\S+|vault:\S*\/\S+|env:[A-Z][A-Z0-9_]+/) != nil
    }

    /// `********`, `xxxxxxxx`: what a page shows in a secret's place.
    private static func isMask(_ text: String) -> Bool {
        text.count >= 6 && ["*", "x", "X", "•", "●"].contains { mark in text.allSatisfy { $0 == mark } }
    }
}
