import Foundation
import Scenarios
import Testing

@Suite("Drivers are found by name")
struct DriverCatalogueTests {
    @Test("an unknown name gets the nearest right one")
    func unknown() {
        let error = #expect(throws: DriverCatalogue.Unavailable.self) {
            try DriverCatalogue.driver(named: "eletia", environment: [:], searchFolders: [])
        }
        #expect(error?.description == "unknown driver “eletia”, did you mean “elitea”?")
    }

    @Test("a driver that was never prepared names the command that does it")
    func notSetUp() {
        let error = #expect(throws: DriverCatalogue.Unavailable.self) {
            try DriverCatalogue.driver(
                named: "elitea", environment: ["CONFLUENCE_DOCTOR_DRIVERS": "/nowhere"], searchFolders: [])
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
            try DriverCatalogue.driver(named: "elitea", environment: environment, searchFolders: ["/nowhere"])
        }
        #expect(error?.description.contains("Drivers/elitea/driver.py is not found") == true)
        try Data().write(to: folder.appending(path: "elitea/driver.py"))
        let driver = try DriverCatalogue.driver(named: "elitea", environment: environment, searchFolders: [])
        #expect(driver.name == "elitea")
        #expect(driver.needsSocket)
    }
}
