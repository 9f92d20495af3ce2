// swift-tools-version: 6.2
import PackageDescription

// A package of its own: whoever uses or tests the project does not build it.

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "confluence-doctor", path: ".."),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2"),
    ],
    targets: [
        .target(name: "Measuring"),
        .executableTarget(
            name: "simulator-bench",
            dependencies: [
                "Measuring",
                .product(name: "ConfluenceSimulator", package: "confluence-doctor"),
                .product(name: "ConfluenceTesting", package: "confluence-doctor"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            path: "Sources/SimulatorBench"
        ),
        .executableTarget(
            name: "site-bench",
            dependencies: ["Measuring", .product(name: "ConfluenceTesting", package: "confluence-doctor")],
            path: "Sources/SiteBench"
        ),
    ],
    swiftLanguageModes: [.v6]
)
