#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Directions on the drawing.
enum CircleFunctions {
  /// Cosine and sine.
  static func direction(degrees: Double) -> (Double, Double) {
    (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
  }
}
