package import ConfluenceModel

/// A check of laws as JUnit XML: a suite for each site, a case for each law.
package enum LawJUnit {
    package static func render(_ report: LawReport) -> String {
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#, #"<testsuites name="confluence-doctor contract check">"#,
        ]
        var sites: [String] = []
        for judged in report.laws where !sites.contains(judged.siteName) { sites.append(judged.siteName) }
        for site in sites {
            let judged = report.laws.filter { $0.siteName == site }
            let failures = judged.count { $0.verdict.calls }
            let skipped = judged.count { $0.verdict == .notJudged || $0.verdict == .particular }
            lines.append(
                #"  <testsuite name="\#(attribute(site))" tests="\#(judged.count)" failures="\#(failures)" errors="0" skipped="\#(skipped)">"#
            )
            for one in judged { lines += testCase(one).map { "    " + $0 } }
            lines.append("  </testsuite>")
        }
        return (lines + ["</testsuites>", ""]).joined(separator: "\n")
    }

    private static func testCase(_ judged: JudgedLaw) -> [String] {
        let head =
            #"<testcase classname="contract.laws.\#(attribute(judged.law.family))" name="\#(attribute(judged.law.title))""#
        let message = attribute([judged.verdict.title, judged.reason].compactMap(\.self).joined(separator: ": "))
        switch judged.verdict {
        case .agree: return [head + "/>"]
        case .notJudged, .particular: return [head + ">", #"  <skipped message="\#(message)"/>"#, "</testcase>"]
        case .liveDrifted, .simulatorWrong, .descriptionsDebt:
            let text = JUnitXML.escape(LawMarkdown.issue(judged))
            return [
                head + ">", #"  <failure type="\#(judged.verdict.rawValue)" message="\#(message)">\#(text)</failure>"#,
                "</testcase>",
            ]
        }
    }

    private static func attribute(_ text: String) -> String { JUnitXML.escape(text, inAttribute: true) }
}

extension JudgedLaw {
    fileprivate var siteName: String { site ?? CheckedSite.simulator }
}
