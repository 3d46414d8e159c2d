/// Whether two numbers agree to that share of the reference.
func isClose(_ value: Double, _ reference: Double, relative: Double = 1e-12) -> Bool {
  abs(value - reference) <= relative * abs(reference)
}
