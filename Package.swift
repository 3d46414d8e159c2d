// swift-tools-version: 6.1
// The targets and which may import which. Arrows go one way: the analysis side writes releases, the reporting
// side reads them, and nothing on the reporting side imports the analysis. `scripts/check-imports` holds every
// `import` in Sources/ and Tests/ against this manifest.

import PackageDescription

let package = Package(
  name: "mrreport",
  products: [
    .executable(name: "mrreport", targets: ["mrreport"]),
    .library(name: "mrreport-fuzzing", type: .static, targets: ["Fuzzing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: Vocabulary

    /// The words of the field as types; imports nothing, so that every side can speak them.
    .target(name: "StudyModel"),

    // MARK: Libraries that know no genetics

    .target(name: "CBoostMath", publicHeadersPath: "include"),
    .target(name: "CPhilox", publicHeadersPath: "include"),
    .target(name: "Statistics", dependencies: ["CBoostMath", "CPhilox"]),
    .target(name: "Charts"),
    .target(name: "StrictYAML", dependencies: [.product(name: "Yams", package: "Yams")]),
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .target(name: "MarkdownRendering", dependencies: ["CCMarkGFM"]),
    .target(name: "FileReading"),
    .target(name: "CFolderExchange", publicHeadersPath: "include"),
    .target(name: "FolderReplacement", dependencies: ["CFolderExchange"]),
    .target(name: "StaticSite", dependencies: ["FolderReplacement"]),

    // MARK: The bridge

    .target(name: "ParallelWork", dependencies: ["StudyModel"]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(
      name: "ReleaseFormat",
      dependencies: ["StudyModel", "FileReading", "FolderReplacement", "ParallelWork", "CLibCrypto"]
    ),

    /// What changed from one release to the next: a value of codes and numbers.
    .target(
      name: "ReleaseDiff",
      dependencies: ["StudyModel", "ReleaseFormat", "ParallelWork", "FileReading", "StrictYAML"]
    ),

    // MARK: The analysis side

    .target(name: "StudyFile", dependencies: ["StudyModel", "FileReading", "StrictYAML"]),
    .systemLibrary(name: "CHTSlib", pkgConfig: "htslib", providers: [.apt(["libhts-dev"])]),
    .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .target(name: "CHTSlibShim", dependencies: ["CHTSlib", "CISAL"]),
    .target(
      name: "GWASFormats",
      dependencies: ["StudyModel", "Statistics", "CHTSlibShim", .product(name: "Yams", package: "Yams")]
    ),
    /// Which variants go together, by the genotypes of a reference panel.
    .target(name: "LinkageDisequilibrium", dependencies: ["StudyModel", "FileReading"]),
    .target(name: "MendelianRandomization", dependencies: ["StudyModel", "Statistics"]),
    /// Draws summary statistics from a known truth, to see whether the methods find it.
    .target(
      name: "Simulation",
      dependencies: [
        "StudyModel", "Statistics", "MendelianRandomization", "GWASFormats", "LinkageDisequilibrium",
        "ReleaseFormat", "FileReading", "FolderReplacement", "StrictYAML", "ParallelWork",
      ]
    ),
    .target(
      name: "StudyPipeline",
      dependencies: [
        "StudyModel", "StudyFile", "GWASFormats", "LinkageDisequilibrium", "MendelianRandomization",
        "ReleaseFormat", "ParallelWork",
      ]
    ),

    // MARK: The reporting side

    /// Writes templates/ into a Swift source when Reporting is built, so that the binary runs alone.
    .executableTarget(name: "embed-templates"),
    .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),
    .target(
      name: "Reporting",
      dependencies: [
        "StudyModel", "ReleaseFormat", "ReleaseDiff", "ParallelWork", "Charts", "MarkdownRendering",
        "StaticSite",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      plugins: ["EmbedTemplates"]
    ),

    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    /// What an author attaches to a manuscript: files of the report's making, and those that other programs make of them.
    .target(
      name: "Attachments",
      dependencies: ["Reporting", "StudyModel", "ReleaseFormat", "StaticSite", "CXLSXWriter"]
    ),

    // MARK: The command line

    .target(
      name: "ReportCommandLine",
      dependencies: [
        "StudyModel", "StudyFile", "StudyPipeline", "GWASFormats", "LinkageDisequilibrium",
        "MendelianRandomization", "ReleaseFormat", "ReleaseDiff", "Reporting", "Attachments", "Simulation",
        "StaticSite", "ParallelWork", "FolderReplacement",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(name: "mrreport", dependencies: ["ReportCommandLine"]),

    /// What `make bench` runs; no part of what is installed.
    .executableTarget(
      name: "mrreport-bench",
      dependencies: [
        "StudyModel", "Statistics", "GWASFormats", "LinkageDisequilibrium", "MendelianRandomization",
        "ReleaseFormat", "ReleaseDiff", "Reporting", "Simulation", "StaticSite",
      ]
    ),

    /// What `make validate` runs; no part of what is installed.
    .executableTarget(
      name: "mrreport-validate",
      dependencies: [
        "StudyModel", "Statistics", "StudyFile", "StudyPipeline", "MendelianRandomization", "Simulation",
      ]
    ),

    /// What `scripts/fuzz` calls with files of its own making; no part of what is installed.
    .target(
      name: "Fuzzing",
      dependencies: [
        "StudyModel", "GWASFormats", "LinkageDisequilibrium", "ReleaseFormat", "ReleaseDiff", "Simulation",
        "StudyFile",
      ]
    ),

    /// Holds every number of the R packages against ours; `make parity` and a test run it.
    .target(name: "Parity", dependencies: ["StudyModel", "Statistics", "MendelianRandomization"]),
    .executableTarget(name: "mrreport-parity", dependencies: ["Parity"]),

    // MARK: Tests

    .testTarget(name: "StudyModelTests", dependencies: ["StudyModel"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts"], exclude: ["Snapshots"]),
    .testTarget(name: "StrictYAMLTests", dependencies: ["StrictYAML"]),
    .testTarget(name: "StudyFileTests", dependencies: ["StudyFile", "StudyModel"]),
    .testTarget(name: "GWASFormatsTests", dependencies: ["GWASFormats", "StudyModel"]),
    .testTarget(name: "LinkageDisequilibriumTests", dependencies: ["LinkageDisequilibrium", "StudyModel"]),
    .testTarget(
      name: "MendelianRandomizationTests",
      dependencies: ["MendelianRandomization", "StudyModel", "Statistics"],
      exclude: ["Reference"]
    ),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Simulation", "StudyModel", "Statistics", "GWASFormats", "LinkageDisequilibrium"]
    ),
    .testTarget(name: "ParityTests", dependencies: ["Parity"]),
    .testTarget(name: "FileReadingTests", dependencies: ["FileReading"]),
    .testTarget(name: "FolderReplacementTests", dependencies: ["FolderReplacement"]),
    .testTarget(
      name: "ReleaseFormatTests",
      dependencies: ["ReleaseFormat", "ReleaseDiff", "StudyModel"],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "ReleaseDiffTests",
      dependencies: ["ReleaseDiff", "ReleaseFormat", "StudyModel", "StudyPipeline", "StudyFile"]
    ),
    .testTarget(name: "MarkdownRenderingTests", dependencies: ["MarkdownRendering"]),
    .testTarget(name: "StaticSiteTests", dependencies: ["StaticSite", "FolderReplacement"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "StudyModel", "ReleaseFormat", "ReleaseDiff", "Charts", "StaticSite"],
      exclude: ["Snapshots"]
    ),
    .testTarget(
      name: "AttachmentsTests",
      dependencies: ["Attachments", "Reporting", "ReleaseFormat", "StudyModel"]
    ),
    .testTarget(
      name: "StudyPipelineTests",
      dependencies: ["StudyPipeline", "StudyModel", "StudyFile", "GWASFormats", "ReleaseFormat"]
    ),
    .testTarget(
      name: "ReportCommandLineTests",
      dependencies: ["ReportCommandLine", "Attachments", "StudyModel", "StaticSite"]
    ),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// Optimising the tests takes minutes more than they then save; what they test is optimised all the same.
for target in package.targets where target.type == .test {
  target.swiftSettings = [.unsafeFlags(["-Onone"])]
}
