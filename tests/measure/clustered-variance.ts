/**
 * Linearised variance of a figure from what each cluster of records (an office, a person) adds to its error, in strata: Σ over
 * strata of k/(k − 1) × Σ (z − z̄)², k clusters a stratum. For a share, z = Σ (y − share)/n over the records of the cluster; for
 * the difference of two domains, z of one less z of the other. Source: D. A. Binder, “On the variances of asymptotically normal
 * estimators from complex surveys”, International Statistical Review 51 (1983), 279–292. A stratum of one cluster adds nothing.
 */
export function clusteredVariance(strata: readonly (readonly number[])[]): number {
  return strata.reduce((sum, errors) => {
    const clusters = errors.length;
    if (clusters < 2) return sum;
    const mean = errors.reduce((total, error) => total + error, 0) / clusters;
    const squares = errors.reduce((total, error) => total + (error - mean) ** 2, 0);
    return sum + (clusters / (clusters - 1)) * squares;
  }, 0);
}

/** What a group of records adds to the error of a ratio: (its numerator − ratio × its denominator) / the whole denominator. */
export const errorOfRatio = (
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  ratio: number,
  whole: number,
): number => (numerator - ratio * denominator) / whole;
