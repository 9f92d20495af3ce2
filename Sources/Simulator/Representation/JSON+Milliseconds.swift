import ConfluenceModel
import ConfluenceWire

import struct Foundation.Date

extension JSON {
    /// A moment in milliseconds since 1970, as the older parts of Confluence tell it.
    static func milliseconds(_ date: Date) -> JSON { .integer(date.millisecondsSince1970) }
}
