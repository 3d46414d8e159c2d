import Foundation

/// Why the system refused, in its own words.
package enum SystemReason {
  /// "no space left on device" rather than Foundation's "The operation could not be completed", where the error, or
  /// one that lies in it, carries the system's code.
  package static func text(_ error: any Error) -> String {
    var next: (any Error)? = error
    while let error = next {
      if let system = error as? POSIXError { return text(system.code.rawValue) }
      let object = error as NSError
      if object.domain == NSPOSIXErrorDomain { return text(Int32(object.code)) }
      next = object.userInfo[NSUnderlyingErrorKey] as? any Error
    }
    return error.localizedDescription
  }

  private static func text(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }
}
