import Foundation
import Testing

/// Disks that are full or read-only: the person gets a sentence, and what was there before stays as it was.
@Suite struct UnwritableOutputTests {
  private let folder: SampleStudyFolder
  private var site: String { folder.output }
  private var release: String { "\(folder.path)/release" }
  /// What writes into `site` and into `release`.
  private var commands: [[String]] {
    [
      ["render", "--quiet", "--release", release, "--output", site],
      ["build", "--quiet", folder.study, "--output", site],
      ["analyse", "--quiet", folder.study, "--release", release],
    ]
  }

  init() throws {
    folder = try SampleStudyFolder()
    #expect(try CommandRun.mrreport(["analyse", folder.study, "--release", release]).code == 0)
    #expect(try CommandRun.mrreport(["render", "--release", release, "--output", site]).code == 0)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func expectRefused(_ run: CommandRun, _ reason: String) {
    #expect(run.code == 65, "\(run.errors)")
    #expect(run.errors.hasPrefix("error: ") && run.errors.hasSuffix("1 problem\n"), "\(run.errors)")
    #expect(run.errors.contains("cannot be written") && run.errors.contains(reason), "\(run.errors)")
    #expect(!run.errors.contains("NSCocoaErrorDomain"))
  }

  /// The limit that a person can set needs no privilege, and ends a process that is not ready for it by a signal.
  /// Not so where a sanitizer writes files of its own.
  private static let canLimitFiles =
    (try? CommandRun.shell("ulimit -f 4; exec \"$0\" --version", []))?.code == 0

  @Test(.enabled(if: canLimitFiles, "needs a program that starts under the limit"))
  func aFileLargerThanTheLimit() throws {
    let (before, beside) = (folder.files(below: "."), try names())
    for command in commands {
      let run = try CommandRun.shell("ulimit -f 4; exec \"$0\" \"$@\"", command)
      expectRefused(run, "file too large")
      #expect(folder.files(below: ".") == before)
      #expect(try names() == beside)
    }
  }

  @Test(.enabled(if: geteuid() != 0, "permissions do not bind the superuser"))
  func aParentWithoutPermission() throws {
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
    defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
    let before = folder.files(below: ".")
    for command in commands {
      expectRefused(try CommandRun.mrreport(command), "permission denied")
      #expect(folder.files(below: ".") == before)
    }
  }

  /// In a mount namespace of its own a small disk needs no cleaning up and, where the system allows it, no privilege.
  private static let namespace =
    ["unshare"] + (geteuid() == 0 ? ["--mount"] : ["--map-root-user", "--mount"])
  private static let canMount: Bool = {
    let mount = "mount -t tmpfs -o size=64k none /tmp && echo mounted"
    return (try? CommandRun.shell(mount, [], by: namespace))?.output == "mounted\n"
  }()

  /// Runs the command over a copy of site and release on a disk of that many bytes. Prints nothing but its errors, and
  /// fails with another code than 65 where the disk then holds anything else than before.
  private func runOnDisk(_ bytes: Int, _ command: [String], first: String = ":") throws -> CommandRun {
    let script = """
      disk=$1; copy=$2; shift 2
      cp -a "$disk" "$copy" && mount -t tmpfs -o size=\(bytes) none "$disk" && cp -a "$copy/." "$disk" || exit 99
      \(first) || exit 98
      "$0" "$@"; code=$?
      diff -r "$copy" "$disk" >&2 || exit 97
      exit $code
      """
    let copy = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: copy) }
    return try CommandRun.shell(
      script,
      [folder.path, copy.path(percentEncoded: false)] + command,
      by: Self.namespace
    )
  }

  /// Room for what is there and half as much again, in whole pages, so that writing stops on the way.
  private var halfFull: Int {
    let sizes = folder.files(below: ".").filter { !$0.key.hasPrefix("site/") }.map(\.value.utf8.count)
    let site = folder.files(below: "site").map(\.value.utf8.count)
    func pages(_ sizes: [Int]) -> Int { sizes.reduce(0) { $0 + ($1 + 4095) / 4096 * 4096 } }
    return pages(sizes) + pages(site) * 3 / 2
  }

  @Test(.enabled(if: canMount, "needs the right to mount a small disk"))
  func aFullDisk() throws {
    for command in commands.prefix(2) {
      expectRefused(try runOnDisk(halfFull, command), "no space left on device")
    }
    let fill = "head -c 100000000 /dev/zero > \"$disk/fill\" 2> /dev/null; cp \"$disk/fill\" \"$copy/fill\""
    let run = try runOnDisk(halfFull, commands[2], first: fill)
    expectRefused(run, "no space left on device")
  }

  @Test(.enabled(if: canMount, "needs the right to mount a small disk"))
  func aReadOnlyDisk() throws {
    for command in commands {
      let run = try runOnDisk(100_000_000, command, first: "mount -o remount,ro \"$disk\"")
      expectRefused(run, "read-only file system")
    }
  }

  @Test func resultsThatNobodyCanTake() throws {
    let run = try CommandRun.shell("exec \"$0\" \"$@\" > /dev/full", ["reference"])
    #expect(run.code == 65)
    #expect(run.errors == "error: the results cannot be written to the standard output stream\n")
    #expect(try CommandRun.shell("exec \"$0\" \"$@\" 2> /dev/full", commands[0]).code == 0)
  }
}
