import ConfluenceWire

extension Mutant {
    static let attachments: [Mutant] = [
        Mutant(
            "file-is-attached", "ids of files are plain numbers",
            .setField("results[*].id", to: "7", of: .post("*/attachment"))),
        Mutant(
            "upload-needs-the-header", "the header is not needed",
            .request(.post("*/attachment")) { $0.headers["X-Atlassian-Token"] = "no-check" }),
        Mutant(
            "attached-file-is-listed", "where to fetch a file is not told",
            .dropField("results[*]._links", of: .get("*/attachment")),
            .dropField("results[*].downloadLink", of: .get("*/attachments"))),
        Mutant("attachments-are-sought-by-name", "the name is not looked at", .ignoreParameter("filename")),
        Mutant(
            "same-name-is-refused", "the same name is let through",
            .answer(when: .post("*/attachment"), status: 400, becomes: 200)),
        Mutant(
            "new-data-make-a-version", "new data stay version 1",
            .setField("results[*].version.number", to: 1, of: .get("*/attachment"))),
        Mutant(
            "cloud-puts-files-anew", "a file that is put stays version 1",
            .setField("results[*].version.number", to: 1, of: .put("*/attachment"))),
        Mutant(
            "file-comes-back-as-it-was", "bytes are changed",
            .replace("in full", by: "in part", of: .get("/download/*"))),
        Mutant(
            "file-is-fetched-elsewhere", "the site itself gives the file",
            .answer(when: .get("*/download"), status: 302, becomes: 200)),
        Mutant("deleted-file-is-gone", "nothing is deleted", .swallow(.delete("*"), status: 204)),
        Mutant(
            "files-make-no-version-of-the-page", "a file makes a version of the page",
            .setField("version.number", to: 2, of: .get("/rest/api/content/*"))),
        Mutant(
            "marks-in-a-files-name-are-kept", "blanks become plus signs",
            .replace("probe café.txt", by: "probe+café.txt", of: .post("*/attachment"))),
        Mutant(
            "comment-of-a-file-is-read-as-latin-1", "comments are read as UTF-8",
            .replace("cafÃ©", by: "café", of: .post("*/attachment"))),
    ]
}
