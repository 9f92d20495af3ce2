/// A page that needs nothing beside itself: light or dark as the reader's screen, and fit to be printed.
enum PageFrame {
    static func page(title: String, body: String, styles: [String] = []) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="color-scheme" content="light dark">
        <title>confluence-doctor: \(HTMLText.escape(title))</title>
        <style>
        \(([PageStyle.common] + styles).joined(separator: "\n"))
        </style>
        </head>
        <body>
        <main>
        \(body)
        </main>
        </body>
        </html>

        """
    }
}
