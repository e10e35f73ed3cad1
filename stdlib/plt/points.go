package plt

import (
	"fmt"
	"image/color"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/plot/vg"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

var scatterParams = params(
	req("x", arrayT, "x of the points"), req("y", arrayT, "y of the points"),
	opt("s", numbersT, "areas in square points: one, or one for each point"),
	opt("c", shadesT, "one colour, one for each point, or numbers shown by the colour map"),
	key("marker", markerT, "shape: 'o', 's', '^', 'x' ..."),
	scaleParams,
	key("color", colorsT, "same as c, for colours only"),
	key("linewidths", bind.Float, "width of the edges"), key("linewidth", bind.Float, "same as linewidths"), key("lw", bind.Float, "same as linewidths"),
	key("edgecolors", colorsT, "colour of the edges, 'face' or 'none'"), key("edgecolor", colorsT, "same as edgecolors"), key("ec", colorsT, "same as edgecolors"),
	key("facecolors", colorsT, "colour of the inside; 'none' for hollow points"), key("facecolor", colorsT, "same as facecolors"),
	key("label", labelT, "text for the legend"), key("zorder", bind.Float, "layer"),
	key("clip_on", bind.Bool, "accepted and not used"), key("rasterized", bind.Bool, "accepted and not used"), key("plotnonfinite", bind.Bool, "accepted and not used"),
)

func scatter(c *bind.Call, a *Axes) (py.Object, error) {
	x, y := places(c, "x", a.ax.X), places(c, "y", a.ax.Y)
	scale, err := scaleOptions(c)
	if err != nil {
		return nil, err
	}
	o := figure.ScatterOptions{
		Sizes: vec(c, "s"), Scale: scale, Marker: c.Str("marker"), Label: c.Str("label"), Alpha: scale.Alpha, ZOrder: zorder(c),
	}
	if o.Marker == "None" || o.Marker == "none" || o.Marker == " " {
		return nil, c.Errorf("marker = '%s': points need a marker", o.Marker)
	}
	if c.Has("c") && c.Has("color") {
		return nil, runtime.TypeErrorf("%s() got both 'c' and 'color', which mean the same", c.Func.Name)
	}
	arg := bind.Get[*colorArg](c, "c")
	if arg == nil {
		arg = bind.Get[*colorArg](c, "color")
	}
	if arg != nil {
		switch {
		case arg.values != nil && len(arg.values.v) == len(x) && arg.values.ndim() <= 2:
			o.Values = arg.values.v
		case arg.one != nil:
			o.Color = *arg.one
		case arg.values != nil:
			return nil, c.Errorf("c has %d numbers, which is inconsistent with x and y of size %d", len(arg.values.v), len(x))
		default:
			o.Colors = arg.many
		}
	}
	face, err := either(c, "facecolors", "facecolor")
	if err != nil {
		return nil, err
	}
	if face != "" {
		f := bind.Get[*colorArg](c, face)
		switch {
		case f.none:
			o.Hollow = true
		case f.one != nil:
			o.Color, o.Values, o.Colors = *f.one, nil, nil
		case f.many != nil:
			o.Colors, o.Color, o.Values = f.many, nil, nil
		}
	}
	edge, err := either(c, "edgecolors", "edgecolor", "ec")
	if err != nil {
		return nil, err
	}
	if edge != "" {
		e := bind.Get[*colorArg](c, edge)
		switch {
		case e.face:
			o.EdgeFace = true
		case e.one != nil:
			o.Edge = *e.one
			if o.Hollow && o.Color == nil && e.one.A > 0 {
				o.Color = *e.one
			}
		case len(e.many) > 0:
			o.Edge = e.many[0]
		}
	}
	w, err := either(c, "linewidths", "linewidth", "lw")
	if err != nil {
		return nil, err
	}
	if w != "" {
		o.EdgeWidth = vg.Length(c.Float(w))
		if c.Float(w) == 0 {
			o.Edge = color.NRGBA{}
		}
	}
	s, err := a.ax.Scatter(x, y, o)
	if err != nil {
		return nil, refuse(c, err)
	}
	return &Artist{class: pathsClass, art: s, ax: a}, nil
}

// barParams are shared by bar and barh.
func barParams(at, length, width, base string) []bind.Param {
	return params(
		req(at, arrayT, "places of the bars: numbers or names"), req(length, numbersT, "lengths of the bars"),
		bind.Param{Name: width, Type: numbersT, Default: "0.8", Help: "extent across: one, or one for each bar"},
		opt(base, numbersT, "where the bars begin: one, or one for each"),
		bind.Param{Name: "align", Type: bind.OneOf("center", "edge"), Default: "'center'", KwOnly: true, Help: "whether places are middles or low edges"},
		key("color", colorsT, "colour of the bars: one, or one for each"), key("facecolor", colorsT, "same as color"), key("fc", colorsT, "same as color"),
		key("edgecolor", colorT, "colour of the edges"), key("ec", colorT, "same as edgecolor"),
		key("linewidth", bind.Float, "width of the edges"), key("lw", bind.Float, "same as linewidth"),
		key("tick_label", labelsT, "names below the bars"), key("label", labelsT, "text for the legend: one, or one for each bar"),
		key("yerr", numbersT, "errors of the lengths, drawn as bars"), key("xerr", numbersT, "errors of the lengths, drawn as bars"),
		key("ecolor", colorT, "colour of the error bars"), key("capsize", bind.Float, "half the length of their caps"),
		key("hatch", bind.Str, "pattern: '/', '\\\\', 'x', '-', '|', '+', '.', repeated for density"),
		key("alpha", bind.Float, "opacity between 0 and 1"), key("log", bind.Bool, "logarithmic axis of lengths"), key("zorder", bind.Float, "layer"),
	)
}

func bars(atName, lenName, widthName, baseName string, horizontal bool) func(c *bind.Call, a *Axes) (py.Object, error) {
	return func(c *bind.Call, a *Axes) (py.Object, error) {
		axis, other := a.ax.X, a.ax.Y
		if horizontal {
			axis, other = other, axis
		}
		at, length := places(c, atName, axis), vec(c, lenName)
		if len(length) == 1 && len(at) > 1 {
			length = repeat(length[0], len(at))
		}
		if len(at) == 1 && len(length) > 1 {
			at = repeat(at[0], len(length))
		}
		o := figure.BarOptions{Horizontal: horizontal, Widths: vec(c, widthName), Base: vec(c, baseName), AlignEdge: c.Str("align") == "edge", Hatch: c.Str("hatch"), ZOrder: zorder(c)}
		var err error
		if o.Color, o.Colors, err = pickColors(c, "color", "facecolor", "fc"); err != nil {
			return nil, err
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
			if c.Float(w) == 0 {
				o.Edge = nil
			}
		}
		if o.Alpha, err = alphaOf(c); err != nil {
			return nil, err
		}
		switch l := bind.Get[[]string](c, "label"); {
		case len(l) == 1:
			o.Label = l[0]
		case len(l) > 1:
			o.Labels = l
		}
		b, err := a.ax.Bars(at, length, o)
		if err != nil {
			return nil, refuse(c, err)
		}
		if l := bind.Get[[]string](c, "tick_label"); l != nil {
			if err := axis.SetTicks(at, l); err != nil {
				return nil, refuse(c, err)
			}
		}
		if c.Bool("log") {
			if err := other.SetScale(figure.Log, 10); err != nil {
				return nil, refuse(c, err)
			}
		}
		if err := barErrors(c, a, b, at, horizontal); err != nil {
			return nil, err
		}
		return &BarContainer{bars: b, ax: a}, nil
	}
}

// barErrors draws error bars at the ends of bars.
func barErrors(c *bind.Call, a *Axes, b *figure.Bars, _ []float64, horizontal bool) error {
	if !c.Has("yerr") && !c.Has("xerr") {
		return nil
	}
	n := b.Len()
	x, y := make([]float64, n), make([]float64, n)
	for i := range n {
		x0, y0, x1, y1 := b.Rect(i)
		if horizontal {
			x[i], y[i] = x1, (y0+y1)/2
		} else {
			x[i], y[i] = (x0+x1)/2, y1
		}
	}
	o := figure.ErrorOptions{Line: figure.LineOptions{Style: figure.NoLine, Color: stateOf(c.Thread).rc.theme.Text}, Cap: -1}
	var err error
	if o.Color, err = pickColor(c, "ecolor"); err != nil {
		return err
	}
	if v, ok := number(c, "capsize"); ok && v > 0 {
		o.Cap = vg.Length(v)
	}
	if o.YLo, o.YHi, err = errorsOf(c, "yerr"); err != nil {
		return err
	}
	if o.XLo, o.XHi, err = errorsOf(c, "xerr"); err != nil {
		return err
	}
	_, err = a.ax.ErrorBars(x, y, o)
	return refuse(c, err)
}

func repeat(v float64, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = v
	}
	return out
}

func boxplot(c *bind.Call, a *Axes) (py.Object, error) {
	sets, _, err := dataSets(c, "x")
	if err != nil {
		return nil, err
	}
	o := figure.BoxOptions{At: vec(c, "positions"), Widths: vec(c, "widths"), ShowMeans: c.Bool("showmeans"), Hollow: !c.Bool("patch_artist")}
	if v, ok := number(c, "whis"); ok {
		if v < 0 {
			return nil, c.Errorf("whis = %g: must not be negative", v)
		}
		o.Whisker = max(v, 1e-9)
	}
	o.NoFliers = c.Has("showfliers") && !c.Bool("showfliers") || c.Has("sym") && c.Str("sym") == ""
	o.Horizontal = c.Has("vert") && !c.Bool("vert") || c.Str("orientation") == "horizontal"
	for _, n := range []string{"labels", "tick_labels"} {
		if c.Has(n) {
			o.Labels = bind.Get[[]string](c, n)
		}
	}
	stats, err := a.ax.Boxes(sets, o)
	if err != nil {
		return nil, refuse(c, err)
	}
	d := runtime.NewDict()
	get := func(f func(s figure.BoxStats) float64) py.Object {
		v := make([]float64, len(stats))
		for i, s := range stats {
			v[i] = f(s)
		}
		return toArray(v)
	}
	d.SetStr("medians", get(func(s figure.BoxStats) float64 { return s.Median }))
	d.SetStr("q1", get(func(s figure.BoxStats) float64 { return s.Q1 }))
	d.SetStr("q3", get(func(s figure.BoxStats) float64 { return s.Q3 }))
	d.SetStr("whiskers_low", get(func(s figure.BoxStats) float64 { return s.Low }))
	d.SetStr("whiskers_high", get(func(s figure.BoxStats) float64 { return s.High }))
	return d, nil
}

func barLabel(c *bind.Call, a *Axes) (py.Object, error) {
	b, ok := c.Obj("container").(*BarContainer)
	if !ok {
		return nil, runtime.TypeErrorf("bar_label: container must be what bar or barh returned, not %s", c.Obj("container").Type().Name)
	}
	texts := bind.Get[[]string](c, "labels")
	pad, _ := number(c, "padding")
	size, _ := number(c, "fontsize")
	col, err := pickColor(c, "color")
	if err != nil {
		return nil, err
	}
	var out []py.Object
	for i := range b.bars.Len() {
		x0, y0, x1, y1 := b.bars.Rect(i)
		x, y, v := (x0+x1)/2, y1, y1-y0
		o := figure.AnnotateOptions{Text: figure.TextOptions{HAlign: "center", VAlign: "bottom", Size: size, Color: col}, Offset: vg.Point{Y: vg.Length(2 + pad)}}
		if b.bars.Horizontal() {
			x, y, v = x1, (y0+y1)/2, x1-x0
			o.Text.HAlign, o.Text.VAlign, o.Offset = "left", "center", vg.Point{X: vg.Length(3 + pad)}
		} else if v < 0 {
			o.Text.VAlign, o.Offset.Y = "top", -o.Offset.Y
		}
		if c.Str("label_type") == "center" {
			o.Text.HAlign, o.Text.VAlign, o.Offset = "center", "center", vg.Point{}
			x, y = (x0+x1)/2, (y0+y1)/2
		}
		s := fmt.Sprintf("%g", v)
		switch {
		case i < len(texts):
			s = texts[i]
		case c.Has("fmt"):
			f, err := tickFormat(c, c.Obj("fmt"))
			if err != nil {
				return nil, err
			}
			s = f(v)
		}
		t, err := a.ax.Annotate(s, x, y, o)
		if err != nil {
			return nil, refuse(c, err)
		}
		out = append(out, &textArtist{Artist{class: textClass, art: t, ax: a}, x, y})
	}
	return list(out...), nil
}

var pointFuncs = []*bind.Func{
	axMethod("scatter", scatterParams, "PathCollection", "Draw points with sizes and colours of their own.",
		">>> plt.scatter([1, 2, 3], [1, 4, 9], c=[0.1, 0.5, 0.9], s=40)\n<Figure size 640x400 with 1 Axes>\n<PathCollection>", scatter),
	axMethod("bar", barParams("x", "height", "width", "bottom"), "BarContainer", "Draw upright bars.",
		">>> plt.bar(['a', 'b', 'c'], [3, 1, 2])\n<Figure size 640x400 with 1 Axes>\n<BarContainer object of 3 artists>", bars("x", "height", "width", "bottom", false)),
	axMethod("barh", barParams("y", "width", "height", "left"), "BarContainer", "Draw horizontal bars.",
		">>> plt.barh(['a', 'b'], [3, 1])\n<Figure size 640x400 with 1 Axes>\n<BarContainer object of 2 artists>", bars("y", "width", "height", "left", true)),
	axMethod("hist", histParams, "tuple (counts, edges, bars)", "Draw a histogram.",
		">>> n, bins, bars = plt.hist([1, 2, 2, 3, 3, 3], bins=3);\n... print(n)\n[1. 2. 3.]\n<Figure size 640x400 with 1 Axes>", histogram),
	axMethod("boxplot", params(req("x", bind.Any, "numbers, or a sequence of arrays"), key("positions", vectorT, "places of the boxes"), key("widths", numbersT, "widths of the boxes"),
		key("labels", labelsT, "names of the boxes"), key("tick_labels", labelsT, "same as labels"), key("vert", bind.Bool, "upright boxes"), key("orientation", bind.OneOf("vertical", "horizontal"), "direction of the boxes"),
		key("whis", bind.Float, "reach of the whiskers in interquartile ranges; 1.5 when left out"), key("showfliers", bind.Bool, "show outliers"), key("sym", bind.Str, "'' hides outliers"),
		key("showmeans", bind.Bool, "mark the means"), key("patch_artist", bind.Bool, "fill the boxes"), key("notch", bind.OneOf(), "not provided")),
		"dict of arrays: medians, q1, q3, whiskers_low, whiskers_high", "Draw box plots.",
		">>> d = plt.boxplot([[1, 2, 3, 4], [2, 4, 6, 8]]);\n... print(d['medians'])\n[2.5 5. ]\n<Figure size 640x400 with 1 Axes>", boxplot),
	axMethod("bar_label", params(req("container", bind.Any, "what bar or barh returned"), opt("labels", labelsT, "the texts; the lengths when left out"),
		key("fmt", bind.Any, "format of the lengths: '{:.1f}', '%.1f' or a function"), key("label_type", bind.OneOf("edge", "center"), "at the ends or in the middles"),
		key("padding", bind.Float, "points between bar and text"), key("fontsize", sizeT, "size of the text"), key("color", colorT, "colour of the text")),
		"list of Text", "Write numbers on bars.",
		">>> bars = plt.bar(['a', 'b'], [3, 1.5])\n... plt.bar_label(bars)\n<Figure size 640x400 with 1 Axes>\n[Text(0, 3.0, '3'), Text(1.0, 1.5, '1.5')]", barLabel),
}
