import Foundation

/// How near a number has to be, and where it is not meant to be near.
package enum ParityRules {
  /// What a difference is measured in.
  package enum Measure: Hashable, Sendable {
    /// |ours − peer| / |peer|, and how large it may be.
    case relative(Double)
    /// |ours − peer| in the standard deviations that both simulations allow, and how many may lie between.
    case monteCarlo(Double)
    /// |ours − peer|, and how large it may be.
    case absolute(Double)

    package var allowance: Double {
      switch self {
      case .relative(let value), .monteCarlo(let value), .absolute(let value): value
      }
    }
  }

  /// Methods whose minimum or root the peers find to about 1e-7.
  private static let iterative: Set<String> = [
    "maximum_likelihood", "mr_raps_simple_l2", "mr_raps_simple_huber", "mr_raps_simple_tukey", "simple_mode",
    "weighted_mode", "cml_bic", "cml_ma",
  ]

  package static func measure(_ number: PeerNumber) -> Measure {
    switch (number.method, number.quantity) {
    case (_, "seeded_standard_error"): .monteCarlo(4)
    case ("mr_presso_global", "simulated_p"): .monteCarlo(4)
    // The peer's grid has this step.
    case ("contamination_mixture", _): .absolute(0.01)
    // The peer stops at steps of 1e-7, and of some sets before it has settled.
    case ("robust_ivw", _), ("robust_penalised_ivw", _): .relative(5e-6)
    // The peer's outer iteration stops at 1e-4 of τ².
    case ("mr_raps", _), ("mr_raps_l2", _), ("mr_raps_tukey", _): .relative(2e-5)
    case let (method, _) where iterative.contains(method): .relative(1e-6)
    default: .relative(1e-10)
    }
  }

  /// A place where this project differs from a peer on purpose.
  package struct Departure: Hashable, Sendable {
    package var method: String
    /// The beginning of the peer's name; empty for all.
    package var peer: String
    /// Nil for every quantity.
    package var quantity: String?
    /// Nil for every data set.
    package var datasets: Set<String>?
    package var reason: String

    func covers(_ number: PeerNumber) -> Bool {
      number.method == method && number.peer.hasPrefix(peer) && quantity.map { $0 == number.quantity } ?? true
        && datasets.map { $0.contains(number.dataset) } ?? true
    }
  }

  /// The first departure that covers the number; nil where we mean to agree.
  package static func departure(_ number: PeerNumber) -> Departure? {
    if number.note == "warned" { return warned }
    return departures.first { $0.covers(number) }
  }

  private static let warned = Departure(
    method: "",
    peer: "mr.raps",
    quantity: nil,
    datasets: nil,
    reason:
      "The peer warns that it did not find a root, or found several; ours is the root that its own equations have."
  )

  private static func departure(
    _ method: String,
    _ peer: String,
    _ quantity: String? = nil,
    in datasets: Set<String>? = nil,
    because reason: String
  ) -> Departure {
    Departure(method: method, peer: peer, quantity: quantity, datasets: datasets, reason: reason)
  }

  package static let departures: [Departure] =
    likelihoods + medians + threeVariants + radials + modes + [
      departure(
        "cooks_distance",
        "TwoSampleMR",
        in: Set(eggerOfRucker),
        because:
          "Of these sets the peer's distances are of the MR-Egger line that its Rücker framework chose; ours are always of IVW."
      )
    ]

  private static let likelihoods: [Departure] = {
    let early =
      "Both packages hand the likelihood to a simplex search that stops early; ours is the minimum of the profile, as R's "
      + "optimize finds it too (the row of that peer)."
    return [
      departure("maximum_likelihood", "MendelianRandomization", because: early),
      departure("maximum_likelihood", "TwoSampleMR", because: early),
      departure(
        "cml_bic",
        "MendelianRandomization",
        in: ["body_fat_chd", "glgc_ldl_chd"],
        because:
          "The peer descends from one starting slope and ends in a local minimum; the criterion at ours is smaller."
      ),
      departure(
        "cml_ma",
        "MendelianRandomization",
        because:
          "The average is over every number of invalid variants, and for some of them the peer's one descent ends in a local "
          + "minimum; no criterion of ours is above the peer's."
      ),
    ]
  }()

  private static let medians = ["weighted_median", "penalised_weighted_median"].map { method in
    departure(
      method,
      "MendelianRandomization",
      because:
        "Its weights x²/σy² take the exposure effects for exact; ours are of second order, as TwoSampleMR's."
    )
  }

  private static let threeVariants = ["penalised_ivw", "robust_ivw", "robust_penalised_ivw"].map { method in
    departure(
      method,
      "MendelianRandomization",
      in: ["raps_cad_bmi_5e8"],
      because:
        "Of three variants or fewer the peer takes its fixed-effect model, which divides by the residual error whatever it is."
    )
  }

  private static let radials = ["", "_first_order", "_second_order"].flatMap { weights in
    ["ivw_radial", "mr_egger_radial"].map { method in
      departure(
        method + weights,
        "RadialMR",
        "standard_error",
        in: ["mrpkg_calcium_fastgluc"],
        because:
          "The variants scatter less than their errors: the peer's standard error becomes smaller than the fixed-effect one, and "
          + "ours does not."
      )
    }
  }

  private static let modes = ["simple_mode", "weighted_mode"].map { method in
    departure(
      method,
      "TwoSampleMR",
      "seeded_standard_error",
      in: ["mrpkg_ldlc_chd", "telomere_bladdercancer", "raps_bmi_sbp"],
      because:
        "One ratio lies far out, so that the 512 points of the peer's grid stand up to half a unit apart, and its modes jump "
        + "between them; ours are continuous maxima."
    )
  }

  private static let eggerOfRucker = [
    "bmi_eduyears", "do_ldlc_chd_5e8", "glgc_ldl_chd", "mrpresso_e1_y", "raps_bmi_sbp", "raps_bmi_sbp_5e8",
    "raps_crp_cad_5e8", "tc_chd",
  ]
}
