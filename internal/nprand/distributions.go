package nprand

import (
	"math"

	"monge/internal/fmath"
)

const (
	normalR    = 3.6541528853610087963519472518
	normalInvR = 0.27366123732975827203338247596
	expoR      = 7.6971174701310497140446280481
)

// Normal is standard normal, by the ziggurat.
func (g *Generator) Normal() float64 {
	for {
		r := g.Uint64()
		k := r & 0xff
		r >>= 8
		negative := r&1 != 0
		u := r >> 1 & 0x000fffffffffffff
		x := float64(u) * normalW[k]
		if negative {
			x = -x
		}
		if u < normalK[k] {
			return x
		}
		if k == 0 {
			for {
				xx := -normalInvR * math.Log1p(-g.Float64())
				yy := -math.Log1p(-g.Float64())
				if yy+yy > xx*xx {
					if u>>8&1 != 0 {
						return -(normalR + xx)
					}
					return normalR + xx
				}
			}
		}
		if float64((normalF[k-1]-normalF[k])*g.Float64())+normalF[k] < fmath.Exp(-0.5*x*x) {
			return x
		}
	}
}

// Exponential is standard exponential, by the ziggurat.
func (g *Generator) Exponential() float64 {
	for {
		r := g.Uint64() >> 3
		k := r & 0xff
		r >>= 8
		x := float64(r) * expoW[k]
		if r < expoK[k] {
			return x
		}
		if k == 0 {
			return expoR - math.Log1p(-g.Float64())
		}
		if float64((expoF[k-1]-expoF[k])*g.Float64())+expoF[k] < fmath.Exp(-x) {
			return x
		}
	}
}

// ExponentialInverse is standard exponential by inversion.
func (g *Generator) ExponentialInverse() float64 { return -math.Log1p(-g.Float64()) }

// Gamma is standard gamma with the given shape (Marsaglia and Tsang; Ahrens and Dieter below one).
func (g *Generator) Gamma(shape float64) float64 {
	switch {
	case shape == 1:
		return g.Exponential()
	case shape == 0:
		return 0
	case shape < 1:
		for {
			u := g.Float64()
			v := g.Exponential()
			if u <= 1-shape {
				if x := fmath.Pow(u, 1/shape); x <= v {
					return x
				}
				continue
			}
			y := -fmath.Log((1 - u) / shape)
			if x := fmath.Pow(1-shape+float64(shape*y), 1/shape); x <= v+y {
				return x
			}
		}
	}
	b := shape - 1./3
	c := 1 / math.Sqrt(9*b)
	for {
		var x, v float64
		for {
			x = g.Normal()
			if v = 1 + float64(c*x); v > 0 {
				break
			}
		}
		v = v * v * v
		u := g.Float64()
		if u < 1-float64(0.0331*(x*x)*(x*x)) {
			return b * v
		}
		if fmath.Log(u) < float64(0.5*x*x)+float64(b*(1-v+fmath.Log(v))) {
			return b * v
		}
	}
}

// Beta has density proportional to x^(a-1) (1-x)^(b-1).
func (g *Generator) Beta(a, b float64) float64 {
	if a <= 1 && b <= 1 {
		if a < 3e-103 && b < 3e-103 {
			if (a+b)*g.Float64() < a {
				return 1
			}
			return 0
		}
		for { // Jöhnk
			u, v := g.Float64(), g.Float64()
			x, y := fmath.Pow(u, 1/a), fmath.Pow(v, 1/b)
			if s := x + y; s <= 1 && u+v > 0 {
				if s > 0 && x > 0 && y > 0 {
					return x / s
				}
				lx, ly := fmath.Log(u)/a, fmath.Log(v)/b
				m := math.Max(lx, ly)
				lx, ly = lx-m, ly-m
				return fmath.Exp(lx - fmath.Log(fmath.Exp(lx)+fmath.Exp(ly)))
			}
		}
	}
	x := g.Gamma(a)
	y := g.Gamma(b)
	return x / (x + y)
}

// Poisson counts events at rate lam: by multiplication below ten, by transformed rejection (Hörmann, 1993) above.
func (g *Generator) Poisson(lam float64) int64 {
	switch {
	case !(lam > 0 && lam < 9.3e18):
		return 0
	case lam < 10:
		limit, p := fmath.Exp(-lam), 1.0
		for k := int64(0); ; k++ {
			if p *= g.Float64(); p <= limit {
				return k
			}
		}
	}
	root, logLam := math.Sqrt(lam), fmath.Log(lam)
	b := 0.931 + 2.53*root
	a := -0.059 + 0.02483*b
	invAlpha := 1.1239 + 1.1328/(b-3.4)
	vr := 0.9277 - 3.6224/(b-2)
	for {
		u := g.Float64() - 0.5
		v := g.Float64()
		us := 0.5 - math.Abs(u)
		k := int64(math.Floor((2*a/us+b)*u + lam + 0.43))
		if us >= 0.07 && v <= vr {
			return k
		}
		if k < 0 || us < 0.013 && v > us {
			continue
		}
		if fmath.Log(v)+fmath.Log(invAlpha)-fmath.Log(a/(us*us)+b) <= -lam+float64(k)*logLam-logGamma(float64(k)+1) {
			return k
		}
	}
}

// logGamma is the series NumPy uses, so that comparisons fall the same way.
func logGamma(x float64) float64 {
	a := [...]float64{8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04, 8.417508417508418e-04,
		-1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02, 1.796443723688307e-01, -1.39243221690590e+00}
	if x == 1 || x == 2 {
		return 0
	}
	n := 0.0
	if x < 7 {
		n = math.Trunc(7 - x)
	}
	x0 := x + n
	x2 := (1 / x0) * (1 / x0)
	s := a[9]
	for k := 8; k >= 0; k-- {
		s = float64(s*x2) + a[k]
	}
	gl := s/x0 + 0.5*1.8378770664093453 + float64((x0-0.5)*fmath.Log(x0)) - x0
	if x < 7 {
		for k := 1; k <= int(n); k++ {
			gl -= fmath.Log(x0 - 1)
			x0--
		}
	}
	return gl
}

// Binomial counts successes of n trials: by inversion for small means, by BTPE (Kachitvichyanukul and Schmeiser, 1988)
// otherwise.
func (g *Generator) Binomial(p float64, n int64) int64 {
	if n == 0 || p == 0 {
		return 0
	}
	if p > 0.5 {
		q := 1 - p
		if q*float64(n) <= 30 {
			return n - g.binomialInversion(n, q)
		}
		return n - g.binomialBTPE(n, q)
	}
	if p*float64(n) <= 30 {
		return g.binomialInversion(n, p)
	}
	return g.binomialBTPE(n, p)
}

func (g *Generator) binomialInversion(n int64, p float64) int64 {
	q := 1 - p
	qn := fmath.Exp(float64(n) * math.Log1p(-p))
	np := float64(n) * p
	bound := int64(math.Min(float64(n), np+10*math.Sqrt(np*q+1)))
	x, px, u := int64(0), qn, g.Float64()
	for u > px {
		if x++; x > bound {
			x, px, u = 0, qn, g.Float64()
			continue
		}
		u -= px
		px = (float64(n-x+1) * p * px) / (float64(x) * q)
	}
	return x
}

func (g *Generator) binomialBTPE(n int64, p float64) int64 {
	fn := float64(n)
	r := math.Min(p, 1-p)
	q := 1 - r
	fm := fn*r + r
	m := int64(math.Floor(fm))
	nrq := fn * r * q
	p1 := math.Floor(2.195*math.Sqrt(nrq)-4.6*q) + 0.5
	xm := float64(m) + 0.5
	xl, xr := xm-p1, xm+p1
	c := 0.134 + 20.5/(15.3+float64(m))
	a := (fm - xl) / (fm - xl*r)
	laml := a * (1 + a/2)
	a = (xr - fm) / (xr * q)
	lamr := a * (1 + a/2)
	p2 := p1 * (1 + 2*c)
	p3 := p2 + c/laml
	p4 := p3 + c/lamr
	for {
		u := g.Float64() * p4
		v := g.Float64()
		var y int64
		switch {
		case u <= p1:
			y = int64(math.Floor(xm - p1*v + u))
			return flipIf(p > 0.5, n, y)
		case u <= p2:
			x := xl + (u-p1)/c
			v = v*c + 1 - math.Abs(float64(m)-x+0.5)/p1
			if v > 1 {
				continue
			}
			y = int64(math.Floor(x))
		case u <= p3:
			y = int64(math.Floor(xl + fmath.Log(v)/laml))
			if y < 0 || v == 0 {
				continue
			}
			v = v * (u - p2) * laml
		default:
			y = int64(math.Floor(xr - fmath.Log(v)/lamr))
			if y > n || v == 0 {
				continue
			}
			v = v * (u - p3) * lamr
		}
		k := y - m
		if k < 0 {
			k = -k
		}
		if k <= 20 || float64(k) >= nrq/2-1 {
			s := r / q
			aa := s * (fn + 1)
			f := 1.0
			if m < y {
				for i := m + 1; i <= y; i++ {
					f *= aa/float64(i) - s
				}
			} else if m > y {
				for i := y + 1; i <= m; i++ {
					f /= aa/float64(i) - s
				}
			}
			if v > f {
				continue
			}
			return flipIf(p > 0.5, n, y)
		}
		fk := float64(k)
		rho := (fk / nrq) * ((fk*(fk/3+0.625)+0.16666666666666666)/nrq + 0.5)
		t := -fk * fk / (2 * nrq)
		av := fmath.Log(v)
		if av < t-rho {
			return flipIf(p > 0.5, n, y)
		}
		if av > t+rho {
			continue
		}
		x1, f1, z, w := float64(y+1), float64(m+1), float64(n+1-m), float64(n-y+1)
		stirling := func(f float64) float64 {
			f2 := f * f
			return (13680 - (462-(132-(99-140/f2)/f2)/f2)/f2) / f / 166320
		}
		if av > xm*fmath.Log(f1/x1)+(float64(n-m)+0.5)*fmath.Log(z/w)+float64(y-m)*fmath.Log(w*r/(x1*q))+
			stirling(f1)+stirling(z)-stirling(x1)-stirling(w) {
			continue
		}
		return flipIf(p > 0.5, n, y)
	}
}

func flipIf(on bool, n, y int64) int64 {
	if on {
		return n - y
	}
	return y
}

// Geometric counts trials up to the first success.
func (g *Generator) Geometric(p float64) int64 {
	if p >= 0.333333333333333333333333 {
		x, sum, prod, q := int64(1), p, p, 1-p
		u := g.Float64()
		for u > sum {
			prod *= q
			sum += prod
			x++
		}
		return x
	}
	z := math.Ceil(-g.Exponential() / math.Log1p(-p))
	if z >= 9.223372036854776e18 {
		return math.MaxInt64
	}
	return int64(z)
}

// Laplace, Gumbel and Logistic have the given location and scale.
func (g *Generator) Laplace(loc, scale float64) float64 {
	for {
		u := g.Float64()
		switch {
		case u >= 0.5:
			return loc - float64(scale*fmath.Log(2-u-u))
		case u > 0:
			return loc + float64(scale*fmath.Log(u+u))
		}
	}
}

func (g *Generator) Gumbel(loc, scale float64) float64 {
	for {
		if u := 1 - g.Float64(); u < 1 {
			return loc - float64(scale*fmath.Log(-fmath.Log(u)))
		}
	}
}

func (g *Generator) Logistic(loc, scale float64) float64 {
	for {
		if u := g.Float64(); u > 0 {
			return loc + float64(scale*fmath.Log(u/(1-u)))
		}
	}
}

// Triangular has its mode between left and right.
func (g *Generator) Triangular(left, mode, right float64) float64 {
	base, lb := right-left, mode-left
	ratio, lp, rp := lb/base, lb*base, (right-mode)*base
	if u := g.Float64(); u <= ratio {
		return left + math.Sqrt(u*lp)
	} else {
		return right - math.Sqrt((1-u)*rp)
	}
}

// Cauchy is standard Cauchy: a quotient of normals.
func (g *Generator) Cauchy() float64 {
	x := g.Normal()
	return x / g.Normal()
}

// StudentT has df degrees of freedom.
func (g *Generator) StudentT(df float64) float64 {
	n := g.Normal()
	c := g.Gamma(df / 2)
	return math.Sqrt(df/2) * n / math.Sqrt(c)
}
