// Distribution functions of Boost.Math behind a C interface.
//
// Every function returns NaN where its arguments lie outside the distribution's domain; none throws. A tail
// that underflows returns 0: the logarithm of such a tail is not Boost's to give and is computed in Swift.

#ifndef CBOOSTMATH_H
#define CBOOSTMATH_H

#ifdef __cplusplus
extern "C" {
#endif

/// The x whose standard normal distribution function is `p`.
double boost_normal_quantile(double p);

/// P(T > t) of Student's t with `df` degrees of freedom.
double boost_student_t_upper_tail(double t, double df);

/// The t with P(T > t) = `p`, of Student's t with `df` degrees of freedom.
double boost_student_t_upper_quantile(double p, double df);

/// P(X > x) of χ² with `df` degrees of freedom.
double boost_chi_squared_upper_tail(double x, double df);

/// ln |Γ(x)|.
double boost_log_gamma(double x);

#ifdef __cplusplus
}
#endif

#endif
