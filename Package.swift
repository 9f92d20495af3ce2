// swift-tools-version: 6.2
import PackageDescription

// One section for each layer, from the values at the bottom to the command on top.
// Arrows point down and never between siblings: Tests/ArchitectureTests holds this file to that.

let package = Package(
    name: "confluence-doctor",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "confluence-doctor", targets: ["confluence-doctor"]),
        .library(
            name: "ConfluenceTesting", targets: ["ConfluenceModel", "ConfluenceTesting", "ConfluenceWire", "Simulator"]),
        .library(name: "ConfluenceTestingServer", targets: ["ConfluenceTestingServer"]),
        .library(
            name: "ConfluenceSimulator", targets: ["ConfluenceModel", "ConfluenceWire", "Simulator", "SimulatorServer"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates.git", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2"),
    ],
    targets: [
        // MARK: Values

        .target(name: "ConfluenceModel"),
        .testTarget(name: "ConfluenceModelTests", dependencies: ["ConfluenceModel"]),

        .target(name: "ConfluenceWire", dependencies: ["ConfluenceModel"]),
        .testTarget(name: "ConfluenceWireTests", dependencies: ["ConfluenceModel", "ConfluenceWire"]),

        .target(name: "Recording", dependencies: ["ConfluenceModel", "ConfluenceWire"]),
        .testTarget(
            name: "RecordingTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceTesting", "ConfluenceWire", "Documents", "Recording", "SiteFiles",
            ]
        ),

        // MARK: Languages and documents

        .target(name: "CQL"),
        .testTarget(name: "CQLTests", dependencies: ["CQL"]),

        .target(
            name: "Documents",
            dependencies: ["ConfluenceModel", "ConfluenceWire", .product(name: "Yams", package: "Yams")]
        ),
        .testTarget(name: "DocumentsTests", dependencies: ["ConfluenceWire", "Documents"]),

        .target(name: "JSONSchema", dependencies: ["ConfluenceModel", "ConfluenceWire"]),
        .testTarget(name: "JSONSchemaTests", dependencies: ["ConfluenceWire", "JSONSchema"]),

        .target(name: "StorageFormat", dependencies: ["ConfluenceWire"]),
        .testTarget(name: "StorageFormatTests", dependencies: ["ConfluenceWire", "StorageFormat"]),

        // MARK: Simulator

        .target(name: "SiteFiles", dependencies: ["ConfluenceModel", "ConfluenceWire", "Documents"]),
        .testTarget(
            name: "SiteFilesTests",
            dependencies: ["ConfluenceModel", "ConfluenceTesting", "Documents", "SiteFiles"]
        ),

        .target(name: "SiteGenerator", dependencies: ["ConfluenceModel"]),
        .testTarget(
            name: "SiteGeneratorTests", dependencies: ["ConfluenceModel", "SiteGenerator", "StorageFormat"]),

        .target(
            name: "ConfluenceStore",
            dependencies: [
                "ConfluenceModel", "ConfluenceWire", "CQL", "SiteGenerator", "StorageFormat",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "ConfluenceStoreTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceStore", "CQL", .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),

        .target(
            name: "Simulator",
            dependencies: [
                "ConfluenceModel", "ConfluenceStore", "ConfluenceWire", "CQL", "SiteGenerator", "StorageFormat",
            ]
        ),
        .testTarget(
            name: "SimulatorTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceStore", "ConfluenceTesting", "ConfluenceWire", "Documents", "Simulator",
                "SiteFiles",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),

        .testTarget(
            name: "ShapeTests",
            dependencies: ["ConfluenceModel", "ConfluenceTesting", "ConfluenceWire", "Simulator"]
        ),

        .target(
            name: "SimulatorServer",
            dependencies: [
                "ConfluenceModel", "ConfluenceWire", "Documents", "Simulator", "SiteFiles",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            // Inside the command, which stays one file.
            resources: [
                "console.html", "console.css", "app.js", "api.js", "dom.js", "keys.js", "requests.js", "exchange.js",
                "content.js", "people.js", "rights.js", "faults.js", "time.js",
            ].map { .embedInCode("Console/Assets/\($0)") }
        ),
        .testTarget(
            name: "SimulatorServerTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceTesting", "ConfluenceTestingServer", "ConfluenceWire", "LiveTransport",
                "Simulator",
                "SimulatorServer",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),

        .target(
            name: "ConfluenceTesting",
            dependencies: ["ConfluenceModel", "ConfluenceWire", "Documents", "Simulator", "SiteFiles"]
        ),
        .target(
            name: "ConfluenceTestingServer",
            dependencies: ["ConfluenceModel", "ConfluenceTesting", "Simulator", "SimulatorServer"]
        ),
        .testTarget(
            name: "ConfluenceTestingTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceTesting", "ConfluenceTestingServer", "ConfluenceWire", "Documents",
                "LiveTransport", "Simulator", "SiteFiles",
            ]
        ),

        // MARK: Doctor

        .target(name: "ConfluenceClient", dependencies: ["ConfluenceModel", "ConfluenceWire"]),
        .testTarget(
            name: "ConfluenceClientTests", dependencies: ["ConfluenceClient", "ConfluenceModel", "ConfluenceWire"]),

        .target(
            name: "LiveTransport",
            dependencies: [
                "ConfluenceModel", "ConfluenceWire",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ]
        ),
        .testTarget(
            name: "LiveTransportTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceToolkit", "ConfluenceWire", "Diagnosis", "LiveTransport", "MetricsServer",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),

        .target(
            name: "ConfluenceToolkit",
            dependencies: ["ConfluenceClient", "ConfluenceModel", "ConfluenceWire", "Documents"]
        ),
        .testTarget(
            name: "ConfluenceToolkitTests",
            dependencies: [
                "ConfluenceClient", "ConfluenceModel", "ConfluenceTesting", "ConfluenceToolkit", "ConfluenceWire",
                "Documents", "Simulator",
            ]
        ),

        .target(
            name: "Diagnosis",
            dependencies: ["ConfluenceClient", "ConfluenceModel", "ConfluenceToolkit", "ConfluenceWire", "Documents"]
        ),
        // What the doctor has learnt from texts is learnt by a test, which would take minutes without optimisation. No product
        // holds it, so that others may depend on the package all the same.
        .target(name: "TextClassification", swiftSettings: [.unsafeFlags(["-O"])]),
        .testTarget(
            name: "DiagnosisTests",
            dependencies: [
                "ConfluenceClient", "ConfluenceModel", "ConfluenceTesting", "ConfluenceToolkit", "ConfluenceWire",
                "Diagnosis", "Documents", "Simulator", "TextClassification",
            ]
        ),

        // MARK: Live sites

        .target(
            name: "LiveSites",
            dependencies: ["ConfluenceClient", "ConfluenceModel", "ConfluenceWire", "Documents"]
        ),
        .testTarget(
            name: "LiveSitesTests",
            dependencies: [
                "ConfluenceClient", "ConfluenceModel", "ConfluenceTesting", "ConfluenceWire", "Documents", "JSONSchema",
                "LiveSites", "Simulator",
            ]
        ),

        // MARK: Scenarios and reports

        .target(
            name: "Scenarios",
            dependencies: [
                "ConfluenceClient", "ConfluenceModel", "ConfluenceToolkit", "ConfluenceWire", "Documents", "JSONSchema",
                "LiveSites", "SiteFiles",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]
        ),
        .testTarget(
            name: "ScenariosTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceToolkit", "ConfluenceWire", "Diagnosis", "Documents", "JSONSchema",
                "LiveSites", "Scenarios",
            ]
        ),

        .target(name: "Contracts", dependencies: ["ConfluenceModel", "ConfluenceWire", "Documents"]),
        .testTarget(
            name: "ContractsTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceTesting", "ConfluenceToolkit", "ConfluenceWire", "Contracts",
                "Diagnosis", "Documents", "DoctorCommands", "JSONSchema", "Scenarios", "Simulator",
            ]
        ),

        .target(name: "Reporting", dependencies: ["ConfluenceModel", "ConfluenceWire"]),
        .testTarget(name: "ReportingTests", dependencies: ["ConfluenceModel", "ConfluenceWire", "Reporting"]),

        .target(
            name: "RunHistory",
            dependencies: ["ConfluenceModel", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .testTarget(
            name: "RunHistoryTests",
            dependencies: ["ConfluenceModel", "RunHistory", .product(name: "GRDB", package: "GRDB.swift")]
        ),

        .target(
            name: "SupportBundle",
            dependencies: [
                "ConfluenceModel", "ConfluenceToolkit", "ConfluenceWire", "Diagnosis", "Documents", "Recording",
                "Reporting",
            ]
        ),
        .testTarget(
            name: "SupportBundleTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceTesting", "ConfluenceToolkit", "ConfluenceWire", "Diagnosis", "Documents",
                "Recording", "Reporting", "SupportBundle",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]
        ),

        .target(
            name: "Monitoring",
            dependencies: ["ConfluenceClient", "ConfluenceModel", "ConfluenceToolkit", "ConfluenceWire", "Diagnosis"]
        ),
        .testTarget(
            name: "MonitoringTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceTesting", "ConfluenceToolkit", "ConfluenceWire", "Diagnosis",
                "Monitoring",
                "Simulator",
            ]
        ),

        .target(
            name: "LoopbackServer",
            dependencies: [
                "ConfluenceWire",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),

        .target(name: "MetricsServer", dependencies: ["ConfluenceWire", "LoopbackServer"]),

        .target(name: "WebhookReceiver", dependencies: ["ConfluenceWire", "LoopbackServer"]),
        .testTarget(
            name: "WebhookReceiverTests", dependencies: ["ConfluenceWire", "LiveTransport", "WebhookReceiver"]),

        .target(
            name: "AssistantServer",
            dependencies: [
                "ConfluenceClient", "ConfluenceModel", "ConfluenceToolkit", "ConfluenceWire", "Diagnosis", "Documents",
                "Reporting",
            ]
        ),
        .testTarget(
            name: "AssistantServerTests",
            dependencies: [
                "AssistantServer", "ConfluenceModel", "ConfluenceTesting", "ConfluenceToolkit", "ConfluenceWire",
                "Diagnosis", "Simulator",
            ]
        ),

        // MARK: The command

        .target(
            name: "DoctorCommands",
            dependencies: [
                "AssistantServer", "ConfluenceClient", "ConfluenceModel", "ConfluenceToolkit", "ConfluenceWire",
                "Contracts", "Diagnosis", "Documents", "LiveSites", "LiveTransport", "MetricsServer", "Monitoring",
                "Recording", "Reporting",
                "RunHistory",
                "Scenarios",
                "Simulator",
                "SimulatorServer",
                "SiteFiles", "SupportBundle", "WebhookReceiver",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]
        ),
        .executableTarget(name: "confluence-doctor", dependencies: ["DoctorCommands"]),

        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceToolkit", "ConfluenceWire", "DoctorCommands", "Documents", "JSONSchema",
                "Scenarios",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]
        ),
        .testTarget(
            name: "ScenarioSiteTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceTesting", "Documents", "DoctorCommands", "Scenarios",
            ]
        ),
        .testTarget(
            name: "FaultListTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceTesting", "ConfluenceToolkit", "ConfluenceWire", "Diagnosis",
                "DoctorCommands",
                "LiveTransport",
                "Simulator", "SimulatorServer",
            ]
        ),
        .testTarget(
            name: "DriverParityTests",
            dependencies: [
                "ConfluenceModel", "ConfluenceTesting", "ConfluenceToolkit", "ConfluenceWire", "Documents", "Scenarios",
                "Simulator", "SimulatorServer",
            ]
        ),
        .testTarget(
            name: "ArchitectureTests",
            dependencies: ["ConfluenceWire", .product(name: "Subprocess", package: "swift-subprocess")]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    var settings = target.swiftSettings ?? []
    settings.append(contentsOf: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ])
    target.swiftSettings = settings
}
