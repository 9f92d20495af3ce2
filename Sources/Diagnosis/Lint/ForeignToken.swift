import ConfluenceModel

/// Tokens of other products, known by what all of them begin with.
enum ForeignToken {
    /// The product whose token a text looks like; `nil` for a text of no known form.
    static func product(of text: String) -> String? {
        guard text.utf8.count >= 16 else { return nil }
        return products.first { text.hasPrefix($0.prefix) && text.utf8.count >= $0.least }?.title
    }

    /// Whether nothing but a token stands there.
    static func isAlone(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'`,;:<>[](){}|".utf8.contains($0) }
    }

    /// Source: the rules by which gitleaks and the secret scanners of other projects find tokens in public code.
    private static let products: [(prefix: String, least: Int, title: String)] = [
        ("ATCTT", 16, "an API key of an organisation (admin.atlassian.com) or an access token of Bitbucket"),
        ("ATBB", 16, "an app password of Bitbucket"), ("ATOA", 16, "an OAuth token of Bitbucket"),
        ("BBDC-", 24, "an access token of Bitbucket Data Center"), ("ATTA", 64, "a token of Trello"),
        ("ghp_", 16, "a token of GitHub"), ("gho_", 16, "a token of GitHub"), ("ghu_", 16, "a token of GitHub"),
        ("ghs_", 16, "a token of GitHub"), ("ghr_", 16, "a token of GitHub"), ("github_pat_", 16, "a token of GitHub"),
        ("glpat-", 16, "a token of GitLab"), ("gldt-", 16, "a token of GitLab"), ("glptt-", 16, "a token of GitLab"),
        ("glrt-", 16, "a token of GitLab"), ("glcbt-", 16, "a token of GitLab"),
        ("xoxb-", 16, "a token of Slack"), ("xoxp-", 16, "a token of Slack"), ("xoxa-", 16, "a token of Slack"),
        ("xoxe", 40, "a token of Slack"), ("xapp-", 16, "a token of Slack"),
        ("sk_live_", 16, "a key of Stripe"), ("sk_test_", 16, "a key of Stripe"), ("rk_live_", 16, "a key of Stripe"),
        ("sk-", 16, "an API key of a model provider"), ("pplx-", 40, "an API key of a model provider"),
        ("AKIA", 16, "an access key of AWS"), ("AIza", 16, "an API key of Google"),
        ("hf_", 16, "a token of Hugging Face"), ("npm_", 16, "a token of npm"), ("pypi-", 40, "a token of PyPI"),
        ("rubygems_", 40, "a token of RubyGems"), ("lin_api_", 16, "an API key of Linear"),
        ("ntn_", 40, "a token of Notion"), ("PMAK-", 40, "an API key of Postman"),
        ("glsa_", 40, "a token of Grafana"), ("glc_", 40, "a token of Grafana"),
        ("crowd.token_key=", 24, "a session of Crowd, which browsers send as a cookie"),
        ("hvs.", 40, "a token of Vault"), ("hvb.", 40, "a token of Vault"), ("NRAK-", 24, "a key of New Relic"),
        ("squ_", 40, "a token of SonarQube"), ("sqp_", 40, "a token of SonarQube"),
        ("sqa_", 40, "a token of SonarQube"),
        ("sntrys_", 40, "a token of Sentry"), ("sntryu_", 40, "a token of Sentry"),
        ("figd_", 30, "a token of Figma"), ("dckr_pat_", 24, "a token of Docker Hub"),
        ("dckr_oat_", 24, "a token of Docker Hub"),
        ("SG.", 60, "an API key of SendGrid"),
        ("shpat_", 32, "a token of Shopify"), ("sgp_", 40, "a token of Sourcegraph"),
        ("-----BEGIN ", 24, "a key or a certificate (PEM)"),
        ("eyJ", 16, "a signed token (JWT), such as OAuth makes"), ("dapi", 16, "a token of Databricks"),
    ]
}
