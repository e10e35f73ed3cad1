package ot

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"monge/sampling/stream"
)

// uniform is the k-th number of the stream that the reference instances are made of, in [0, 1).
func uniform(seed, k uint64) float64 { return stream.At(seed, k) }

// instance is a transport problem with a name.
type instance struct {
	name string
	c    *mat.Dense
	x, y *mat.Dense // points whose SqEuclidean distances are 2c; nil where the family has none
	a, b []float64
}

func normalised(w []float64) []float64 {
	s := 0.0
	for _, v := range w {
		s += v
	}
	for i := range w {
		w[i] /= s
	}
	return w
}

func uniformWeights(n int) []float64 {
	w := make([]float64, n)
	for i := range w {
		w[i] = 1 / float64(n)
	}
	return w
}

// lap is a random assignment problem: independent uniform costs.
func lap(n int, seed uint64) instance {
	c := mat.NewDense(n, n, nil)
	for i := range n {
		for j := range n {
			c.Set(i, j, uniform(seed, uint64(i*n+j)))
		}
	}
	return instance{name: fmt.Sprintf("lap-%d-%d", n, seed), c: c, a: uniformWeights(n), b: uniformWeights(n)}
}

// cloud transports between two point clouds in the plane with half the squared distance.
func cloud(n int) instance {
	x, y := mat.NewDense(n, 2, nil), mat.NewDense(n, 2, nil)
	a, b := make([]float64, n), make([]float64, n)
	for i := range n {
		k := uint64(i)
		x.SetRow(i, []float64{uniform(2, 2*k), uniform(2, 2*k+1)})
		p, q := uniform(3, 2*k), uniform(3, 2*k+1)
		y.SetRow(i, []float64{p * p, (p + q) / 2})
		a[i], b[i] = 0.5+uniform(4, k), 0.5+uniform(5, k)
	}
	return instance{name: fmt.Sprintf("cloud-%d", n), c: halfSquares(x, y), x: x, y: y, a: normalised(a), b: normalised(b)}
}

func halfSquares(x, y *mat.Dense) *mat.Dense {
	n, d := x.Dims()
	m, _ := y.Dims()
	c := mat.NewDense(n, m, nil)
	for i := range n {
		for j := range m {
			s := 0.0
			for k := range d {
				s += (x.At(i, k) - y.At(j, k)) * (x.At(i, k) - y.At(j, k))
			}
			c.Set(i, j, s/2)
		}
	}
	return c
}

// image transports a ring onto a seven on an s×s grid with cost |Δ|_p^p / 2.
func image(s, p int) instance {
	n := s * s
	x := mat.NewDense(n, 2, nil)
	a, b := make([]float64, n), make([]float64, n)
	for row := range s {
		for col := range s {
			i := row*s + col
			px, py := (float64(col)+.5)/float64(s), (float64(row)+.5)/float64(s)
			x.SetRow(i, []float64{px, py})
			rho := math.Hypot(px-.5, py-.5)
			a[i] = math.Exp(-sq((rho-.28)/.06)) + .01
			bar, leg := 0.0, 0.0
			if .2 <= px && px <= .8 {
				bar = math.Exp(-sq((py - .22) / .05))
			}
			if .22 <= py && py <= .85 {
				leg = math.Exp(-sq((px - .75 + .45*(py-.22)) / .05))
			}
			b[i] = max(bar, leg) + .01
		}
	}
	c := mat.NewDense(n, n, nil)
	for i := range n {
		for j := range n {
			dx, dy := x.At(i, 0)-x.At(j, 0), x.At(i, 1)-x.At(j, 1)
			if p == 2 {
				c.Set(i, j, (dx*dx+dy*dy)/2)
			} else {
				c.Set(i, j, (math.Abs(dx)+math.Abs(dy))/2)
			}
		}
	}
	return instance{name: fmt.Sprintf("image-%d-%d", s, p), c: c, a: normalised(a), b: normalised(b)}
}

// density transports between two mixtures of bumps on [0, 1] with cost |x−y|^p.
func density(n, p int) instance {
	a, b := make([]float64, n), make([]float64, n)
	c := mat.NewDense(n, n, nil)
	at := func(i int) float64 { return (float64(i) + .5) / float64(n) }
	for i := range n {
		bump := func(m, s float64) float64 { return math.Exp(-sq((at(i)-m)/s) / 2) }
		a[i] = bump(.25, .05) + .5*bump(.6, .08) + .01
		b[i] = .7*bump(.45, .04) + bump(.8, .06) + .01
		for j := range n {
			c.Set(i, j, math.Pow(math.Abs(at(i)-at(j)), float64(p)))
		}
	}
	return instance{name: fmt.Sprintf("dens-%d-%d", n, p), c: c, a: normalised(a), b: normalised(b)}
}

func sq(x float64) float64 { return x * x }
