import Testing

@testable import SupportBundle

@Suite("Check sums of archives are those of the standard")
struct CRC32Tests {
    @Test("CRC-32")
    func crc32() {
        #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    }
}
