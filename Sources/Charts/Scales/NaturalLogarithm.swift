#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The natural logarithm and its inverse, from the C library.
package enum NaturalLogarithm {
  package static func of(_ value: Double) -> Double { log(value) }

  package static func inverse(_ value: Double) -> Double { exp(value) }
}
