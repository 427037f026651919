// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "sfm",
  products: [
    .executable(name: "sfm", targets: ["sfm"]),
    // The readers of untrusted bytes, for Tools/Fuzz.
    .library(name: "Formats", targets: ["Archives", "ClassFiles", "ModuleDescriptors", "InterfaceManifests"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
  ],
  targets: [
    // Layer 0: nothing below.
    .systemLibrary(
      name: "CLibArchive",
      pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev", "libdeflate-dev", "zlib1g-dev"])]
    ),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CPlatformData"),
    .target(name: "CJavaHost", exclude: ["java"]),
    .target(name: "ByteParsing"),
    .target(name: "Findings"),
    // Layer 1: one format each.
    .target(name: "Archives", dependencies: ["CLibArchive", "ByteParsing", "Findings"]),
    .target(name: "XMLTrees", dependencies: ["CLibXML2", "Findings"]),
    .target(name: "ClassFiles", dependencies: ["ByteParsing"]),
    // Layer 2: what the formats mean.
    .target(name: "ModuleDescriptors", dependencies: ["XMLTrees", "Findings"]),
    .target(
      name: "InterfaceManifests",
      dependencies: ["ClassFiles", "Archives", "ByteParsing", "CPlatformData"]
    ),
    // Layer 3: a package as one value.
    .target(
      name: "ModulePackages",
      dependencies: [
        "ModuleDescriptors", "InterfaceManifests", "Archives", "XMLTrees", "ClassFiles", "ByteParsing", "Findings",
        .product(name: "Crypto", package: "swift-crypto"), "Yams",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    // Layer 4: what is wrong with it.
    .target(
      name: "Validation",
      dependencies: [
        "ModulePackages", "ModuleDescriptors", "InterfaceManifests", "Archives", "XMLTrees", "ClassFiles", "Findings",
      ]
    ),
    .target(
      name: "Linkage",
      dependencies: [
        "ModulePackages", "ModuleDescriptors", "InterfaceManifests", "Archives", "ClassFiles", "Findings",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    // Layer 5: its life.
    .target(
      name: "ModuleRuntime",
      dependencies: [
        "ModulePackages", "ModuleDescriptors", "Linkage", "ClassFiles", "Archives", "Findings",
        .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"), "Yams",
      ]
    ),
    // Layer 6: real Java beside it, and how people read it.
    .target(
      name: "JavaHosting",
      dependencies: [
        "CJavaHost", "ModuleRuntime", "ModulePackages", "ModuleDescriptors", "InterfaceManifests", "ClassFiles",
        "Archives", "Findings", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(
      name: "HostNetworking",
      dependencies: [
        "ModuleRuntime", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
      ]
    ),
    .target(
      name: "Reporting",
      dependencies: [
        "ModuleRuntime", "Linkage", "Validation", "ModulePackages", "ModuleDescriptors", "InterfaceManifests",
        "ClassFiles", "Archives", "XMLTrees", "Findings", .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    // Layers 8 and 9: arguments to exit code.
    .target(
      name: "Commands",
      dependencies: [
        "Reporting", "JavaHosting", "HostNetworking", "ModuleRuntime", "Linkage", "Validation", "ModulePackages",
        "InterfaceManifests",
        "ModuleDescriptors", "XMLTrees", "ClassFiles", "Archives", "ByteParsing", "Findings", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(name: "sfm", dependencies: ["Commands"]),

    // Tests: one library suite a target, one suite for the binary.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "PackageFixtures",
      dependencies: ["TestSupport", "ClassFiles", "Archives", "Findings"],
      path: "Tests/PackageFixtures"
    ),
    .testTarget(name: "ByteParsingTests", dependencies: ["ByteParsing"]),
    .testTarget(name: "FindingsTests", dependencies: ["Findings"]),
    .testTarget(name: "ArchivesTests", dependencies: ["Archives", "Findings", "TestSupport"]),
    .testTarget(name: "XMLTreesTests", dependencies: ["XMLTrees", "TestSupport"]),
    .testTarget(name: "ClassFilesTests", dependencies: ["ClassFiles", "TestSupport"]),
    .testTarget(
      name: "ModuleDescriptorsTests",
      dependencies: [
        "ModuleDescriptors", "XMLTrees", "Findings", "TestSupport",
      ]
    ),
    .testTarget(
      name: "InterfaceManifestsTests",
      dependencies: [
        "InterfaceManifests", "ClassFiles", "Archives", "TestSupport",
      ]
    ),
    .testTarget(
      name: "ModulePackagesTests",
      dependencies: [
        "ModulePackages", "ModuleDescriptors", "ClassFiles", "Archives", "Findings", "TestSupport",
        "PackageFixtures",
      ]
    ),
    .testTarget(
      name: "ValidationTests",
      dependencies: [
        "Validation", "ModulePackages", "ModuleDescriptors", "ClassFiles", "Archives", "Findings",
        "TestSupport", "PackageFixtures",
      ]
    ),
    .testTarget(
      name: "LinkageTests",
      dependencies: [
        "Linkage", "ModulePackages", "ModuleDescriptors", "InterfaceManifests", "ClassFiles", "Archives",
        "Findings", "TestSupport", "PackageFixtures",
      ],
      exclude: ["Differential"]
    ),
    .testTarget(
      name: "ModuleRuntimeTests",
      dependencies: [
        "ModuleRuntime", "ModulePackages", "ModuleDescriptors", "Archives", "ClassFiles", "Findings", "TestSupport",
        "PackageFixtures",
      ],
      exclude: ["BuiltIns/Java"]
    ),
    .testTarget(
      name: "JavaHostingTests",
      dependencies: [
        "JavaHosting", "ModuleRuntime", "ModulePackages", "ModuleDescriptors", "InterfaceManifests", "ClassFiles",
        "Archives", "Findings", "TestSupport", "PackageFixtures",
      ],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "HostNetworkingTests",
      dependencies: ["HostNetworking", "ModuleRuntime", "ModuleDescriptors", "TestSupport"]
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "ModulePackages", "ModuleDescriptors", "Findings", "TestSupport", "PackageFixtures",
      ],
      exclude: ["Snapshots"]
    ),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Commands", "Reporting", "ModulePackages", "ModuleDescriptors", "ClassFiles", "Findings", "TestSupport",
        "PackageFixtures",
      ],
      exclude: ["Snapshots", "Fixtures"]
    ),
    .testTarget(name: "EndToEndTests", dependencies: ["TestSupport", "PackageFixtures"], exclude: ["Fixtures"]),
  ]
)

// One settings loop: every Swift target is held to the same rules.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
  ]
}
