import ConfluenceWire

extension Route {
    private static let word = "sent by atlassian-python-api; exported files in public repositories"
    private static let files =
        "sent by atlassian-python-api; support.atlassian.com, export a page in PDF format; addresses in public repositories"
    private static let tasks =
        "github.com/atlassian-api/atlassian-python-api/issues/1636; open-cli-collective/atlassian-cli, on a site of 2026"
    private static let lacking = "layout, pictures, what macros list"

    /// Pages as files from a Cloud site. The tasks that it had before, below `/services/api/v1`, are gone.
    static let cloudExports: [Route] = [
        Route(.get, "/exportword", .exportWord, api: .pages, word, .observed).partly("style sheet, pictures"),
        Route(.get, "/spaces/flyingpdf/pdfpageexport.action", .startPDFExport, api: .pages, tasks, .observed),
        Route(.get, "/api/v2/pdfexporttask/progress/{task}", .pdfExportProgress, api: .v2, tasks, .observed)
            .partly("is done at once; \(lacking)"),
    ]

    static let dataCenterExports: [Route] = [
        Route(.get, "/exportword", .exportWord, api: .pages, door: .visitors, word, .observed)
            .partly("style sheet, pictures"),
        Route(
            .get, "/spaces/flyingpdf/pdfpageexport.action", .exportPDF, api: .pages, door: .visitors, files, .documented
        ),
        Route(.get, "/download/temp/{folder}/{name}", .exportedPDF, api: .pages, door: .visitors, files, .observed)
            .partly(lacking),
    ]
}
