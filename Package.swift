// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "sfm",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
  ],
  targets: [
    // Layer 0: nothing below.
    .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CPlatformData"),
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
      dependencies: ["ModulePackages", "ModuleDescriptors", "Archives", "XMLTrees", "ClassFiles", "Findings"]
    ),
    // Layer 5: its life.
    .target(
      name: "ModuleRuntime",
      dependencies: [
        "ModulePackages", "ModuleDescriptors", "ClassFiles", "Findings",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    // Layer 6: how people read it.
    .target(
      name: "Reporting",
      dependencies: [
        "ModuleRuntime", "Validation", "ModulePackages", "ModuleDescriptors", "InterfaceManifests",
        "ClassFiles", "Archives", "XMLTrees", "Findings", .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),

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
      name: "ModuleRuntimeTests",
      dependencies: [
        "ModuleRuntime", "ModulePackages", "ModuleDescriptors", "ClassFiles", "Findings", "TestSupport",
        "PackageFixtures",
      ],
      exclude: ["BuiltIns/Java"]
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "ModulePackages", "ModuleDescriptors", "Findings", "TestSupport", "PackageFixtures",
      ],
      exclude: ["Snapshots"]
    ),
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
