package figure

import (
	"fmt"
	"image/color"
	"math"

	"monge/internal/figure/palette"
)

// Norm maps numbers to [0, 1] before a colour map is applied. A NaN limit is taken from the data.
type Norm struct {
	Min, Max float64
	Log      bool
}

// AutoNorm takes both limits from the data.
func AutoNorm() Norm { return Norm{Min: math.NaN(), Max: math.NaN()} }

// fit fills in limits from the data and checks them.
func (n Norm) fit(vs []float64) (Norm, error) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range vs {
		if finite(v) && (!n.Log || v > 0) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if lo > hi {
		lo, hi = 0, 1
		if n.Log {
			lo, hi = 1, 10
		}
	}
	if math.IsNaN(n.Min) {
		n.Min = lo
		if !math.IsNaN(n.Max) && n.Min > n.Max {
			n.Min = n.Max
		}
	}
	if math.IsNaN(n.Max) {
		n.Max = max(hi, n.Min)
	}
	if math.IsInf(n.Min, 0) || math.IsInf(n.Max, 0) {
		return n, fmt.Errorf("figure: colour limits must be finite, got (%g, %g)", n.Min, n.Max)
	}
	if n.Min > n.Max {
		return n, fmt.Errorf("figure: vmin must not be greater than vmax, got %g and %g", n.Min, n.Max)
	}
	if n.Log && n.Min <= 0 {
		return n, fmt.Errorf("figure: limits of a logarithmic colour scale must be positive, got (%g, %g)", n.Min, n.Max)
	}
	return n, nil
}

func (n Norm) at(v float64) float64 {
	if math.IsNaN(v) || n.Log && v <= 0 {
		return math.NaN()
	}
	if n.Min == n.Max {
		switch {
		case v < n.Min:
			return 0
		case v > n.Max:
			return 1
		}
		return 0.5
	}
	if n.Log {
		return math.Log(v/n.Min) / math.Log(n.Max/n.Min)
	}
	return (v/2 - n.Min/2) / (n.Max/2 - n.Min/2)
}

// Mappable is an artist that shows numbers as colours; a colour bar explains it.
type Mappable interface {
	artist
	mapping() mapping
}

// mapping is what a colour bar needs to know.
type mapping struct {
	cmap   *palette.Map
	norm   Norm
	levels []float64     // band edges of filled contours, or levels of lines
	bands  []color.NRGBA // colours of the bands or lines
	lines  bool
	alpha  float64
}

// ColorOptions choose how numbers become colours.
type ColorOptions struct {
	Map   *palette.Map // nil: the theme's
	Norm  *Norm        // nil: linear between the extremes of the data
	Alpha float64      // 0: opaque
}

// scale resolves the options against the data.
func (o ColorOptions) scale(a *Axes, vs []float64) (*palette.Map, Norm, error) {
	m := o.Map
	if m == nil {
		var err error
		if m, err = palette.Get(a.fig.theme.Colormap); err != nil {
			return nil, Norm{}, err
		}
	}
	n := AutoNorm()
	if o.Norm != nil {
		n = *o.Norm
	}
	n, err := n.fit(vs)
	return m, n, err
}

// Apply maps numbers; limits that are NaN are taken from them.
func (n Norm) Apply(vs []float64) ([]float64, error) {
	n, err := n.fit(vs)
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(vs))
	for i, v := range vs {
		out[i] = n.at(v)
	}
	return out, nil
}
