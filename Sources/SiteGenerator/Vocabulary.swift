/// The words of an invented company.
enum Vocabulary {
    static let departments: [(key: String, name: String)] = [
        ("ENG", "Engineering"), ("OPS", "Operations"), ("PROD", "Product"), ("SUP", "Customer Support"),
        ("SEC", "Security"), ("HR", "People and Culture"), ("FIN", "Finance"), ("LEG", "Legal"), ("MKT", "Marketing"),
        ("SAL", "Sales"), ("DES", "Design"), ("QA", "Quality"), ("DATA", "Data Platform"), ("MOB", "Mobile"),
        ("WEB", "Web"), ("NET", "Networks"),
    ]

    static let firstNames = [
        "Amara", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hana", "Ines", "Jonas", "Kamala", "Liam",
        "Mei",
        "Nadia", "Oskar", "Priya", "Quentin", "Rosa", "Samir", "Tomas", "Uma", "Vera", "Wanda", "Yusuf",
    ]

    static let lastNames = [
        "Abara", "Berg", "Costa", "Dahl", "Eriksen", "Fontaine", "Garcia", "Hoffmann", "Ivanova", "Jansen", "Kowalski",
        "Lindqvist", "Moreau", "Novak", "Okafor", "Petrov", "Quist", "Rossi", "Sato", "Tanaka", "Ueda", "Varga",
        "Weber", "Zhang",
    ]

    static let groups = [
        "staff", "engineers", "managers", "contractors", "auditors", "support-desk", "designers", "board",
    ]

    static let labels = [
        "how-to", "reference", "runbook", "decision", "meeting-notes", "release", "onboarding", "troubleshooting",
        "architecture", "policy", "draft", "archive", "kubernetes", "postgres", "billing", "incident", "roadmap",
        "customer", "security", "api",
    ]

    /// How titles begin; no two lead to the same title.
    static let occasions = [
        "How to deploy", "How to restore", "How to monitor", "Troubleshooting", "Runbook for", "Architecture of",
        "Release notes of", "Migration of", "Decision on", "Meeting notes about", "Roadmap of", "Incident review of",
        "Onboarding to", "Access to", "Backups of", "Performance of", "Testing", "Upgrade of", "Ownership of",
        "Questions about", "Cost of", "Retirement of", "Configuration of", "Checklist for",
    ]

    static let qualities = [
        "internal", "public", "legacy", "regional", "shared", "mobile", "nightly", "primary", "secondary", "external",
        "encrypted", "scheduled", "European", "customer-facing", "experimental", "read-only", "high-volume", "central",
        "automated", "partner",
    ]

    static let systems = [
        "payment gateway", "login service", "search cluster", "message queue", "data warehouse", "build pipeline",
        "mail relay", "invoice archive", "customer portal", "feature flags", "load balancer", "ticket import",
        "audit trail", "image store", "rate limiter", "report generator", "billing engine", "staging environment",
        "certificate store", "event stream", "user directory", "support desk", "metrics database", "license server",
        "content cache", "job scheduler", "notification hub", "translation memory", "order book", "device registry",
    ]

    static let actors = [
        "The team", "The on-call engineer", "The release manager", "A nightly job", "The service owner", "Support",
        "The security review", "Every new colleague", "The vendor", "The platform group",
    ]

    static let acts = [
        "checks", "documents", "restarts", "monitors", "approves", "updates", "measures", "restores", "announces",
        "reviews", "configures", "archives", "tests", "migrates",
    ]

    static let objects = [
        "the connection settings", "all open incidents", "the deployment plan", "the latest backup",
        "each failed request",
        "the list of owners", "the error budget", "access for contractors", "the weekly report", "every expired token",
        "the network rules", "the index of documents", "the customer records", "the release branch",
    ]

    static let occasionsInTime = [
        "before each release", "on the first Monday of the month", "within one working day", "after every change",
        "as soon as the alarm is quiet", "during the maintenance window", "when the queue grows",
        "at the end of the quarter", "without waiting for approval", "together with the product owner",
    ]

    static let headings = [
        "Background", "Steps", "Prerequisites", "What to watch", "Open questions", "Who to ask", "History",
        "Known limits", "Next steps",
    ]

    static let commands = [
        "kubectl rollout status deploy", "systemctl restart", "pg_restore --clean --dbname", "curl --fail --head https",
        "git tag --annotate", "terraform plan -target",
    ]

    static let remarks = [
        "Thank you, this worked for us.", "Is this still true after the last release?", "Added the missing step.",
        "Please name an owner for this page.", "The screenshot shows the old console.", "Reviewed, nothing to add.",
    ]
}
