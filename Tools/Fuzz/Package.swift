// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets for everything that reads untrusted bytes. `run` builds them with libFuzzer; CI only compiles them.
let package = Package(
  name: "sfm-fuzz",
  dependencies: [.package(name: "sfm", path: "../..")],
  targets: [
    .target(name: "FuzzDriver"),
    .executableTarget(name: "FuzzArchives", dependencies: ["FuzzDriver", .product(name: "Formats", package: "sfm")]),
    .executableTarget(name: "FuzzClassFiles", dependencies: ["FuzzDriver", .product(name: "Formats", package: "sfm")]),
    .executableTarget(
      name: "FuzzDescriptors",
      dependencies: ["FuzzDriver", .product(name: "Formats", package: "sfm")]
    ),
    .executableTarget(name: "FuzzManifests", dependencies: ["FuzzDriver", .product(name: "Formats", package: "sfm")]),
  ]
)

for target in package.targets {
  target.swiftSettings = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
}
