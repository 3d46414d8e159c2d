#include "CBoostMath.h"

// Fused multiply-add rounds once where two operations round twice: without it x86 and ARM give the same
// digits.
#if defined(__clang__)
#pragma clang fp contract(off)
#endif

#if __has_include(<boost/math/distributions.hpp>)
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#else
#error "Boost.Math is missing: install the Debian package libboost-dev"
#endif

#include <limits>

namespace {

namespace policies = boost::math::policies;

/// Errors become NaN or infinity instead of exceptions; doubles stay doubles, so that x86 and ARM agree.
using QuietPolicy = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::underflow_error<policies::ignore_error>,
    policies::denorm_error<policies::ignore_error>, policies::rounding_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>,
    policies::indeterminate_result_error<policies::ignore_error>, policies::promote_double<false>>;

using Normal = boost::math::normal_distribution<double, QuietPolicy>;
using StudentT = boost::math::students_t_distribution<double, QuietPolicy>;
using ChiSquared = boost::math::chi_squared_distribution<double, QuietPolicy>;

/// The policy covers Boost's own errors; whatever else may be thrown must not cross into Swift.
template <typename Compute> double nan_on_throw(Compute compute) noexcept {
  try {
    return compute();
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

} // namespace

extern "C" {

double boost_normal_quantile(double p) {
  return nan_on_throw([=] { return quantile(Normal(), p); });
}

double boost_student_t_upper_tail(double t, double df) {
  return nan_on_throw([=] { return cdf(complement(StudentT(df), t)); });
}

double boost_student_t_upper_quantile(double p, double df) {
  return nan_on_throw([=] { return quantile(complement(StudentT(df), p)); });
}

double boost_chi_squared_upper_tail(double x, double df) {
  return nan_on_throw([=] { return cdf(complement(ChiSquared(df), x)); });
}

double boost_log_gamma(double x) {
  return nan_on_throw([=] { return boost::math::lgamma(x, QuietPolicy()); });
}

} // extern "C"
