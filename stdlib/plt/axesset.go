package plt

import (
	"image/color"
	"math"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/plot/vg"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// limits is xlim or ylim: with arguments it sets the limits, and always returns them.
func limits(axis func(a *figure.Axes) *figure.Axis, low, high, letter string) func(c *bind.Call, a *Axes) (py.Object, error) {
	return func(c *bind.Call, a *Axes) (py.Object, error) {
		x := axis(a.ax)
		lo, hi := math.NaN(), math.NaN()
		set := false
		switch first := c.Obj("low"); {
		case first == py.None:
		case c.Has("high"):
			v, err := runtime.AsFloat(c.Thread, first)
			if err != nil {
				return nil, c.Errorf("%s = %s: must be a number", low, bind.Short(c.Thread, first))
			}
			lo, set = v, true
		default:
			if v, err := runtime.AsFloat(c.Thread, first); err == nil {
				lo, set = v, true
				break
			}
			p, err := pairT.Convert(c.Thread, first)
			if err != nil {
				return nil, c.Errorf("%s: must be a number or a pair of numbers", bind.Short(c.Thread, first))
			}
			pair := p.([2]float64)
			lo, hi, set = pair[0], pair[1], true
		}
		if c.Has("high") {
			hi, set = c.Float("high"), true
		}
		for _, n := range []string{low, letter + "min"} {
			if c.Has(n) {
				lo, set = c.Float(n), true
			}
		}
		for _, n := range []string{high, letter + "max"} {
			if c.Has(n) {
				hi, set = c.Float(n), true
			}
		}
		if set {
			if err := x.SetLimits(lo, hi); err != nil {
				return nil, refuse(c, err)
			}
		}
		l, h := x.Limits()
		return py.Tuple{py.Float(l), py.Float(h)}, nil
	}
}

func limitParams(low, high, min, max string) []bind.Param {
	return params(opt("low", bind.Any, "low end, or a pair of both ends"), opt("high", bind.Float, "high end"),
		key(low, bind.Float, "low end"), key(high, bind.Float, "high end"), key(min, bind.Float, "low end"), key(max, bind.Float, "high end"),
		key("auto", bind.Any, "accepted and not used"), key("emit", bind.Any, "accepted and not used"))
}

var (
	xAxis = func(a *figure.Axes) *figure.Axis { return a.X }
	yAxis = func(a *figure.Axes) *figure.Axis { return a.Y }

	xlimFunc = axMethod("set_xlim", limitParams("left", "right", "xmin", "xmax"), "tuple (low, high)", "Set the limits of the x axis; without arguments return them.",
		">>> plt.xlim(0, 5)\n<Figure size 640x400 with 1 Axes>\n(0.0, 5.0)", limits(xAxis, "left", "right", "x"))
	ylimFunc = axMethod("set_ylim", limitParams("bottom", "top", "ymin", "ymax"), "tuple (low, high)", "Set the limits of the y axis; without arguments return them.",
		">>> plt.ylim(bottom=0, top=2)\n<Figure size 640x400 with 1 Axes>\n(0.0, 2.0)", limits(yAxis, "bottom", "top", "y"))
)

func getLimits(axis func(a *figure.Axes) *figure.Axis) func(c *bind.Call, a *Axes) (py.Object, error) {
	return func(c *bind.Call, a *Axes) (py.Object, error) {
		l, h := axis(a.ax).Limits()
		return py.Tuple{py.Float(l), py.Float(h)}, nil
	}
}

func scaleFunc(name string, axis func(a *figure.Axes) *figure.Axis, example string) *bind.Func {
	return axMethod(name, params(req("value", bind.Str, "'linear' or 'log'"), key("base", bind.Float, "base of the logarithm; 10 when left out"),
		key("nonpositive", bind.OneOf("mask", "clip"), "accepted: numbers that are not positive are left out")), "None", "Choose the scale of the axis.", example,
		func(c *bind.Call, a *Axes) (py.Object, error) {
			s, err := figure.ParseScale(c.Str("value"))
			if err != nil {
				return nil, refuse(c, err)
			}
			return none(refuse(c, axis(a.ax).SetScale(s, c.Float("base"))))
		})
}

var (
	xscaleFunc = scaleFunc("set_xscale", xAxis, ">>> plt.xscale('log')\n<Figure size 640x400 with 1 Axes>")
	yscaleFunc = scaleFunc("set_yscale", yAxis, ">>> plt.yscale('log')\n<Figure size 640x400 with 1 Axes>")
)

var tickParams = []bind.Param{
	opt("ticks", vectorT, "where ticks stand; [] for none"), opt("labels", labelsT, "what they say"),
	key("minor", bind.Bool, "accepted and not used"), key("rotation", rotationT, "degrees"), key("fontsize", sizeT, "size of the labels"), key("size", sizeT, "same as fontsize"),
	key("ha", hAlignT, "accepted and not used"), key("va", vAlignT, "accepted and not used"), key("color", colorT, "accepted and not used"),
}

// ticks is xticks or yticks.
func ticks(axis func(a *figure.Axes) *figure.Axis) func(c *bind.Call, a *Axes) (py.Object, error) {
	return func(c *bind.Call, a *Axes) (py.Object, error) {
		x := axis(a.ax)
		labels := bind.Get[[]string](c, "labels")
		at := vec(c, "ticks")
		if d := bind.Get[*values](c, "ticks"); d != nil && d.names != nil {
			return nil, c.Errorf("ticks must be numbers; pass names as labels")
		}
		if c.Has("ticks") {
			if at == nil {
				at = []float64{}
			}
			if err := x.SetTicks(at, labels); err != nil {
				return nil, refuse(c, err)
			}
		} else if labels != nil {
			if err := x.SetTicks(x.Ticks(), labels); err != nil {
				return nil, refuse(c, err)
			}
		}
		if v, ok := number(c, "rotation"); ok {
			x.SetTickRotation(v)
		}
		if v, ok := number(c, "fontsize", "size"); ok {
			x.SetTickSize(vg.Length(v))
		}
		var out []py.Object
		for _, l := range labels {
			out = append(out, str(l))
		}
		return py.Tuple{toArray(x.Ticks()), list(out...)}, nil
	}
}

// setTicks is set_xticks or set_yticks: like ticks, but without a result.
func setTicks(axis func(a *figure.Axes) *figure.Axis) func(c *bind.Call, a *Axes) (py.Object, error) {
	f := ticks(axis)
	return func(c *bind.Call, a *Axes) (py.Object, error) {
		_, err := f(c, a)
		return none(err)
	}
}

func setTickLabels(axis func(a *figure.Axes) *figure.Axis) func(c *bind.Call, a *Axes) (py.Object, error) {
	return func(c *bind.Call, a *Axes) (py.Object, error) {
		x := axis(a.ax)
		labels := bind.Get[[]string](c, "labels")
		at := x.Ticks()
		if len(labels) == 0 {
			labels = make([]string, len(at))
		}
		if v, ok := number(c, "rotation"); ok {
			x.SetTickRotation(v)
		}
		if v, ok := number(c, "fontsize", "size"); ok {
			x.SetTickSize(vg.Length(v))
		}
		return none(refuse(c, x.SetTicks(at, labels)))
	}
}

var gridParamsList = []bind.Param{
	opt("visible", bind.Bool, "whether to show the lines"), key("which", bind.OneOf("major", "minor", "both"), "lines of which ticks"),
	key("axis", bind.OneOf("both", "x", "y"), "lines of which axis"),
	key("color", colorT, "accepted and not used"), key("c", colorT, "accepted and not used"), key("linestyle", lineStyleT, "accepted and not used"), key("ls", lineStyleT, "accepted and not used"),
	key("linewidth", bind.Float, "accepted and not used"), key("lw", bind.Float, "accepted and not used"), key("alpha", bind.Float, "accepted and not used"), key("zorder", bind.Float, "accepted and not used"),
}

var gridFunc = axMethod("grid", gridParamsList, "None", "Show or hide the grid. Its look follows the style.", ">>> plt.grid(True, axis='y')\n<Figure size 640x400 with 1 Axes>",
	func(c *bind.Call, a *Axes) (py.Object, error) {
		on := true
		if c.Has("visible") {
			on = c.Bool("visible")
		}
		which := c.Str("which")
		return none(refuse(c, a.ax.SetGrid(on, c.Str("axis"), which == "minor" || which == "both")))
	})

// axisFunc is axis: 'off', 'equal', 'tight' and so on, or four limits.
var axisFunc = axMethod("axis", params(opt("arg", bind.Any, "'on', 'off', 'equal', 'scaled', 'tight', 'auto', 'image', 'square', or [xmin, xmax, ymin, ymax]"),
	key("xmin", bind.Float, "low end of x"), key("xmax", bind.Float, "high end of x"), key("ymin", bind.Float, "low end of y"), key("ymax", bind.Float, "high end of y")),
	"tuple (xmin, xmax, ymin, ymax)", "Choose limits, aspect or visibility of the axes in one word.", ">>> plt.axis([0, 1, 0, 2])\n<Figure size 640x400 with 1 Axes>\n(0.0, 1.0, 0.0, 2.0)",
	func(c *bind.Call, a *Axes) (py.Object, error) {
		if err := axisWord(c, a.ax); err != nil {
			return nil, err
		}
		x0, x1 := a.ax.X.Limits()
		y0, y1 := a.ax.Y.Limits()
		return py.Tuple{py.Float(x0), py.Float(x1), py.Float(y0), py.Float(y1)}, nil
	})

func axisWord(c *bind.Call, a *figure.Axes) error {
	switch o := c.Obj("arg").(type) {
	case py.NoneType:
	case py.Bool:
		a.SetVisible(bool(o))
	case py.String:
		switch o {
		case "on":
			a.SetVisible(true)
		case "off":
			a.SetVisible(false)
		case "equal":
			return refuse(c, a.SetAspect(1, true))
		case "scaled":
			return refuse(c, a.SetAspect(1, false))
		case "tight":
			a.X.Autoscale(true)
			a.Y.Autoscale(true)
		case "auto":
			a.X.Autoscale(false)
			a.Y.Autoscale(false)
			return refuse(c, a.SetAspect(0, false))
		case "image":
			a.X.Autoscale(true)
			a.Y.Autoscale(true)
			return refuse(c, a.SetAspect(1, false))
		case "square":
			x0, x1 := a.X.Limits()
			y0, y1 := a.Y.Limits()
			d := max(math.Abs(x1-x0), math.Abs(y1-y0)) / 2
			if err := a.X.SetLimits((x0+x1)/2-d, (x0+x1)/2+d); err != nil {
				return refuse(c, err)
			}
			if err := a.Y.SetLimits((y0+y1)/2-d, (y0+y1)/2+d); err != nil {
				return refuse(c, err)
			}
			return refuse(c, a.SetAspect(1, false))
		default:
			return c.Errorf("unrecognized string '%s': try 'on', 'off', 'equal', 'scaled', 'tight', 'auto', 'image' or 'square'", string(o))
		}
	default:
		d, err := toValues(c.Thread, o)
		if err != nil || d.names != nil || len(d.v) != 4 {
			return c.Errorf("%s: must be a word or four limits", bind.Short(c.Thread, o))
		}
		if err := a.X.SetLimits(d.v[0], d.v[1]); err != nil {
			return refuse(c, err)
		}
		return refuse(c, a.Y.SetLimits(d.v[2], d.v[3]))
	}
	for _, s := range []struct {
		axis   *figure.Axis
		lo, hi string
	}{{a.X, "xmin", "xmax"}, {a.Y, "ymin", "ymax"}} {
		if c.Has(s.lo) || c.Has(s.hi) {
			lo, hi := math.NaN(), math.NaN()
			if c.Has(s.lo) {
				lo = c.Float(s.lo)
			}
			if c.Has(s.hi) {
				hi = c.Float(s.hi)
			}
			if err := s.axis.SetLimits(lo, hi); err != nil {
				return refuse(c, err)
			}
		}
	}
	return nil
}

// tickParamsFunc is tick_params.
var tickParamsFunc = axMethod("tick_params", params(bind.Param{Name: "axis", Type: bind.OneOf("both", "x", "y"), Default: "'both'", Help: "which axis"},
	key("which", bind.OneOf("major", "minor", "both"), "accepted and not used"), key("labelsize", sizeT, "size of the labels"),
	key("labelrotation", bind.Float, "degrees"), key("rotation", bind.Float, "same as labelrotation"),
	key("labelbottom", bind.Bool, "show labels of x"), key("labelleft", bind.Bool, "show labels of y"), key("labeltop", bind.Bool, "labels of x at the top"), key("labelright", bind.Bool, "accepted and not used"),
	key("bottom", bind.Bool, "accepted and not used"), key("left", bind.Bool, "accepted and not used"), key("top", bind.Bool, "accepted and not used"), key("right", bind.Bool, "accepted and not used"),
	key("length", bind.Float, "accepted and not used"), key("width", bind.Float, "accepted and not used"), key("direction", bind.OneOf("in", "out", "inout"), "accepted and not used"),
	key("color", colorT, "accepted and not used"), key("colors", colorT, "accepted and not used"), key("labelcolor", colorT, "accepted and not used"), key("pad", bind.Float, "accepted and not used")),
	"None", "Change the look of ticks and their labels.", ">>> plt.tick_params(axis='x', labelrotation=45)\n<Figure size 640x400 with 1 Axes>",
	func(c *bind.Call, a *Axes) (py.Object, error) {
		var axes []*figure.Axis
		which := c.Str("axis")
		if which != "y" {
			axes = append(axes, a.ax.X)
		}
		if which != "x" {
			axes = append(axes, a.ax.Y)
		}
		for _, x := range axes {
			if v, ok := number(c, "labelrotation", "rotation"); ok {
				x.SetTickRotation(v)
			}
			if v, ok := number(c, "labelsize"); ok {
				x.SetTickSize(vg.Length(v))
			}
		}
		if c.Has("labelbottom") {
			a.ax.SetTickLabels("x", c.Bool("labelbottom"))
		}
		if c.Has("labelleft") {
			a.ax.SetTickLabels("y", c.Bool("labelleft"))
		}
		if c.Bool("labeltop") {
			a.ax.SetXTop(true)
			a.ax.SetTickLabels("x", true)
		}
		return py.None, nil
	})

var marginsFunc = axMethod("margins", params(bind.Param{Name: "args", Star: true, Help: "one margin for both axes, or one for each"}, key("x", bind.Float, "margin of x"), key("y", bind.Float, "margin of y"), key("tight", bind.Bool, "accepted and not used")),
	"None", "Set the free space around the data, as a fraction of its range.", ">>> plt.margins(x=0)\n<Figure size 640x400 with 1 Axes>",
	func(c *bind.Call, a *Axes) (py.Object, error) {
		set := func(x *figure.Axis, v float64) error { return refuse(c, x.SetMargin(v)) }
		for i, x := range []*figure.Axis{a.ax.X, a.ax.Y} {
			name := []string{"x", "y"}[i]
			if c.Has(name) {
				if err := set(x, c.Float(name)); err != nil {
					return nil, err
				}
				continue
			}
			if len(c.Rest) > 0 {
				v, err := runtime.AsFloat(c.Thread, c.Rest[min(i, len(c.Rest)-1)])
				if err != nil {
					return nil, err
				}
				if err := set(x, v); err != nil {
					return nil, err
				}
			}
		}
		return py.None, nil
	})

var autoscaleFunc = axMethod("autoscale", params(bind.Param{Name: "enable", Type: bind.Bool, Default: "True", Help: "follow the data again"}, bind.Param{Name: "axis", Type: bind.OneOf("both", "x", "y"), Default: "'both'", Help: "which axis"}, opt("tight", bind.Bool, "no free space around the data")),
	"None", "Let limits follow the data.", ">>> plt.autoscale(tight=True)\n<Figure size 640x400 with 1 Axes>",
	func(c *bind.Call, a *Axes) (py.Object, error) {
		if c.Bool("enable") {
			if c.Str("axis") != "y" {
				a.ax.X.Autoscale(c.Bool("tight"))
			}
			if c.Str("axis") != "x" {
				a.ax.Y.Autoscale(c.Bool("tight"))
			}
		}
		return py.None, nil
	})

// removeAxes takes axes off their figure.
func removeAxes(a *Axes) {
	a.fig.fig.RemoveAxes(a.ax)
	if a.fig.cur == a {
		a.fig.cur = nil
	}
}

var setFuncs = []*bind.Func{
	titleFunc, xlabelFunc, ylabelFunc, xlimFunc, ylimFunc, xscaleFunc, yscaleFunc, gridFunc, axisFunc, tickParamsFunc, marginsFunc, autoscaleFunc,
	axMethod("set_xticks", tickParams, "None", "Set the ticks of the x axis.", "", setTicks(xAxis)),
	axMethod("set_yticks", tickParams, "None", "Set the ticks of the y axis.", "", setTicks(yAxis)),
	axMethod("set_xticklabels", tickLabelParams, "None", "Set what the ticks of the x axis say.", "", setTickLabels(xAxis)),
	axMethod("set_yticklabels", tickLabelParams, "None", "Set what the ticks of the y axis say.", "", setTickLabels(yAxis)),
	axMethod("legend", legendParams, "Legend", "Show the key to the artists that have labels, where it hides least.",
		">>> plt.plot([1, 2, 4], label='powers')\n... plt.legend()\n<Figure size 640x400 with 1 Axes>\n<Legend>", legend),
	method("get_xlim", nil, "Limits of the x axis.", getLimits(xAxis)),
	method("get_ylim", nil, "Limits of the y axis.", getLimits(yAxis)),
	method("get_xticks", nil, "Ticks of the x axis.", func(c *bind.Call, a *Axes) (py.Object, error) { return toArray(a.ax.X.Ticks()), nil }),
	method("get_yticks", nil, "Ticks of the y axis.", func(c *bind.Call, a *Axes) (py.Object, error) { return toArray(a.ax.Y.Ticks()), nil }),
	method("get_title", nil, "The title.", func(c *bind.Call, a *Axes) (py.Object, error) { return str(a.ax.Title()), nil }),
	method("get_xlabel", nil, "Label of the x axis.", func(c *bind.Call, a *Axes) (py.Object, error) { return str(a.ax.XLabel()), nil }),
	method("get_ylabel", nil, "Label of the y axis.", func(c *bind.Call, a *Axes) (py.Object, error) { return str(a.ax.YLabel()), nil }),
	method("get_xscale", nil, "Scale of the x axis.", func(c *bind.Call, a *Axes) (py.Object, error) { return str(a.ax.X.Scale().String()), nil }),
	method("get_yscale", nil, "Scale of the y axis.", func(c *bind.Call, a *Axes) (py.Object, error) { return str(a.ax.Y.Scale().String()), nil }),
	method("get_figure", nil, "The figure that holds the axes.", func(c *bind.Call, a *Axes) (py.Object, error) { return a.fig, nil }),
	method("invert_xaxis", nil, "Turn the x axis round.", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.X.Invert()
		return py.None, nil
	}),
	method("invert_yaxis", nil, "Turn the y axis round.", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.Y.Invert()
		return py.None, nil
	}),
	method("set_aspect", params(req("aspect", bind.Any, "'equal', 'auto' or a number"), opt("adjustable", bind.OneOf("box", "datalim"), "whether the box or the limits give way"), key("anchor", bind.Any, "accepted and not used")),
		"Choose how long a unit of y is compared with one of x.", func(c *bind.Call, a *Axes) (py.Object, error) {
			return none(setAspect(c, a.ax, c.Obj("aspect"), c.Str("adjustable") == "datalim"))
		}),
	method("set_facecolor", []bind.Param{req("color", colorT, "the colour")}, "Change the colour of the inside.", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.SetPanel(bind.Get[color.NRGBA](c, "color"))
		return py.None, nil
	}),
	method("set_axis_off", nil, "Hide axis lines, ticks and labels.", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.SetVisible(false)
		return py.None, nil
	}),
	method("set_axis_on", nil, "Show axis lines, ticks and labels.", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.SetVisible(true)
		return py.None, nil
	}),
	method("set_axisbelow", []bind.Param{req("b", bind.Any, "accepted and not used")}, "Accepted: the grid is always below.", func(c *bind.Call, a *Axes) (py.Object, error) { return py.None, nil }),
	method("twinx", nil, "Axes on top of these with a y axis of their own at the right.", func(c *bind.Call, a *Axes) (py.Object, error) { return twin(a, a.ax.TwinX()), nil }),
	method("twiny", nil, "Axes on top of these with an x axis of their own at the top.", func(c *bind.Call, a *Axes) (py.Object, error) { return twin(a, a.ax.TwinY()), nil }),
	method("sharex", []bind.Param{req("other", axesT, "the axes")}, "Use the x axis of other axes.", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.ShareX(bind.Get[*Axes](c, "other").ax)
		return py.None, nil
	}),
	method("sharey", []bind.Param{req("other", axesT, "the axes")}, "Use the y axis of other axes.", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.ShareY(bind.Get[*Axes](c, "other").ax)
		return py.None, nil
	}),
	method("cla", nil, "Remove everything from the axes.", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.Clear()
		return py.None, nil
	}),
	method("clear", nil, "Remove everything from the axes.", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.Clear()
		return py.None, nil
	}),
	method("remove", nil, "Take the axes off the figure.", func(c *bind.Call, a *Axes) (py.Object, error) {
		removeAxes(a)
		return py.None, nil
	}),
	method("relim", nil, "Accepted: limits always follow the data.", func(c *bind.Call, a *Axes) (py.Object, error) { return py.None, nil }),
	method("autoscale_view", nil, "Accepted: limits always follow the data.", func(c *bind.Call, a *Axes) (py.Object, error) { return py.None, nil }),
	method("label_outer", nil, "Hide tick labels inside a grid of axes.", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.LabelOuter()
		return py.None, nil
	}),
	method("minorticks_on", nil, "Show minor ticks.", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.X.SetMinor(true)
		a.ax.Y.SetMinor(true)
		return py.None, nil
	}),
	method("get_legend_handles_labels", nil, "Artists with labels, and the labels.", func(c *bind.Call, a *Axes) (py.Object, error) {
		var h, l []py.Object
		for _, art := range a.ax.LabelledArtists() {
			h = append(h, &Artist{class: lineClass, art: art.(drawn), ax: a})
			l = append(l, str(art.Label()))
		}
		return py.Tuple{list(h...), list(l...)}, nil
	}),
	method("ticklabel_format", params(key("axis", bind.OneOf("both", "x", "y"), "which axis"), key("style", bind.OneOf("plain", "sci", "scientific", ""), "'plain' writes numbers in full"), key("useOffset", bind.Any, "False writes numbers in full"), key("scilimits", bind.Any, "accepted and not used"), key("useMathText", bind.Any, "accepted and not used")),
		"Choose between full numbers and common factors.", func(c *bind.Call, a *Axes) (py.Object, error) {
			plain := c.Str("style") == "plain" || c.Obj("useOffset") == py.Object(py.False)
			if c.Str("axis") != "y" {
				a.ax.X.SetPlainTicks(plain)
			}
			if c.Str("axis") != "x" {
				a.ax.Y.SetPlainTicks(plain)
			}
			return py.None, nil
		}),
	method("set", []bind.Param{{Name: "kwargs", StarStar: true, Help: "properties: xlabel, ylabel, title, xlim, ylim, xscale, yscale, xticks, yticks, aspect, facecolor"}}, "Set several properties: ax.set(xlabel='x', title='t') calls set_xlabel and set_title.", setMany),
}

var tickLabelParams = []bind.Param{req("labels", labelsT, "the texts"), key("rotation", rotationT, "degrees"), key("fontsize", sizeT, "size of the labels"), key("size", sizeT, "same as fontsize"), key("ha", hAlignT, "accepted and not used"), key("va", vAlignT, "accepted and not used"), key("fontdict", bind.Any, "accepted and not used"), key("minor", bind.Bool, "accepted and not used")}

func twin(a *Axes, t *figure.Axes) *Axes {
	x := a.fig.wrap(t)
	a.fig.cur = x
	return x
}

// setMany calls set_NAME(value) for each keyword.
func setMany(c *bind.Call, a *Axes) (py.Object, error) {
	for _, k := range c.Kw {
		f, err := runtime.GetAttrOrNil(c.Thread, a, "set_"+k.Name)
		if err != nil {
			return nil, err
		}
		if f == nil {
			return nil, runtime.AttributeErrorf("Axes.set() got an unexpected keyword argument '%s'", k.Name)
		}
		if _, err := runtime.Call(c.Thread, f, []py.Object{k.Value}, nil); err != nil {
			return nil, err
		}
	}
	return py.None, nil
}
