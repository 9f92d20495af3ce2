import ConfluenceWire
import Foundation
import Testing

@testable import Recording

@Suite("A body that was packed")
struct ContentCodingTests {
    private static func bytes(_ text: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: text))) }

    @Test(
        "is unpacked, whatever way was taken",
        arguments: [
            ("gzip", "H4sIAAAAAAACA8tIzcnJV8hAkACAiPnlEQAAAA==", "hello hello hello"),
            ("gzip", "H4sIAAAAAAAEAwELAPT/c3RvcmVkIHRleHS1Aa8PCwAAAA==", "stored text"),
            ("deflate", "eJyryslMUihJrShRqIKxAEjfB00=", "zlib text zlib text"),
            ("deflate", "K0osVyhJrShRKIIyAA==", "raw text raw text"), ("identity", "cGxhaW4=", "plain"),
        ])
    func unpacks(coding: String, packed: String, text: String) throws {
        let unpacked = ContentCoding.unpack(try Self.bytes(packed), ["Content-Encoding": coding], limit: 1000)
        #expect(unpacked.map { String(decoding: $0, as: UTF8.self) } == text)
    }

    private static let dynamic = """
        H4sIAAAAAAACA+2RS24gMAhD9zkFV4MA4ZMEOupo5vhNT9FNNyyeZNnGnybw8ddnAv2pfxe0/sPnL/sxNvuK+y7Ctot+ZABiwGJDNhdhV+zcPHrq\
        OWB1NLsjUco4zlkWFeaIZ+QD40ZLjPR3sKpvRRp1cvhasbejcHZVSR9CvEJ70QyW4+q4jAmCsxDnmecEjwrZlrpJR2srXBNsrJHc48RafJ5mq2sDso56\
        oGH18SGXGPhmr6WdL38Q0rNeu1YKCSS4VOGh2SjDJj8FrAEqThtxaLoSjDF5jzhbQuWl8L3BVJ+frsgUFAp6CcqfQ9HgO0opQGECKhT0PWyvjNArE+22\
        BF8lWnO+H9oWjNh2vmcQyy/OFbT/IAMAAA==
        """

    @Test("is unpacked by codes of its own, in part where a part is there, and to a limit")
    func dynamic() throws {
        let packed = try Self.bytes(Self.dynamic)
        let whole = try #require(ContentCoding.unpack(packed, ["Content-Encoding": "gzip"], limit: 10_000))
        #expect(whole.count == 800)
        #expect(String(decoding: whole, as: UTF8.self).hasPrefix("the quick brown fox the quick"))
        let part = try #require(
            ContentCoding.unpack(Array(packed.prefix(200)), ["Content-Encoding": "gzip"], limit: 10_000))
        #expect(whole.starts(with: part) && part.count > 300)
        #expect(ContentCoding.unpack(packed, ["Content-Encoding": "gzip"], limit: 50)?.count == 50)
    }

    @Test("that is none of what can be read says so, and never traps")
    func broken() throws {
        #expect(ContentCoding.unpack([1, 2, 3], ["Content-Encoding": "gzip"], limit: 100) == nil)
        #expect(ContentCoding.unpack([1, 2, 3], ["Content-Encoding": "br"], limit: 100) == nil)
        let packed = try Self.bytes(Self.dynamic)
        for index in 10..<packed.count {
            var other = packed
            other[index] ^= 0x5A
            _ = ContentCoding.unpack(other, ["Content-Encoding": "gzip"], limit: 5000)
            _ = ContentCoding.unpack(Array(packed[..<index]), ["Content-Encoding": "gzip"], limit: 5000)
        }
    }

    @Test(
        "is asked for in the ways that can be read alone",
        arguments: [
            ("gzip, deflate, br, zstd", "gzip, deflate"), ("br;q=1.0, gzip;q=0.5", "gzip;q=0.5"), ("br", "identity"),
            ("identity", "identity"), ("*", "identity"),
        ])
    func narrowed(offered: String, asked: String) {
        #expect(ContentCoding.narrowed(offered) == asked)
    }
}
