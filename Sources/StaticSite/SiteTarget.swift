import FolderReplacement
import Foundation

/// The folder that a site goes to.
struct SiteTarget {
  /// As the person wrote it.
  let shown: String
  let folder: ReplacedFolder

  init(_ directory: String) throws(SiteError) {
    guard !directory.isEmpty else { throw SiteError("the output folder's name is empty; name a folder") }
    shown = directory
    folder = ReplacedFolder(directory)
    guard folder.path != "/" else {
      throw SiteError("\(directory): the root folder cannot hold a site; name a folder in it")
    }
  }

  /// Throws unless there is nothing yet, an empty folder, or a site of ours with nothing added or changed.
  func checkMayBeReplaced() throws(SiteError) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path) else { return }
    switch attributes[.type] as? FileAttributeType {
    case .typeSymbolicLink?: throw SiteError("\(shown): this is a symbolic link; name the folder itself")
    case .typeDirectory?: break
    default: throw SiteError("\(shown): a file of this name is in the way; choose another folder")
    }
    guard !folder.isWriteProtected else {
      throw SiteError("\(shown): the folder is write-protected; allow writing or choose another folder")
    }
    let strangers: [String]
    do {
      strangers = try SiteFolder(path: folder.path).steadyStrangers()
    } catch {
      throw SiteError("\(shown): the folder cannot be read; \(SystemReason.text(error))")
    }
    guard strangers.isEmpty else {
      throw SiteError(
        "\(shown): holds files that mrreport did not write or that were changed since: \(Self.list(strangers)); "
          + "move them away or choose another folder"
      )
    }
  }

  /// Throws where the folder that it is to lie in is not there and cannot be made, or cannot be written into.
  func checkParent() throws(SiteError) {
    var place = URL(fileURLWithPath: folder.parent)
    var isFolder: ObjCBool = false
    while !FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder), place.path != "/" {
      place.deleteLastPathComponent()
    }
    guard isFolder.boolValue else {
      throw SiteError("\(shown): the folder \(folder.parent) cannot be made; \(place.path) is a file")
    }
    guard access(place.path, W_OK) == 0 else {
      let reason = POSIXError(POSIXErrorCode(rawValue: errno) ?? .EACCES)
      throw SiteError("\(shown): the site cannot be written; \(SystemReason.text(reason))")
    }
  }

  /// Makes the folder that it is to lie in and deletes what killed runs left there.
  func prepareParent() throws(SiteError) {
    do {
      try FileManager.default.createDirectory(atPath: folder.parent, withIntermediateDirectories: true)
    } catch {
      throw SiteError("\(shown): the folder \(folder.parent) cannot be made; \(SystemReason.text(error))")
    }
    folder.clearLeftovers { path, kind in
      // The last file of an unfinished site may be cut off; a finished one must be as it was written.
      let leftover = SiteFolder(path: path)
      if kind == .partial, leftover.isBarelyBegun { return true }
      guard leftover.marker != nil else { return false }
      return (try? leftover.strangers(allowingChanges: kind == .partial).isEmpty) ?? false
    }
  }

  /// Up to five names, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { name in
      name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        ? name.debugDescription : name
    }
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return shown.joined(separator: ", ") + more
  }
}
