import ConfluenceWire
import Foundation
import Scenarios
import Testing

@Suite("Drivers are found by name")
struct DriverCatalogueTests {
    private let nowhere: Send = { _ in Response(status: 404) }

    @Test("an unknown name gets the nearest right one")
    func unknown() {
        let error = #expect(throws: DriverCatalogue.Unavailable.self) {
            try DriverCatalogue.driver(named: "eletia", environment: [:], searchFolders: [], send: nowhere)
        }
        #expect(error?.description == "unknown driver “eletia”, did you mean “elitea”?")
    }

    @Test("a driver without a toolkit is refused tools, and says which drivers call them")
    func requestsOnly() async throws {
        let driver = try DriverCatalogue.driver(named: "http", environment: [:], searchFolders: [], send: nowhere)
        #expect(!driver.needsSocket)
        #expect(driver.absence(of: "read_page_by_id")?.contains("--driver native or elitea") == true)
    }

    @Test("a program of one's own is called after its file")
    func program() throws {
        let driver = try DriverCatalogue.driver(
            named: "exec:sh tools/wiki.driver.py", environment: ["PATH": "/nowhere:/bin"], searchFolders: [],
            send: nowhere)
        #expect(driver.name == "wiki.driver")
        #expect(DriverCatalogue.mistake(in: "exec:")?.contains("needs a command") == true)
    }

    @Test("a program that is not there is named", arguments: ["no-such-program --fast", "/nowhere/driver"])
    func noProgram(command: String) throws {
        let error = #expect(throws: DriverCatalogue.Unavailable.self) {
            try DriverCatalogue.driver(
                named: "exec:\(command)", environment: ["PATH": "/bin"], searchFolders: [], send: nowhere)
        }
        let words = try #require(error?.description)
        #expect(words.hasPrefix("exec:\(command): there is no program"))
    }

    @Test("a tool map that can't be read is named")
    func noMap() {
        let error = #expect(throws: DriverCatalogue.Unavailable.self) {
            try DriverCatalogue.driver(
                named: "mcp:/nowhere/map.yaml", environment: [:], searchFolders: [], send: nowhere)
        }
        #expect(error?.description == "/nowhere/map.yaml: there is no such tool map, or it can't be read")
        #expect(DriverCatalogue.mistake(in: "mcp:")?.contains("needs a tool map") == true)
    }

    @Test("the native toolkit says why it has no index tools")
    func indexTools() {
        #expect(NativeDriver().absence(of: "search_index")?.contains("the driver elitea does") == true)
        #expect(NativeDriver().absence(of: "read_page_by_id") == nil)
    }

    @Test("a driver that was never prepared names the command that does it")
    func notSetUp() {
        let error = #expect(throws: DriverCatalogue.Unavailable.self) {
            try DriverCatalogue.driver(
                named: "elitea", environment: ["CONFLUENCE_DOCTOR_DRIVERS": "/nowhere"], searchFolders: [],
                send: nowhere)
        }
        #expect(
            error?.description
                == "the driver elitea is not set up (there is no /nowhere/elitea/bin/python); run scripts/setup-driver elitea"
        )
    }

    @Test("a prepared driver is found where the environment says")
    func prepared() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "drivers-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let bin = folder.appending(path: "elitea/bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: bin.appending(path: "python"), withDestinationURL: URL(filePath: "/bin/sh"))
        let environment = ["CONFLUENCE_DOCTOR_DRIVERS": folder.path()]
        let error = #expect(throws: DriverCatalogue.Unavailable.self) {
            try DriverCatalogue.driver(
                named: "elitea", environment: environment, searchFolders: ["/nowhere"], send: nowhere)
        }
        #expect(error?.description.contains("Drivers/elitea/driver.py is not found") == true)
        try Data().write(to: folder.appending(path: "elitea/driver.py"))
        let driver = try DriverCatalogue.driver(
            named: "elitea", environment: environment, searchFolders: [], send: nowhere)
        #expect(driver.name == "elitea")
        #expect(driver.needsSocket)
    }
}
