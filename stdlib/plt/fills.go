package plt

import (
	"image/color"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/plot/vg"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

func nrgba(c color.Color) color.NRGBA { return color.NRGBAModel.Convert(c).(color.NRGBA) }

var areaParams = []bind.Param{
	key("color", colorT, "colour of the area"), key("facecolor", colorT, "same as color"), key("fc", colorT, "same as color"),
	key("edgecolor", colorT, "colour of the edge"), key("ec", colorT, "same as edgecolor"),
	key("linewidth", bind.Float, "width of the edge"), key("lw", bind.Float, "same as linewidth"),
	key("alpha", bind.Float, "opacity between 0 and 1"), key("label", labelT, "text for the legend"), key("hatch", bind.Str, "pattern: '/', 'x', '.' ..."), key("zorder", bind.Float, "layer"),
	key("interpolate", bind.Bool, "accepted and not used"), key("linestyle", lineStyleT, "accepted and not used"),
}

func areaOptions(c *bind.Call) (o figure.FillOptions, err error) {
	if o.Color, err = pickColor(c, "color", "facecolor", "fc"); err != nil {
		return o, err
	}
	if o.Edge, err = pickColor(c, "edgecolor", "ec"); err != nil {
		return o, err
	}
	w, err := either(c, "linewidth", "lw")
	if err != nil {
		return o, err
	}
	if w != "" {
		o.EdgeWidth = vg.Length(c.Float(w))
		if c.Float(w) == 0 {
			o.Edge = nil
		}
	}
	if o.Alpha, err = alphaOf(c); err != nil {
		return o, err
	}
	o.Label, o.Hatch, o.ZOrder = c.Str("label"), c.Str("hatch"), zorder(c)
	return o, nil
}

// fillBetween reads one position and two curves; a number stands for a constant curve.
func fillBetween(pos, first, second string, sideways bool) func(c *bind.Call, a *Axes) (py.Object, error) {
	return func(c *bind.Call, a *Axes) (py.Object, error) {
		o, err := areaOptions(c)
		if err != nil {
			return nil, err
		}
		o.Sideways = sideways
		o.Where = bind.Get[[]bool](c, "where")
		switch c.Str("step") {
		case "pre":
			o.Steps = figure.StepPre
		case "post":
			o.Steps = figure.StepPost
		case "mid":
			o.Steps = figure.StepMid
		}
		axis := a.ax.X
		if sideways {
			axis = a.ax.Y
		}
		x := places(c, pos, axis)
		curve := func(name string) []float64 {
			d := bind.Get[*values](c, name)
			if d == nil {
				return make([]float64, len(x))
			}
			if len(d.v) == 1 && len(x) != 1 {
				return repeat(d.v[0], len(x))
			}
			return d.v
		}
		f, err := a.ax.FillBetween(x, curve(first), curve(second), o)
		if err != nil {
			return nil, refuse(c, err)
		}
		return &Artist{class: polyClass, art: f, ax: a}, nil
	}
}

var refParams = []bind.Param{
	key("color", colorT, "colour; the next of the cycle when left out"), key("c", colorT, "same as color"),
	key("linewidth", bind.Float, "width in points"), key("lw", bind.Float, "same as linewidth"),
	key("linestyle", lineStyleT, "how the line is broken"), key("ls", lineStyleT, "same as linestyle"),
	key("alpha", bind.Float, "opacity between 0 and 1"), key("label", labelT, "text for the legend"), key("zorder", bind.Float, "layer"),
}

func refOptions(c *bind.Call) (o figure.RefOptions, err error) {
	if o.Color, err = pickColor(c, "color", "c"); err != nil {
		return o, err
	}
	w, err := either(c, "linewidth", "lw")
	if err != nil {
		return o, err
	}
	if w != "" {
		v := c.Float(w)
		if !(v >= 0) {
			return o, c.Errorf("%s = %g: must not be negative", w, v)
		}
		o.Width = vg.Length(max(v, 1e-6))
	}
	s, err := either(c, "linestyle", "ls")
	if err != nil {
		return o, err
	}
	if s != "" {
		o.Style = bind.Get[lineStyle](c, s).style
	}
	if o.Alpha, err = alphaOf(c); err != nil {
		return o, err
	}
	o.Label, o.ZOrder = c.Str("label"), zorder(c)
	return o, nil
}

// across is axhline or axvline.
func across(at, lo, hi string, vertical bool) func(c *bind.Call, a *Axes) (py.Object, error) {
	return func(c *bind.Call, a *Axes) (py.Object, error) {
		o, err := refOptions(c)
		if err != nil {
			return nil, err
		}
		o.From, o.To = c.Float(lo), c.Float(hi)
		draw := a.ax.HLine
		if vertical {
			draw = a.ax.VLine
		}
		r, err := draw(c.Float(at), o)
		if err != nil {
			return nil, refuse(c, err)
		}
		return &Artist{class: linesClass, art: r, ax: a}, nil
	}
}

func span(lo, hi, from, to string, vertical bool) func(c *bind.Call, a *Axes) (py.Object, error) {
	return func(c *bind.Call, a *Axes) (py.Object, error) {
		f, err := areaOptions(c)
		if err != nil {
			return nil, err
		}
		o := figure.RefOptions{Color: f.Color, Alpha: f.Alpha, Label: f.Label, ZOrder: f.ZOrder, From: c.Float(from), To: c.Float(to)}
		draw := a.ax.HSpan
		if vertical {
			draw = a.ax.VSpan
		}
		s, err := draw(c.Float(lo), c.Float(hi), o)
		if err != nil {
			return nil, refuse(c, err)
		}
		return &Artist{class: spanClass, art: s, ax: a}, nil
	}
}

func manyLines(at, lo, hi string, vertical bool) func(c *bind.Call, a *Axes) (py.Object, error) {
	return func(c *bind.Call, a *Axes) (py.Object, error) {
		var o figure.RefOptions
		one, many, err := pickColors(c, "colors", "color")
		if err != nil {
			return nil, err
		}
		o.Color, o.Colors = one, many
		w, err := either(c, "linewidth", "linewidths", "lw")
		if err != nil {
			return nil, err
		}
		if w != "" {
			o.Width = vg.Length(max(c.Float(w), 1e-6))
		}
		s, err := either(c, "linestyles", "linestyle", "ls")
		if err != nil {
			return nil, err
		}
		if s != "" {
			o.Style = bind.Get[lineStyle](c, s).style
		}
		if o.Alpha, err = alphaOf(c); err != nil {
			return nil, err
		}
		o.Label, o.ZOrder = c.Str("label"), zorder(c)
		axis, other, draw := a.ax.Y, a.ax.X, a.ax.HLines
		if vertical {
			axis, other, draw = a.ax.X, a.ax.Y, a.ax.VLines
		}
		r, err := draw(places(c, at, axis), places(c, lo, other), places(c, hi, other), o)
		if err != nil {
			return nil, refuse(c, err)
		}
		return &Artist{class: linesClass, art: r, ax: a}, nil
	}
}

var manyParams = []bind.Param{
	opt("colors", colorsT, "one colour, or one for each line"), key("color", colorsT, "same as colors"),
	opt("linestyles", lineStyleT, "how the lines are broken"), key("linestyle", lineStyleT, "same as linestyles"), key("ls", lineStyleT, "same as linestyles"),
	key("linewidth", bind.Float, "width in points"), key("linewidths", bind.Float, "same as linewidth"), key("lw", bind.Float, "same as linewidth"),
	key("alpha", bind.Float, "opacity between 0 and 1"), key("label", labelT, "text for the legend"), key("zorder", bind.Float, "layer"),
}

func fraction(name, def string) bind.Param {
	return bind.Param{Name: name, Type: bind.Float, Default: def, Help: "end of the line as a fraction of the axes"}
}

var fillFuncs = []*bind.Func{
	axMethod("fill_between", params(req("x", arrayT, "x"), req("y1", numbersT, "first curve, or one number"), opt("y2", numbersT, "second curve, or one number; 0 when left out"),
		opt("where", boolsT, "where to fill"), opt("step", bind.OneOf("pre", "post", "mid"), "join points by steps"), areaParams),
		"PolyCollection", "Fill the area between two curves.", ">>> plt.fill_between([0, 1, 2], [0, 1, 0], alpha=0.3)\n<Figure size 640x400 with 1 Axes>\n<PolyCollection>", fillBetween("x", "y1", "y2", false)),
	axMethod("fill_betweenx", params(req("y", arrayT, "y"), req("x1", numbersT, "first curve, or one number"), opt("x2", numbersT, "second curve, or one number; 0 when left out"),
		opt("where", boolsT, "where to fill"), opt("step", bind.OneOf("pre", "post", "mid"), "join points by steps"), areaParams),
		"PolyCollection", "Fill the area between two curves over y.", ">>> plt.fill_betweenx([0, 1, 2], [0, 1, 0])\n<Figure size 640x400 with 1 Axes>\n<PolyCollection>", fillBetween("y", "x1", "x2", true)),
	axMethod("fill", params(req("x", vectorT, "x of the corners"), req("y", vectorT, "y of the corners"), opt("fmt", colorT, "colour"), areaParams),
		"list of Polygon", "Fill a polygon.", ">>> plt.fill([0, 1, 0.5], [0, 0, 1])\n<Figure size 640x400 with 1 Axes>\n[<Polygon>]", func(c *bind.Call, a *Axes) (py.Object, error) {
			o, err := areaOptions(c)
			if err != nil {
				return nil, err
			}
			if c.Has("fmt") && o.Color == nil {
				o.Color = bind.Get[color.NRGBA](c, "fmt")
			}
			p, err := a.ax.Fill(vec(c, "x"), vec(c, "y"), o)
			if err != nil {
				return nil, refuse(c, err)
			}
			return list(&Artist{class: spanClass, art: p, ax: a}), nil
		}),
	axMethod("stackplot", params(req("x", arrayT, "x"), bind.Param{Name: "args", Star: true, Help: "curves to stack, or one matrix with a curve a row"},
		key("labels", labelsT, "texts for the legend"), key("colors", colorsT, "colours of the areas"), key("alpha", bind.Float, "opacity between 0 and 1"), key("baseline", bind.OneOf("zero"), "only 'zero' is provided")),
		"list of PolyCollection", "Stack areas on each other.", ">>> plt.stackplot([0, 1, 2], [1, 2, 1], [2, 1, 2])\n<Figure size 640x400 with 1 Axes>\n[<PolyCollection>, <PolyCollection>]", stackplot),
	axMethod("axhline", params(bind.Param{Name: "y", Type: bind.Float, Default: "0", Help: "height of the line"}, fraction("xmin", "0"), fraction("xmax", "1"), refParams),
		"LineCollection", "Draw a horizontal line across the axes.", ">>> plt.axhline(1, ls='--')\n<Figure size 640x400 with 1 Axes>\n<LineCollection>", across("y", "xmin", "xmax", false)),
	axMethod("axvline", params(bind.Param{Name: "x", Type: bind.Float, Default: "0", Help: "place of the line"}, fraction("ymin", "0"), fraction("ymax", "1"), refParams),
		"LineCollection", "Draw a vertical line across the axes.", ">>> plt.axvline(1, color='red')\n<Figure size 640x400 with 1 Axes>\n<LineCollection>", across("x", "ymin", "ymax", true)),
	axMethod("axline", params(req("xy1", pairT, "a point of the line"), opt("xy2", pairT, "another point"), key("slope", bind.Float, "slope, instead of another point"), refParams),
		"LineCollection", "Draw a straight line through a point.", ">>> plt.axline((0, 0), slope=1)\n<Figure size 640x400 with 1 Axes>\n<LineCollection>", axline),
	axMethod("axhspan", params(req("ymin", bind.Float, "lower end of the band"), req("ymax", bind.Float, "upper end of the band"), fraction("xmin", "0"), fraction("xmax", "1"), areaParams),
		"Polygon", "Fill a horizontal band across the axes.", ">>> plt.axhspan(1, 2, alpha=0.2)\n<Figure size 640x400 with 1 Axes>\n<Polygon>", span("ymin", "ymax", "xmin", "xmax", false)),
	axMethod("axvspan", params(req("xmin", bind.Float, "left end of the band"), req("xmax", bind.Float, "right end of the band"), fraction("ymin", "0"), fraction("ymax", "1"), areaParams),
		"Polygon", "Fill a vertical band across the axes.", ">>> plt.axvspan(1, 2, alpha=0.2)\n<Figure size 640x400 with 1 Axes>\n<Polygon>", span("xmin", "xmax", "ymin", "ymax", true)),
	axMethod("hlines", params(req("y", arrayT, "heights"), req("xmin", numbersT, "left ends"), req("xmax", numbersT, "right ends"), manyParams),
		"LineCollection", "Draw horizontal lines.", ">>> plt.hlines([1, 2], 0, [3, 4])\n<Figure size 640x400 with 1 Axes>\n<LineCollection>", manyLines("y", "xmin", "xmax", false)),
	axMethod("vlines", params(req("x", arrayT, "places"), req("ymin", numbersT, "lower ends"), req("ymax", numbersT, "upper ends"), manyParams),
		"LineCollection", "Draw vertical lines.", ">>> plt.vlines([1, 2], 0, [3, 4])\n<Figure size 640x400 with 1 Axes>\n<LineCollection>", manyLines("x", "ymin", "ymax", true)),
}

func axline(c *bind.Call, a *Axes) (py.Object, error) {
	o, err := refOptions(c)
	if err != nil {
		return nil, err
	}
	p := bind.Get[[2]float64](c, "xy1")
	if c.Has("xy2") == c.Has("slope") {
		return nil, runtime.TypeErrorf("axline() needs either xy2 or slope")
	}
	slope := c.Float("slope")
	if c.Has("xy2") {
		q := bind.Get[[2]float64](c, "xy2")
		if p == q {
			return nil, c.Errorf("the two points must differ")
		}
		slope = (q[1] - p[1]) / (q[0] - p[0])
	}
	s, err := a.ax.SlopeLine(p[0], p[1], slope, o)
	if err != nil {
		return nil, refuse(c, err)
	}
	return &Artist{class: linesClass, art: s, ax: a}, nil
}

func stackplot(c *bind.Call, a *Axes) (py.Object, error) {
	x := places(c, "x", a.ax.X)
	var rows [][]float64
	for i, o := range c.Rest {
		d, err := toValues(c.Thread, o)
		if err != nil || d.names != nil {
			return nil, c.Errorf("curve %d = %s: must be an array of numbers", i+1, bind.Short(c.Thread, o))
		}
		if d.ndim() == 2 {
			for r := range d.shape[0] {
				rows = append(rows, d.v[r*d.shape[1]:(r+1)*d.shape[1]])
			}
			continue
		}
		rows = append(rows, d.v)
	}
	labels := bind.Get[[]string](c, "labels")
	_, colors, err := pickColors(c, "colors")
	if err != nil {
		return nil, err
	}
	alpha, err := alphaOf(c)
	if err != nil {
		return nil, err
	}
	base := make([]float64, len(x))
	var out []py.Object
	for i, r := range rows {
		if len(r) != len(x) {
			return nil, c.Errorf("curve %d and x must have the same length, got %d and %d", i+1, len(r), len(x))
		}
		top := make([]float64, len(x))
		for k := range top {
			top[k] = base[k] + r[k]
		}
		o := figure.FillOptions{Alpha: alpha}
		if i < len(labels) {
			o.Label = labels[i]
		}
		if len(colors) > 0 {
			o.Color = colors[i%len(colors)]
		}
		f, err := a.ax.FillBetween(x, top, base, o)
		if err != nil {
			return nil, refuse(c, err)
		}
		out = append(out, &Artist{class: polyClass, art: f, ax: a})
		base = top
	}
	return list(out...), nil
}
