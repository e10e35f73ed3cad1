package pymod

import (
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/dsl/runtime/libm"
)

// The distributions of module random, by the algorithms that CPython uses.

var normalMagic = 4 * libm.Exp(-0.5) / math.Sqrt(2)

func (r *rng) normal(mu, sigma float64) float64 {
	for {
		u1 := r.random()
		u2 := 1 - r.random()
		z := normalMagic * (u1 - 0.5) / u2
		if z*z/4 <= -libm.Log(u2) {
			return mu + float64(z*sigma)
		}
	}
}

func (r *rng) gauss(mu, sigma float64) float64 {
	z := r.gaussNext
	if r.hasGauss {
		r.hasGauss = false
	} else {
		x2pi := r.random() * (2 * math.Pi)
		g := math.Sqrt(-2 * libm.Log(1-r.random()))
		z = libm.Cos(x2pi) * g
		r.gaussNext, r.hasGauss = libm.Sin(x2pi)*g, true
	}
	return mu + float64(z*sigma)
}

// gamma draws from the gamma distribution: Cheng (1977) for alpha > 1, Ahrens and Dieter for alpha < 1.
func (r *rng) gamma(alpha, beta float64) float64 {
	switch {
	case alpha > 1:
		ainv := math.Sqrt(2*alpha - 1)
		bbb := alpha - math.Log(4)
		ccc := alpha + ainv
		magic := 1 + libm.Log(4.5)
		for {
			u1 := r.random()
			if !(1e-7 < u1 && u1 < 0.9999999) {
				continue
			}
			u2 := 1 - r.random()
			v := libm.Log(u1/(1-u1)) / ainv
			x := alpha * libm.Exp(v)
			z := u1 * u1 * u2
			rr := bbb + float64(ccc*v) - x
			if rr+magic-float64(4.5*z) >= 0 || rr >= libm.Log(z) {
				return x * beta
			}
		}
	case alpha == 1:
		return -libm.Log(1-r.random()) * beta
	}
	for {
		u := r.random()
		b := (math.E + alpha) / math.E
		p := b * u
		var x float64
		if p <= 1 {
			x = pow(p, 1/alpha)
		} else {
			x = -libm.Log((b - p) / alpha)
		}
		u1 := r.random()
		if p > 1 {
			if u1 <= pow(x, alpha-1) {
				return x * beta
			}
		} else if u1 <= libm.Exp(-x) {
			return x * beta
		}
	}
}

func pow(x, y float64) float64 {
	r, _ := mathPow(x, y)
	return r
}

func (r *rng) vonMises(mu, kappa float64) float64 {
	if kappa <= 1e-6 {
		return 2 * math.Pi * r.random()
	}
	s := 0.5 / kappa
	rr := s + math.Sqrt(1+float64(s*s))
	var z float64
	for {
		u1 := r.random()
		z = libm.Cos(math.Pi * u1)
		d := z / (rr + z)
		u2 := r.random()
		if u2 < 1-float64(d*d) || u2 <= (1-d)*libm.Exp(d) {
			break
		}
	}
	q := 1 / rr
	f := (q + z) / (1 + float64(q*z))
	u3 := r.random()
	mod := func(x float64) float64 {
		x = math.Mod(x, 2*math.Pi)
		if x < 0 {
			x += 2 * math.Pi
		}
		return x
	}
	if u3 > 0.5 {
		return mod(mu + libm.Acos(f))
	}
	return mod(mu - libm.Acos(f))
}

func (r *rng) binomial(n int, p float64) int {
	if n == 1 {
		if r.random() < p {
			return 1
		}
		return 0
	}
	if p > 0.5 {
		return n - r.binomial(n, 1-p)
	}
	if float64(n)*p < 10 {
		// Geometric gaps (Devroye).
		x, y := 0, 0
		c := libm.Log2(1 - p)
		if c == 0 {
			return x
		}
		for {
			y += int(math.Floor(libm.Log2(r.random())/c)) + 1
			if y > n {
				return x
			}
			x++
		}
	}
	// Transformed rejection with squeeze (Hörmann 1993).
	lg := func(x float64) float64 { v, _ := libm.Lgamma(x); return v }
	spq := math.Sqrt(float64(n) * p * (1 - p))
	b := 1.15 + float64(2.53*spq)
	a := -0.0873 + float64(0.0248*b) + float64(0.01*p)
	c := float64(float64(n)*p) + 0.5
	vr := 0.92 - 4.2/b
	setup := false
	var alpha, lpq, h float64
	var m int
	for {
		u := r.random() - 0.5
		us := 0.5 - math.Abs(u)
		k := int(math.Floor(float64((2*a/us+b)*u) + c))
		if k < 0 || k > n {
			continue
		}
		v := r.random()
		if us >= 0.07 && v <= vr {
			return k
		}
		if !setup {
			alpha = (2.83 + 5.1/b) * spq
			lpq = libm.Log(p / (1 - p))
			m = int(math.Floor(float64(n+1) * p))
			h = lg(float64(m+1)) + lg(float64(n-m+1))
			setup = true
		}
		v *= alpha / (a/(us*us) + b)
		if libm.Log(v) <= h-lg(float64(k+1))-lg(float64(n-k+1))+float64(float64(k-m)*lpq) {
			return k
		}
	}
}

func randomDistributions() {
	// dist adds a distribution with float parameters; defaults fill absent ones, NaN marks required ones.
	dist := func(name, params string, defaults []float64, doc string, f func(r *rng, v []float64) (float64, error)) {
		randomMethod(name, params, doc, func(t *thread, r *rng, a []object) (object, error) {
			v := make([]float64, len(a))
			for i, o := range a {
				if o == nil {
					v[i] = defaults[i]
					continue
				}
				var err error
				if v[i], err = runtime.AsFloat(t, o); err != nil {
					return nil, err
				}
			}
			x, err := f(r, v)
			return flt(x), err
		})
	}
	ok := func(f func(r *rng, v []float64) float64) func(r *rng, v []float64) (float64, error) {
		return func(r *rng, v []float64) (float64, error) { return f(r, v), nil }
	}
	dist("uniform", "a, b", nil, "A float between a and b, all equally likely.", ok(func(r *rng, v []float64) float64 { return v[0] + float64((v[1]-v[0])*r.random()) }))
	dist("normalvariate", "mu=, sigma=", []float64{0, 1}, "A normally distributed float: around mu, with spread sigma.", ok(func(r *rng, v []float64) float64 { return r.normal(v[0], v[1]) }))
	dist("gauss", "mu=, sigma=", []float64{0, 1}, "As normalvariate(), a little faster.", ok(func(r *rng, v []float64) float64 { return r.gauss(v[0], v[1]) }))
	dist("lognormvariate", "mu=, sigma=", []float64{0, 1}, "A float whose logarithm is normally distributed around mu, with spread sigma.", ok(func(r *rng, v []float64) float64 { return libm.Exp(r.normal(v[0], v[1])) }))
	dist("expovariate", "lambd=", []float64{1}, "A waiting time, for events that come lambd times per unit of time.", func(r *rng, v []float64) (float64, error) {
		x := -libm.Log(1 - r.random())
		if v[0] == 0 {
			return 0, runtime.Errorf(py.ZeroDivisionError, "float division by zero")
		}
		return x / v[0], nil
	})
	dist("vonmisesvariate", "mu, kappa", nil, "An angle in radians around mu; the greater kappa is, the nearer.", ok(func(r *rng, v []float64) float64 { return r.vonMises(v[0], v[1]) }))
	dist("gammavariate", "alpha, beta", nil, "A float of the gamma distribution with shape alpha and scale beta; the mean is alpha*beta.", func(r *rng, v []float64) (float64, error) {
		if v[0] <= 0 || v[1] <= 0 {
			return 0, runtime.ValueErrorf("gammavariate: alpha and beta must be > 0.0")
		}
		return r.gamma(v[0], v[1]), nil
	})
	dist("betavariate", "alpha, beta", nil, "A float from 0 to 1 of the beta distribution with parameters alpha and beta.", func(r *rng, v []float64) (float64, error) {
		if v[0] <= 0 || v[1] <= 0 {
			return 0, runtime.ValueErrorf("gammavariate: alpha and beta must be > 0.0")
		}
		y := r.gamma(v[0], 1)
		if y != 0 {
			return y / (y + r.gamma(v[1], 1)), nil
		}
		return 0, nil
	})
	dist("paretovariate", "alpha", nil, "A float of at least 1 of the Pareto distribution with shape alpha.", ok(func(r *rng, v []float64) float64 { return pow(1-r.random(), -1/v[0]) }))
	dist("weibullvariate", "alpha, beta", nil, "A float of the Weibull distribution with scale alpha and shape beta.", ok(func(r *rng, v []float64) float64 { return v[0] * pow(-libm.Log(1-r.random()), 1/v[1]) }))
	dist("triangular", "low=, high=, mode=", []float64{0, 1, math.NaN()}, "A float between low and high, most likely near mode, which is the middle if not given.", ok(func(r *rng, v []float64) float64 {
		low, high, mode := v[0], v[1], v[2]
		u := r.random()
		c := 0.5
		if mode == mode {
			if high == low {
				return low
			}
			c = (mode - low) / (high - low)
		}
		if u > c {
			u, c = 1-u, 1-c
			low, high = high, low
		}
		return low + float64((high-low)*math.Sqrt(u*c))
	}))
	randomMethod("binomialvariate", "n=, p=", "How many of n tries succeed, if each one does with probability p.", func(t *thread, r *rng, a []object) (object, error) {
		n, p := 1, 0.5
		var err error
		if a[0] != nil {
			if n, err = runtime.AsInt(t, a[0]); err != nil {
				return nil, err
			}
		}
		if a[1] != nil {
			if p, err = runtime.AsFloat(t, a[1]); err != nil {
				return nil, err
			}
		}
		if n < 0 {
			return nil, runtime.ValueErrorf("n must be non-negative")
		}
		switch {
		case p == 0:
			return num(0), nil
		case p == 1:
			return num(n), nil
		case !(p > 0 && p < 1):
			return nil, runtime.ValueErrorf("p must be in the range 0.0 <= p <= 1.0")
		}
		return num(r.binomial(n, p)), nil
	})
}
