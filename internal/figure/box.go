package figure

import (
	"fmt"
	"image/color"
	"math"
	"sort"
)

// BoxOptions describe box plots.
type BoxOptions struct {
	At         []float64 // nil: 1, 2, 3 ...
	Widths     []float64 // nil: half the distance of neighbours, at most 0.5
	Labels     []string
	Horizontal bool
	Whisker    float64 // reach of the whiskers in interquartile ranges; 0: 1.5
	NoFliers   bool
	ShowMeans  bool
	Colors     []color.NRGBA // of the boxes, repeated; nil: the first of the cycle
	Hollow     bool
}

// BoxStats are the numbers that a box shows.
type BoxStats struct {
	Q1, Median, Q3, Low, High, Mean float64
	Fliers                          []float64
}

// Summarise computes quartiles, whiskers and outliers; numbers that are not finite are left out.
func Summarise(data []float64, whisker float64) BoxStats {
	if whisker == 0 {
		whisker = 1.5
	}
	var v []float64
	for _, d := range data {
		if finite(d) {
			v = append(v, d)
		}
	}
	if len(v) == 0 {
		n := math.NaN()
		return BoxStats{n, n, n, n, n, n, nil}
	}
	sort.Float64s(v)
	s := BoxStats{Q1: quantile(v, 0.25), Median: quantile(v, 0.5), Q3: quantile(v, 0.75), Mean: average(v)}
	iqr := s.Q3 - s.Q1
	lo, hi := s.Q1-whisker*iqr, s.Q3+whisker*iqr
	s.Low, s.High = s.Q1, s.Q3
	for _, x := range v {
		switch {
		case x < lo || x > hi:
			s.Fliers = append(s.Fliers, x)
		default:
			s.Low, s.High = min(s.Low, x), max(s.High, x)
		}
	}
	return s
}

// Boxes adds a box plot of each data set.
func (a *Axes) Boxes(sets [][]float64, o BoxOptions) ([]BoxStats, error) {
	n := len(sets)
	at := o.At
	if at == nil {
		for i := range n {
			at = append(at, float64(i+1))
		}
	}
	if err := checkLengths("boxplot", "data sets", n, "positions", len(at)); err != nil {
		return nil, err
	}
	if o.Labels != nil && len(o.Labels) != n {
		return nil, fmt.Errorf("figure: boxplot: %d labels for %d data sets", len(o.Labels), n)
	}
	def := 0.5
	if n > 1 {
		lo, hi := at[0], at[0]
		for _, v := range at {
			lo, hi = min(lo, v), max(hi, v)
		}
		def = min(max(0.15*(hi-lo), 0.15), 0.5)
	}
	widths, err := broadcast("boxplot", "widths", o.Widths, n, def)
	if err != nil {
		return nil, err
	}
	ink := a.fig.theme.Text
	first := color.NRGBA{}
	if !o.Hollow && len(o.Colors) == 0 {
		first = a.NextColor()
	}
	var out []BoxStats
	for i, set := range sets {
		s := Summarise(set, o.Whisker)
		out = append(out, s)
		fill := first
		if len(o.Colors) > 0 {
			fill = o.Colors[i%len(o.Colors)]
		}
		if err := a.oneBox(s, at[i], widths[i], fill, ink, o); err != nil {
			return nil, err
		}
	}
	axis := a.X
	if o.Horizontal {
		axis = a.Y
	}
	labels := o.Labels
	if labels == nil && o.At == nil {
		for i := range n {
			labels = append(labels, fmt.Sprint(i+1))
		}
	}
	if labels != nil {
		if err := axis.SetTicks(at, labels); err != nil {
			return nil, err
		}
	}
	if n > 0 && !a.gridSet { // lines across the boxes would say nothing
		a.gridAxis = "y"
		if o.Horizontal {
			a.gridAxis = "x"
		}
	}
	return out, nil
}

func (a *Axes) oneBox(s BoxStats, at, w float64, fill, ink color.NRGBA, o BoxOptions) error {
	if math.IsNaN(s.Median) {
		return nil
	}
	bar, err := a.Bars([]float64{at}, []float64{s.Q3 - s.Q1}, BarOptions{
		Horizontal: o.Horizontal, Widths: []float64{w}, Base: []float64{s.Q1}, Color: fill, Edge: ink, EdgeWidth: 1,
	})
	if err != nil {
		return err
	}
	bar.key = nil
	along := func(x, y []float64, opt LineOptions) error {
		if o.Horizontal {
			x, y = y, x
		}
		opt.Color = ink
		l, err := a.Line(x, y, opt)
		if err == nil {
			l.key = nil
		}
		return err
	}
	thin := LineOptions{Width: 1}
	nan := math.NaN()
	c := w / 4
	if err := along([]float64{at, at, nan, at, at, nan, at - c, at + c, nan, at - c, at + c},
		[]float64{s.Q1, s.Low, nan, s.Q3, s.High, nan, s.Low, s.Low, nan, s.High, s.High}, thin); err != nil {
		return err
	}
	if err := along([]float64{at - w/2, at + w/2}, []float64{s.Median, s.Median}, LineOptions{Width: 1.8}); err != nil {
		return err
	}
	if len(s.Fliers) > 0 && !o.NoFliers {
		x := make([]float64, len(s.Fliers))
		for i := range x {
			x[i] = at
		}
		if err := along(x, s.Fliers, LineOptions{Style: NoLine, Marker: "o", MarkerSize: 4, MarkerFace: color.NRGBA{}, MarkerEdge: ink, EdgeWidth: 0.9}); err != nil {
			return err
		}
	}
	if o.ShowMeans {
		return along([]float64{at}, []float64{s.Mean}, LineOptions{Style: NoLine, Marker: "D", MarkerSize: 4})
	}
	return nil
}
