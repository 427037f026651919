// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "sfm",
  targets: [
    // Layer 0: nothing below.
    .target(name: "Findings"),

    // Tests: one library suite a target, one suite for the binary.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "FindingsTests", dependencies: ["Findings"]),
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
