package plt

import (
	"github.com/go-python/gpython/py"
	"gonum.org/v1/plot/vg"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// series is one group of arguments of plot: x, y and a format.
type series struct {
	x, y *values
	fmt  string
}

// readSeries divides the positional arguments of plot into groups: [x], y, [fmt], and so on.
func readSeries(c *bind.Call) ([]series, error) {
	var out []series
	args := c.Rest
	read := func(i int, name string) (*values, error) {
		d, err := toValues(c.Thread, args[i])
		if err != nil {
			if e, ok := err.(*runtime.Exception); ok && !e.IsA(py.TypeError) && !e.IsA(py.ValueError) {
				return nil, err
			}
			return nil, c.Errorf("%s = %s: %s", name, bind.Short(c.Thread, args[i]), plainMessage(c.Thread, err))
		}
		return d, nil
	}
	isText := func(i int) bool { _, ok := args[i].(py.String); return ok }
	for i := 0; i < len(args); {
		if isText(i) {
			return nil, c.Errorf("%s: a format string follows the numbers that it describes", bind.Short(c.Thread, args[i]))
		}
		var s series
		var err error
		if s.y, err = read(i, "y"); err != nil {
			return nil, err
		}
		i++
		if i < len(args) && !isText(i) {
			s.x = s.y
			if s.y, err = read(i, "y"); err != nil {
				return nil, err
			}
			i++
		}
		if i < len(args) && isText(i) {
			s.fmt = string(args[i].(py.String))
			i++
		}
		out = append(out, s)
	}
	return out, nil
}

// plainMessage is the text of an error without its class.
func plainMessage(t *runtime.Thread, err error) string {
	if e, ok := err.(*runtime.Exception); ok {
		if s, err := runtime.Str(t, e); err == nil {
			return s
		}
	}
	return err.Error()
}

// curves splits a group into single curves: the columns of matrices.
func (s series) curves(c *bind.Call, a *figure.Axes) ([][2][]float64, error) {
	y := s.y
	n, cols := len(y.v), 1
	if y.names != nil {
		n = len(y.names)
	}
	if y.ndim() > 2 {
		return nil, c.Errorf("y can have at most two dimensions, got %d", y.ndim())
	}
	if y.ndim() == 2 {
		n, cols = y.shape[0], y.shape[1]
	}
	xcols := 1
	var x []float64
	if s.x == nil {
		x = arange(n)
	} else {
		if s.x.ndim() > 2 {
			return nil, c.Errorf("x can have at most two dimensions, got %d", s.x.ndim())
		}
		x = onAxis(s.x, a.X)
		rows := len(x)
		if s.x.ndim() == 2 {
			rows, xcols = s.x.shape[0], s.x.shape[1]
		}
		if rows != n {
			return nil, c.Errorf("x and y must have same first dimension, but have lengths %d and %d", rows, n)
		}
		if xcols > 1 && cols > 1 && xcols != cols {
			return nil, c.Errorf("x has %d columns but y has %d", xcols, cols)
		}
	}
	yv := onAxis(y, a.Y)
	pick := func(v []float64, k, j int) []float64 {
		if k == 1 {
			return v
		}
		out := make([]float64, n)
		for i := range out {
			out[i] = v[i*k+j]
		}
		return out
	}
	var out [][2][]float64
	for j := range max(cols, xcols) {
		out = append(out, [2][]float64{pick(x, xcols, min(j, xcols-1)), pick(yv, cols, min(j, cols-1))})
	}
	return out, nil
}

// plotLines is plot and its logarithmic kin.
func plotLines(c *bind.Call, a *Axes) (py.Object, error) {
	groups, err := readSeries(c)
	if err != nil {
		return nil, err
	}
	labels := bind.Get[[]string](c, "label")
	var out []py.Object
	for _, g := range groups {
		o, err := lineOptions(c)
		if err != nil {
			return nil, err
		}
		if g.fmt != "" {
			f, err := parseFormat(g.fmt, stateOf(c.Thread).rc.theme.Cycle)
			if err != nil {
				return nil, c.Errorf("%s", err)
			}
			f.apply(c, &o)
		}
		curves, err := g.curves(c, a.ax)
		if err != nil {
			return nil, err
		}
		for j, xy := range curves {
			lo := o
			if len(labels) > 1 && len(curves) > 1 && j < len(labels) {
				lo.Label = labels[j]
			}
			l, err := a.ax.Line(xy[0], xy[1], lo)
			if err != nil {
				return nil, refuse(c, err)
			}
			out = append(out, &Artist{class: lineClass, art: l, ax: a})
		}
	}
	return list(out...), nil
}

var plotArgs = bind.Param{Name: "args", Star: true, Help: "y, or x and y, each with an optional format such as 'r--o'; matrices give one curve a column"}

func scaled(name, doc, example string, x, y figure.Scale) *bind.Func {
	return axMethod(name, params(plotArgs, lineParams, key("base", bind.Float, "base of the logarithm; 10 when left out")), "list of Line2D", doc, example, func(c *bind.Call, a *Axes) (py.Object, error) {
		base := c.Float("base")
		if x == figure.Log {
			if err := a.ax.X.SetScale(x, base); err != nil {
				return nil, refuse(c, err)
			}
		}
		if y == figure.Log {
			if err := a.ax.Y.SetScale(y, base); err != nil {
				return nil, refuse(c, err)
			}
		}
		return plotLines(c, a)
	})
}

var lineFuncs = []*bind.Func{
	axMethod("plot", params(plotArgs, lineParams), "list of Line2D", `Plot y against x as lines and markers.

Formats join a colour letter, a marker and a line style: 'r--o' is red, dashed, with discs.`,
		">>> plt.plot([0, 1, 2], [0, 1, 4], 'o-', label='squares')\n<Figure size 640x400 with 1 Axes>\n[<Line2D: squares>]", plotLines),
	scaled("semilogx", "Plot with a logarithmic x axis.", ">>> plt.semilogx([1, 10, 100], [1, 2, 3])\n<Figure size 640x400 with 1 Axes>\n[<Line2D>]", figure.Log, figure.Linear),
	scaled("semilogy", "Plot with a logarithmic y axis.", ">>> plt.semilogy([1, 10, 100])\n<Figure size 640x400 with 1 Axes>\n[<Line2D>]", figure.Linear, figure.Log),
	scaled("loglog", "Plot with two logarithmic axes.", ">>> plt.loglog([1, 10, 100], [1, 100, 10000])\n<Figure size 640x400 with 1 Axes>\n[<Line2D>]", figure.Log, figure.Log),
	axMethod("step", params(req("x", arrayT, "x"), req("y", arrayT, "y"), bind.Param{Name: "fmt", Type: bind.Str, Default: "''", Help: "format such as 'r--'"},
		bind.Param{Name: "where", Type: bind.OneOf("pre", "post", "mid"), Default: "'pre'", KwOnly: true, Help: "where the steps are: at the earlier x, the later x, or between"}, lineParams),
		"list of Line2D", "Plot y against x by steps.", ">>> plt.step([0, 1, 2], [1, 3, 2], where='post')\n<Figure size 640x400 with 1 Axes>\n[<Line2D>]",
		func(c *bind.Call, a *Axes) (py.Object, error) {
			o, err := lineOptions(c)
			if err != nil {
				return nil, err
			}
			if s := c.Str("fmt"); s != "" {
				f, err := parseFormat(s, stateOf(c.Thread).rc.theme.Cycle)
				if err != nil {
					return nil, c.Errorf("%s", err)
				}
				f.apply(c, &o)
			}
			o.Steps = map[string]figure.Steps{"pre": figure.StepPre, "post": figure.StepPost, "mid": figure.StepMid}[c.Str("where")]
			curves, err := series{x: bind.Get[*values](c, "x"), y: bind.Get[*values](c, "y")}.curves(c, a.ax)
			if err != nil {
				return nil, err
			}
			var out []py.Object
			for _, xy := range curves {
				l, err := a.ax.Line(xy[0], xy[1], o)
				if err != nil {
					return nil, refuse(c, err)
				}
				out = append(out, &Artist{class: lineClass, art: l, ax: a})
			}
			return list(out...), nil
		}),
	axMethod("stem", params(bind.Param{Name: "args", Star: true, Help: "heads, or places and heads"},
		key("linefmt", bind.Str, "format of the stems"), key("markerfmt", bind.Str, "format of the heads"), key("basefmt", bind.Str, "format of the base line"),
		key("bottom", bind.Float, "where the stems stand"), key("label", labelT, "text for the legend"), key("orientation", bind.OneOf("vertical"), "only vertical stems are provided")),
		"StemContainer", "Plot thin lines from a base to the points.", ">>> plt.stem([3, 1, 2])\n<Figure size 640x400 with 1 Axes>\n<StemContainer>",
		func(c *bind.Call, a *Axes) (py.Object, error) {
			if len(c.Rest) < 1 || len(c.Rest) > 2 {
				return nil, runtime.TypeErrorf("stem() takes 1 or 2 arrays but %d were given", len(c.Rest))
			}
			groups, err := readSeries(c)
			if err != nil {
				return nil, err
			}
			curves, err := groups[0].curves(c, a.ax)
			if err != nil {
				return nil, err
			}
			o := figure.StemOptions{Bottom: c.Float("bottom")}
			o.Line.Label = c.Str("label")
			for _, n := range []string{"linefmt", "markerfmt", "basefmt"} {
				s := c.Str(n)
				if s == "" {
					continue
				}
				f, err := parseFormat(s, stateOf(c.Thread).rc.theme.Cycle)
				if err != nil {
					return nil, c.Errorf("%s: %s", n, err)
				}
				if n == "basefmt" {
					if f.color != nil {
						o.Base = *f.color
					}
					continue
				}
				if f.color != nil {
					o.Line.Color = *f.color
				}
				if f.marker != "" {
					o.Line.Marker = f.marker
				}
				if f.style != nil && n == "linefmt" {
					o.Line.Style = *f.style
				}
			}
			l, err := a.ax.Stem(curves[0][0], curves[0][1], o)
			if err != nil {
				return nil, refuse(c, err)
			}
			return &Artist{class: stemClass, art: l, ax: a}, nil
		}),
	axMethod("errorbar", params(req("x", arrayT, "x"), req("y", arrayT, "y"), opt("yerr", numbersT, "errors of y: one number, one for each point, or two rows (below, above)"),
		opt("xerr", numbersT, "errors of x"), bind.Param{Name: "fmt", Type: bind.Str, Default: "''", Help: "format such as 'o--'; 'none' for bars alone"},
		key("ecolor", colorT, "colour of the bars"), key("elinewidth", bind.Float, "width of the bars"), key("capsize", bind.Float, "half the length of the caps"),
		key("capthick", bind.Float, "accepted and not used"), key("errorevery", bind.Positive, "bars at every n-th point"), key("barsabove", bind.Bool, "accepted and not used"), lineParams),
		"ErrorbarContainer", "Plot points with error bars.", ">>> plt.errorbar([1, 2, 3], [2, 4, 3], yerr=0.5, fmt='o')\n<Figure size 640x400 with 1 Axes>\n<ErrorbarContainer>", errorbar),
}

func errorbar(c *bind.Call, a *Axes) (py.Object, error) {
	lo, err := lineOptions(c)
	if err != nil {
		return nil, err
	}
	switch s := c.Str("fmt"); s {
	case "":
	case "none", "None", " ":
		lo.Style = figure.NoLine
	default:
		f, err := parseFormat(s, stateOf(c.Thread).rc.theme.Cycle)
		if err != nil {
			return nil, c.Errorf("%s", err)
		}
		f.apply(c, &lo)
	}
	o := figure.ErrorOptions{Line: lo, EveryNo: c.Int("errorevery")}
	if o.Color, err = pickColor(c, "ecolor"); err != nil {
		return nil, err
	}
	if v, ok := number(c, "elinewidth"); ok {
		o.Width = vg.Length(v)
	}
	if v, ok := number(c, "capsize"); ok {
		o.Cap = vg.Length(v)
		if v == 0 {
			o.Cap = -1
		}
	}
	x, y := places(c, "x", a.ax.X), places(c, "y", a.ax.Y)
	if o.YLo, o.YHi, err = errorsOf(c, "yerr"); err != nil {
		return nil, err
	}
	if o.XLo, o.XHi, err = errorsOf(c, "xerr"); err != nil {
		return nil, err
	}
	e, err := a.ax.ErrorBars(x, y, o)
	if err != nil {
		return nil, refuse(c, err)
	}
	return &Artist{class: errorClass, art: e, ax: a}, nil
}

// errorsOf reads errors: one number, one for each point, or two rows for below and above.
func errorsOf(c *bind.Call, name string) (lo, hi []float64, err error) {
	d := bind.Get[*values](c, name)
	if d == nil {
		return nil, nil, nil
	}
	switch d.ndim() {
	case 0, 1:
		return d.v, d.v, nil
	case 2:
		if d.shape[0] == 2 {
			n := d.shape[1]
			return d.v[:n], d.v[n:], nil
		}
	}
	return nil, nil, c.Errorf("%s must be a number, one number for each point, or two rows (below, above)", name)
}
