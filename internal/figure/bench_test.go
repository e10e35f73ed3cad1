package figure

import (
	"math"
	"testing"
)

func benchLine(b *testing.B, n int) *Figure {
	f, err := New(Options{})
	must(b, err)
	a := ax(b, f)
	x := linspace(0, 20, n)
	plot1(b, a, x, mapf(x, func(v float64) float64 { return math.Sin(v) * math.Exp(-v/10) }), LineOptions{Label: "damped"})
	a.SetTitle("A curve of a thousand points", "", TextOptions{})
	legend(b, a, LegendOptions{})
	return f
}

func BenchmarkLine1000SVG(b *testing.B) {
	f := benchLine(b, 1000)
	for b.Loop() {
		f.SVG()
	}
}

func BenchmarkLine1000PNG(b *testing.B) {
	f := benchLine(b, 1000)
	for b.Loop() {
		if _, err := f.PNG(2); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLine1000PDF(b *testing.B) {
	f := benchLine(b, 1000)
	for b.Loop() {
		f.PDF()
	}
}

func BenchmarkLineMillionPNG(b *testing.B) {
	f := benchLine(b, 1000000)
	for b.Loop() {
		if _, err := f.PNG(2); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScatter100000PNG(b *testing.B) {
	f, err := New(Options{})
	must(b, err)
	a, r := ax(b, f), rng(1)
	x, y := make([]float64, 100000), make([]float64, 100000)
	for i := range x {
		x[i], y[i] = r.NormFloat64(), r.NormFloat64()
	}
	_, err = a.Scatter(x, y, ScatterOptions{Alpha: 0.3})
	must(b, err)
	for b.Loop() {
		if _, err := f.PNG(2); err != nil {
			b.Fatal(err)
		}
	}
}
