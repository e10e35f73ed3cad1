package plt

import (
	"math"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/plot/vg"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

var histParams = params(
	req("x", bind.Any, "numbers, or a sequence of arrays"),
	opt("bins", bind.Any, "number of bins, their edges, or a rule: 'auto', 'fd', 'sturges', 'scott', 'sqrt', 'rice', 'doane'; 10 when left out"),
	opt("range", pairT, "lowest and highest edge"),
	bind.Param{Name: "density", Type: bind.Bool, Default: "False", Help: "scale to total area one"},
	opt("weights", bind.Any, "weight of each number"),
	bind.Param{Name: "cumulative", Type: bind.Bool, Default: "False", Help: "sum the bins from the left"},
	opt("bottom", numbersT, "where the bars begin"),
	bind.Param{Name: "histtype", Type: bind.OneOf("bar", "barstacked", "step", "stepfilled"), Default: "'bar'", Help: "bars, or an outline"},
	bind.Param{Name: "align", Type: bind.OneOf("mid", "left", "right"), Default: "'mid'", Help: "bars over the bins, or over their edges"},
	bind.Param{Name: "orientation", Type: bind.OneOf("vertical", "horizontal"), Default: "'vertical'", Help: "direction of the bars"},
	opt("rwidth", bind.PositiveFloat, "width of the bars as a fraction of the bins"),
	bind.Param{Name: "log", Type: bind.Bool, Default: "False", Help: "logarithmic axis of counts"},
	opt("color", colorsT, "colour, or one for each array"),
	opt("label", labelsT, "text for the legend, or one for each array"),
	bind.Param{Name: "stacked", Type: bind.Bool, Default: "False", Help: "stack several arrays"},
	key("alpha", bind.Float, "opacity between 0 and 1"), key("edgecolor", colorT, "colour of the edges"), key("ec", colorT, "same as edgecolor"),
	key("facecolor", colorT, "same as color"), key("fc", colorT, "same as color"),
	key("linewidth", bind.Float, "width of edges or outline"), key("lw", bind.Float, "same as linewidth"),
	key("linestyle", lineStyleT, "how the outline is broken"), key("ls", lineStyleT, "same as linestyle"), key("zorder", bind.Float, "layer"),
)

// dataSets reads one array or a sequence of arrays.
func dataSets(c *bind.Call, name string) ([][]float64, bool, error) {
	o := c.Obj(name)
	if d, err := toValues(c.Thread, o); err == nil && d.names == nil {
		switch d.ndim() {
		case 0, 1:
			return [][]float64{d.v}, false, nil
		case 2:
			if isArray(o) { // columns of an array, items of a sequence
				var out [][]float64
				for j := range d.shape[1] {
					out = append(out, d.column(j))
				}
				return out, true, nil
			}
			var out [][]float64
			for i := range d.shape[0] {
				out = append(out, d.v[i*d.shape[1]:(i+1)*d.shape[1]])
			}
			return out, true, nil
		}
		return nil, false, c.Errorf("%s can have at most two dimensions, got %d", name, d.ndim())
	}
	items, err := runtime.Collect(c.Thread, o)
	if err != nil {
		return nil, false, c.Errorf("%s = %s: must be numbers or a sequence of arrays", name, bind.Short(c.Thread, o))
	}
	var out [][]float64
	for i, it := range items {
		d, err := toValues(c.Thread, it)
		if err != nil || d.names != nil || d.ndim() != 1 {
			return nil, false, c.Errorf("%s[%d] = %s: must be an array of numbers", name, i, bind.Short(c.Thread, it))
		}
		out = append(out, d.v)
	}
	return out, true, nil
}

// binEdges reads the bins of hist.
func binEdges(c *bind.Call, all []float64) ([]float64, error) {
	lo, hi := math.NaN(), math.NaN()
	if c.Has("range") {
		r := bind.Get[[2]float64](c, "range")
		lo, hi = r[0], r[1]
	}
	b := c.Obj("bins")
	switch x := b.(type) {
	case py.NoneType:
		e, err := figure.CountEdges(all, 10, lo, hi)
		return e, refuse(c, err)
	case py.String:
		e, err := figure.BinEdges(all, string(x), lo, hi)
		return e, refuse(c, err)
	}
	if n, err := runtime.AsInt(c.Thread, b); err == nil {
		e, err := figure.CountEdges(all, n, lo, hi)
		return e, refuse(c, err)
	}
	d, err := toValues(c.Thread, b)
	if err != nil || d.names != nil || d.ndim() != 1 {
		return nil, c.Errorf("bins = %s: must be an integer, edges, or a rule such as 'auto'", bind.Short(c.Thread, b))
	}
	return d.v, nil
}

func histogram(c *bind.Call, a *Axes) (py.Object, error) {
	sets, many, err := dataSets(c, "x")
	if err != nil {
		return nil, err
	}
	var all []float64
	for _, s := range sets {
		all = append(all, s...)
	}
	edges, err := binEdges(c, all)
	if err != nil {
		return nil, err
	}
	var weights [][]float64
	if c.Obj("weights") != py.None {
		if weights, _, err = dataSets(c, "weights"); err != nil {
			return nil, err
		}
		if len(weights) != len(sets) {
			return nil, c.Errorf("weights has %d arrays but x has %d", len(weights), len(sets))
		}
	}
	stacked := c.Bool("stacked") || c.Str("histtype") == "barstacked"
	var heights [][]float64
	for i, s := range sets {
		var w []float64
		if weights != nil {
			w = weights[i]
		}
		h, err := figure.Histogram(s, edges, w, c.Bool("density") && !stacked)
		if err != nil {
			return nil, refuse(c, err)
		}
		heights = append(heights, h)
	}
	if stacked && c.Bool("density") {
		total := 0.0
		for _, h := range heights {
			for _, v := range h {
				total += v
			}
		}
		for _, h := range heights {
			for k := range h {
				if w := (edges[k+1] - edges[k]) * total; w != 0 {
					h[k] /= w
				}
			}
		}
	}
	if c.Bool("cumulative") {
		for _, h := range heights {
			sum := 0.0
			for k := range h {
				v := h[k]
				if c.Bool("density") {
					v *= edges[k+1] - edges[k]
				}
				sum += v
				h[k] = sum
			}
		}
	}
	return drawHist(c, a, heights, edges, many, stacked)
}

// drawHist draws the counts: several arrays stand side by side, stacked, or as outlines over each other.
func drawHist(c *bind.Call, a *Axes, heights [][]float64, edges []float64, many, stacked bool) (py.Object, error) {
	o := figure.HistOptions{Horizontal: c.Str("orientation") == "horizontal", RelWidth: c.Float("rwidth"), ZOrder: zorder(c)}
	kind := c.Str("histtype")
	o.Step, o.Filled = kind == "step", kind == "stepfilled"
	one, colors, err := pickColors(c, "color")
	if err != nil {
		return nil, err
	}
	if f, err := pickColor(c, "facecolor", "fc"); err != nil {
		return nil, err
	} else if f != nil {
		one = f
	}
	if len(colors) > 0 && len(colors) < len(heights) {
		return nil, c.Errorf("color has %d colours for %d arrays", len(colors), len(heights))
	}
	if o.Edge, err = pickColor(c, "edgecolor", "ec"); err != nil {
		return nil, err
	}
	w, err := either(c, "linewidth", "lw")
	if err != nil {
		return nil, err
	}
	if w != "" {
		o.EdgeWidth = vg.Length(c.Float(w))
	}
	s, err := either(c, "linestyle", "ls")
	if err != nil {
		return nil, err
	}
	if s != "" {
		o.Style = bind.Get[lineStyle](c, s).style
	}
	if o.Alpha, err = alphaOf(c); err != nil {
		return nil, err
	}
	labels := bind.Get[[]string](c, "label")
	shifted := append([]float64(nil), edges...)
	if al := c.Str("align"); al != "mid" && len(edges) > 1 {
		half := (edges[1] - edges[0]) / 2
		if al == "left" {
			half = -half
		}
		for i := range shifted {
			shifted[i] += half
		}
	}
	n := len(heights)
	base := make([]float64, len(edges)-1)
	if b := vec(c, "bottom"); len(b) > 0 {
		for i := range base {
			base[i] = b[min(i, len(b)-1)]
		}
	}
	var artists []py.Object
	for i, h := range heights {
		oi := o
		oi.Color = one
		if i < len(colors) {
			oi.Color = colors[i]
		}
		if i < len(labels) {
			oi.Label = labels[i]
		}
		oi.Base = append([]float64(nil), base...)
		art, err := histPart(a.ax, h, shifted, i, n, stacked, oi)
		if err != nil {
			return nil, refuse(c, err)
		}
		switch x := art.(type) {
		case *figure.Bars:
			artists = append(artists, &BarContainer{bars: x, ax: a})
		case drawn:
			artists = append(artists, &Artist{class: spanClass, art: x, ax: a})
		}
		if stacked {
			for k := range base {
				base[k] += h[k]
			}
		}
	}
	if c.Bool("log") {
		axis := a.ax.Y
		if o.Horizontal {
			axis = a.ax.X
		}
		if err := axis.SetScale(figure.Log, 10); err != nil {
			return nil, refuse(c, err)
		}
	}
	if !many {
		return py.Tuple{toArray(heights[0]), toArray(edges), artists[0]}, nil
	}
	var rows []py.Object
	for _, h := range heights {
		rows = append(rows, toArray(h))
	}
	return py.Tuple{list(rows...), toArray(edges), list(artists...)}, nil
}

// histPart draws one array: the whole bin, or its share of it when several stand side by side.
func histPart(ax *figure.Axes, h, edges []float64, i, n int, stacked bool, o figure.HistOptions) (figure.Labelled, error) {
	if n == 1 || stacked || o.Step || o.Filled {
		return ax.Hist(h, edges, o)
	}
	at, widths := make([]float64, len(h)), make([]float64, len(h))
	for k := range h {
		w := (edges[k+1] - edges[k]) * 0.84
		widths[k] = w / float64(n)
		at[k] = edges[k] + (edges[k+1]-edges[k])*0.08 + widths[k]*float64(i)
	}
	return ax.Bars(at, h, figure.BarOptions{Horizontal: o.Horizontal, Widths: widths, AlignEdge: true, Base: o.Base, Color: o.Color, Edge: o.Edge, EdgeWidth: o.EdgeWidth, Alpha: o.Alpha, Label: o.Label, ZOrder: o.ZOrder})
}
