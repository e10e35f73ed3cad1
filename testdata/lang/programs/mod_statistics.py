import statistics as st
from statistics import NormalDist
from fractions import Fraction as F
D = [[1, 2, 3, 4], [2.5, 3.25, 5.5, 11.25, 11.5], [F(1, 3), F(1, 6)], [1, 2.5, F(1, 4)], [True, 2, 3], [1e300, 1e300, -1e300], [0.1] * 10, [-5, 0, 5, 12], range(10), [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], [10 ** 20, 1, 2], [1e-8, 1, 1e8]]
for d in D:
    row = []
    for f in (st.mean, st.fmean, st.median, st.median_low, st.median_high, st.median_grouped, st.mode, st.multimode, st.variance, st.pvariance, st.stdev, st.pstdev, st.harmonic_mean, st.geometric_mean, st.quantiles):
        try: row.append(repr(f(d)))
        except Exception as e: row.append(type(e).__name__ + ": " + str(e))
    print(d, row)
print(st.quantiles([1, 2, 3, 4, 5, 6, 7], n=10), st.quantiles(range(11), method="inclusive"), st.fmean([1, 2, 3], [1, 0, 3]), st.harmonic_mean([40, 60], weights=[5, 30]), st.mode("abracadabra"), st.variance([1, 2, 3], 2), st.pvariance([1, 2, 3], 2), st.stdev([1, 2, 3], 2), st.median_grouped([1, 3, 3, 5, 7], 2), st.mean(iter([1, 2])))
print(st.covariance([1, 2, 3], [4, 6, 9]), st.correlation([1, 2, 3, 4], [2, 4, 6, 9]), st.correlation([1, 2, 3, 4], [2, 4, 4, 100], method="ranked"), st.linear_regression([1, 2, 3], [2, 4, 6.5]), st.linear_regression([1, 2, 3], [2, 4, 6.5], proportional=True))
n = NormalDist(100, 15); print(n, n.pdf(100), n.cdf(115), n.inv_cdf(0.975), n.inv_cdf(0.5), n.inv_cdf(0.001), n.inv_cdf(1e-12), n.quantiles(4), n.zscore(130), n.overlap(NormalDist(110, 15)), n.overlap(NormalDist(90, 20)), n + 5, n * 2, n + NormalDist(1, 2), -n, n - 1, 10 - n, n / 2, n == NormalDist(100, 15), n.mean, n.median, n.mode, n.stdev, n.variance, NormalDist.from_samples([1, 2, 3, 4]), hash(n) == hash(NormalDist(100, 15)))
for f in (lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.stdev([1]), lambda: st.pstdev([]), lambda: st.variance([1]), lambda: st.harmonic_mean([]), lambda: st.harmonic_mean([1, -1]), lambda: st.geometric_mean([1, -1]), lambda: st.geometric_mean([]), lambda: st.geometric_mean([0, 1]), lambda: st.harmonic_mean([0, 1]), lambda: st.mean(["a"]), lambda: st.quantiles([1]), lambda: st.quantiles([1, 2], n=0), lambda: st.quantiles([1, 2], method="x"), lambda: st.fmean([]), lambda: st.fmean([1], [0]), lambda: st.fmean([1], [1, 2]), lambda: st.covariance([1], [1]), lambda: st.covariance([1, 2], [1]), lambda: st.correlation([1, 1], [1, 2]), lambda: st.linear_regression([1, 1], [1, 2]), lambda: NormalDist(0, -1), lambda: NormalDist().inv_cdf(0), lambda: NormalDist(0, 0).cdf(1), lambda: st.mean([float("nan"), 1]), lambda: st.mean([float("inf"), 1]), lambda: st.multimode([])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
