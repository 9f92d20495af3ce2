import ConfluenceWire
import Foundation

/// The opaque cursor of v2 lists: it holds the place at which the next page begins.
enum V2Cursor {
    static func text(for offset: Int) -> String {
        Data("{\"id\":\"\(offset)\",\"contentOrder\":\"id\"}".utf8).base64EncodedString()
    }

    static func offset(of text: String) throws(Refusal) -> Int {
        guard let data = Data(base64Encoded: text), let json = try? JSONReader.read(Array(data)),
            let offset = json["id"]?.stringValue.flatMap({ Int($0) }), offset >= 0
        else {
            throw Refusal(
                .requestInvalid, [.text: "Invalid cursor"], because: "the cursor “\(text)” is none of this site")
        }
        return offset
    }
}
