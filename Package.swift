// swift-tools-version: 6.1
// The targets and which may import which. Arrows go one way: the analysis side writes releases, the reporting
// side reads them, and nothing on the reporting side imports the analysis. `scripts/check-imports` holds every
// `import` in Sources/ and Tests/ against this manifest.

import PackageDescription

let package = Package(
  name: "mrreport",
  targets: [
    // MARK: Vocabulary

    /// The words of the field as types; imports nothing, so that every side can speak them.
    .target(name: "StudyModel"),

    // MARK: Libraries that know no genetics

    .target(name: "CBoostMath", publicHeadersPath: "include"),
    .target(name: "Statistics", dependencies: ["CBoostMath"]),
    .target(name: "MendelianRandomization", dependencies: ["StudyModel", "Statistics"]),

    // MARK: Tests

    .testTarget(name: "StudyModelTests", dependencies: ["StudyModel"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"]),
    .testTarget(
      name: "MendelianRandomizationTests",
      dependencies: ["MendelianRandomization", "StudyModel", "Statistics"],
      exclude: ["Reference"]
    ),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
