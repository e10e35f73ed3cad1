package figure

import (
	"fmt"
	"image/color"
	"math"
	"sort"

	"gonum.org/v1/plot/vg"

	"monge/internal/figure/palette"
)

const maxBins = 1 << 20

// BinEdges divides a range into bins as NumPy does. Rule is "auto", "sturges", "fd", "scott", "sqrt", "rice" or
// "doane"; lo and hi NaN stand for the extremes of the finite data.
func BinEdges(data []float64, rule string, lo, hi float64) ([]float64, error) {
	var v []float64
	for _, d := range data {
		if finite(d) && !(d < lo) && !(d > hi) {
			v = append(v, d)
		}
	}
	sort.Float64s(v)
	first, last, err := dataRange(v, lo, hi)
	if err != nil {
		return nil, err
	}
	n := float64(len(v))
	ptp := 0.0
	if len(v) > 0 {
		ptp = v[len(v)-1] - v[0]
	}
	width := 0.0
	if len(v) > 0 && ptp > 0 {
		sturges := ptp / (math.Log2(n) + 1)
		fd := 2 * (quantile(v, 0.75) - quantile(v, 0.25)) / math.Cbrt(n)
		switch rule {
		case "auto":
			width = sturges
			if fd > 0 {
				width = min(fd, sturges)
			}
		case "sturges":
			width = sturges
		case "fd":
			width = fd
		case "scott":
			width = math.Cbrt(24*math.Sqrt(math.Pi)/n) * deviation(v)
		case "sqrt":
			width = ptp / math.Sqrt(n)
		case "rice":
			width = ptp / (2 * math.Cbrt(n))
		case "doane":
			if s := deviation(v); len(v) > 2 && s > 0 {
				sg1 := math.Sqrt(6 * (n - 2) / ((n + 1) * (n + 3)))
				g1 := 0.0
				mean := average(v)
				for _, x := range v {
					g1 += math.Pow((x-mean)/s, 3) / n
				}
				width = ptp / (1 + math.Log2(n) + math.Log2(1+math.Abs(g1)/sg1))
			}
		default:
			rules := []string{"auto", "sturges", "fd", "scott", "sqrt", "rice", "doane"}
			return nil, &palette.NameError{What: "bin rule", Name: rule, Near: palette.Near(rule, rules)}
		}
	}
	bins := 1
	if width > 0 {
		b := math.Ceil((last - first) / width)
		bins = int(min(max(b, 1), maxBins))
	}
	return UniformEdges(first, last, bins), nil
}

func dataRange(sorted []float64, lo, hi float64) (first, last float64, err error) {
	first, last = lo, hi
	if math.IsNaN(first) {
		first = 0
		if len(sorted) > 0 {
			first = sorted[0]
		}
	}
	if math.IsNaN(last) {
		last = 1
		if len(sorted) > 0 {
			last = sorted[len(sorted)-1]
		}
	}
	if first > last || math.IsInf(first, 0) || math.IsInf(last, 0) {
		return 0, 0, fmt.Errorf("figure: hist: range must be finite and increasing, got (%g, %g)", lo, hi)
	}
	if first == last {
		first, last = first-0.5, last+0.5
	}
	return first, last, nil
}

// CountEdges divides the range of the data into the given number of equal bins.
func CountEdges(data []float64, bins int, lo, hi float64) ([]float64, error) {
	if bins < 1 || bins > maxBins {
		return nil, fmt.Errorf("figure: hist: number of bins must lie between 1 and %d, got %d", maxBins, bins)
	}
	mn, mx := math.Inf(1), math.Inf(-1)
	for _, d := range data {
		if finite(d) {
			mn, mx = min(mn, d), max(mx, d)
		}
	}
	var ends []float64
	if mn <= mx {
		ends = []float64{mn, mx}
	}
	first, last, err := dataRange(ends, lo, hi)
	if err != nil {
		return nil, err
	}
	return UniformEdges(first, last, bins), nil
}

// UniformEdges are n+1 equally spaced edges.
func UniformEdges(lo, hi float64, n int) []float64 {
	e := make([]float64, n+1)
	for i := range e {
		e[i] = lo + (hi-lo)*(float64(i)/float64(n))
	}
	e[n] = hi
	return e
}

func quantile(sorted []float64, q float64) float64 {
	h := q * float64(len(sorted)-1)
	i := int(h)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + (h-float64(i))*(sorted[i+1]-sorted[i])
}

func average(v []float64) float64 {
	s := 0.0
	for _, x := range v {
		s += x
	}
	return s / float64(len(v))
}

func deviation(v []float64) float64 {
	m, s := average(v), 0.0
	for _, x := range v {
		s += (x - m) * (x - m)
	}
	return math.Sqrt(s / float64(len(v)))
}

// Histogram counts the data in bins between increasing edges; the last bin includes its upper edge. With weights
// (nil: ones) it sums them; density divides by the total and the width of each bin. NaN is not counted.
func Histogram(data, edges, weights []float64, density bool) ([]float64, error) {
	if len(edges) < 2 {
		return nil, fmt.Errorf("figure: hist: at least two bin edges are needed, got %d", len(edges))
	}
	for i := 1; i < len(edges); i++ {
		if !(edges[i] >= edges[i-1]) {
			return nil, fmt.Errorf("figure: hist: bins must increase, but bins[%d] = %g and bins[%d] = %g", i-1, edges[i-1], i, edges[i])
		}
	}
	if weights != nil {
		if err := checkLengths("hist", "x", len(data), "weights", len(weights)); err != nil {
			return nil, err
		}
	}
	n := len(edges) - 1
	out := make([]float64, n)
	for i, d := range data {
		if !(d >= edges[0] && d <= edges[n]) {
			continue
		}
		k := sort.Search(n, func(k int) bool { return edges[k+1] > d })
		k = min(k, n-1)
		w := 1.0
		if weights != nil {
			w = weights[i]
		}
		out[k] += w
	}
	if density {
		total := 0.0
		for _, c := range out {
			total += c
		}
		for k := range out {
			if w := edges[k+1] - edges[k]; total != 0 && w > 0 {
				out[k] /= total * w
			}
		}
	}
	return out, nil
}

// HistOptions describe a drawn histogram.
type HistOptions struct {
	Horizontal bool
	Step       bool // only the outline
	Filled     bool // outline and area in one piece ("stepfilled")
	Base       []float64
	Color      color.Color
	Edge       color.Color
	EdgeWidth  vg.Length
	Style      LineStyle
	RelWidth   float64 // of the bars in their bins; 0: 1
	Alpha      float64
	Label      string
	ZOrder     *float64
}

// Hist draws counts over bins: as bars that share hairlines, or as an outline.
func (a *Axes) Hist(counts, edges []float64, o HistOptions) (Labelled, error) {
	if len(counts)+1 != len(edges) {
		return nil, fmt.Errorf("figure: hist: %d counts need %d edges, got %d", len(counts), len(counts)+1, len(edges))
	}
	if o.Step || o.Filled {
		return a.histOutline(counts, edges, o)
	}
	rel := o.RelWidth
	if rel == 0 {
		rel = 1
	}
	at, widths := make([]float64, len(counts)), make([]float64, len(counts))
	for i := range counts {
		w := edges[i+1] - edges[i]
		widths[i] = w * rel
		at[i] = edges[i] + w*(1-rel)/2
	}
	b, err := a.Bars(at, counts, BarOptions{
		Horizontal: o.Horizontal, Widths: widths, Base: o.Base, AlignEdge: true, Color: o.Color,
		Edge: o.Edge, EdgeWidth: o.EdgeWidth, Alpha: o.Alpha, Label: o.Label, ZOrder: o.ZOrder,
	})
	if err != nil {
		return nil, err
	}
	b.gap = o.Edge == nil && rel == 1
	return b, nil
}

// histOutline draws the staircase over the bins.
func (a *Axes) histOutline(counts, edges []float64, o HistOptions) (Labelled, error) {
	base, err := broadcast("hist", "bottom", o.Base, len(counts), 0)
	if err != nil {
		return nil, err
	}
	var pos, top, low []float64
	for i, c := range counts {
		pos = append(pos, edges[i], edges[i+1])
		top = append(top, base[i]+c, base[i]+c)
		low = append(low, base[i], base[i])
	}
	f := &Area{pos: pos, lo: low, hi: top, sideways: o.Horizontal, stick: true}
	f.order, f.label = layerPatch, o.Label
	if o.ZOrder != nil {
		f.order = *o.ZOrder
	}
	c := a.pick(o.Color, o.Alpha)
	if o.Filled {
		f.fill = c
	} else {
		f.edge, f.width = c, a.fig.theme.LineWidth
		f.outlineOnly = true
	}
	if o.Edge != nil {
		f.edge = withAlpha(color.NRGBAModel.Convert(o.Edge).(color.NRGBA), o.Alpha)
		f.width = 1
	}
	if o.EdgeWidth > 0 {
		f.width = o.EdgeWidth
	}
	f.dash = o.Style.dashes(f.width)
	f.key = f.drawKey
	a.add(f)
	return f, nil
}
