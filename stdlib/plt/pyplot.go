package plt

import (
	"image/color"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// figureParams are those of figure and subplots.
var figureParams = []bind.Param{
	key("figsize", pairT, "width and height in inches"), key("dpi", bind.PositiveFloat, "pixels per inch"),
	key("facecolor", colorT, "colour of the paper"), key("edgecolor", colorT, "accepted and not used"), key("frameon", bind.Bool, "False leaves the background out"),
	key("layout", bind.OneOf("constrained", "compressed", "tight", "none"), "accepted: the layout is always tight"),
	key("tight_layout", bind.Any, "accepted and not used"), key("constrained_layout", bind.Any, "accepted and not used"),
}

func figureOptions(c *bind.Call) (o figure.Options) {
	if c.Has("figsize") {
		wh := bind.Get[[2]float64](c, "figsize")
		o.Width, o.Height = wh[0], wh[1]
	}
	o.DPI, _ = number(c, "dpi")
	if c.Has("facecolor") {
		o.Background = bind.Get[color.NRGBA](c, "facecolor")
	}
	o.Transparent = c.Has("frameon") && !c.Bool("frameon")
	return o
}

// figureOf finds or makes the figure that num names: a number, a label or a Figure.
func figureOf(c *bind.Call, s *state) (*Figure, error) {
	num, name := 0, ""
	switch x := c.Obj("num").(type) {
	case py.NoneType:
	case *Figure:
		for _, g := range s.figs {
			if g == x {
				s.cur = x
				return x, nil
			}
		}
		s.figs = append(s.figs, x)
		s.cur = x
		return x, nil
	case py.String:
		name = string(x)
	default:
		n, err := runtime.AsInt(c.Thread, x)
		if err != nil {
			return nil, c.Errorf("num = %s: must be a number, a name or a Figure", bind.Short(c.Thread, x))
		}
		num = n
	}
	if num != 0 || name != "" {
		if g := s.open(num, name); g != nil {
			s.cur = g
			return g, nil
		}
	}
	f, err := s.newFigure(num, name, figureOptions(c))
	return f, refuse(c, err)
}

// pyFunc declares a function of plt.
func pyFunc(name string, ps []bind.Param, returns, doc, example string, fn func(c *bind.Call, s *state) (py.Object, error)) *bind.Func {
	return &bind.Func{Name: name, Params: ps, Returns: returns, Doc: doc, Example: example, Fn: func(c *bind.Call) (py.Object, error) {
		return fn(c, stateOf(c.Thread))
	}}
}

// onFigure makes a function of plt of a method of Figure: it works on the current figure.
func onFigure(method, name, returns, example string) *bind.Func {
	for _, f := range figureMethods {
		if f.Name == method {
			return &bind.Func{Name: name, Params: f.Params, Returns: returns, Doc: f.Doc, Example: example, Fn: func(c *bind.Call) (py.Object, error) {
				g, err := stateOf(c.Thread).gcf()
				if err != nil {
					return nil, err
				}
				c.Self = g
				return f.Fn(c)
			}}
		}
	}
	panic("plt: no method " + method)
}

var pyplotFuncs = []*bind.Func{
	pyFunc("figure", params(opt("num", bind.Any, "number or name of the figure"), figureParams, key("clear", bind.Bool, "remove what an open figure of that number holds")),
		"Figure", "Make a figure, or make an open one current.", ">>> plt.figure(figsize=(5, 3))\n<Figure size 500x300 with 0 Axes>\n<Figure size 500x300 with 0 Axes>", func(c *bind.Call, s *state) (py.Object, error) {
			f, err := figureOf(c, s)
			if err == nil && c.Bool("clear") {
				err = clearFigure(f)
			}
			return obj(f, err)
		}),
	pyFunc("subplots", params(gridParams, squeezeParam, key("num", bind.Any, "number or name of the figure"), figureParams),
		"tuple (Figure, Axes or AxesArray)", "Make a figure with a grid of axes.", ">>> fig, (left, right) = plt.subplots(1, 2, sharey=True)\n... left\n<Figure size 640x400 with 2 Axes>\n<Axes: >", func(c *bind.Call, s *state) (py.Object, error) {
			f, err := figureOf(c, s)
			if err != nil {
				return nil, err
			}
			a, err := makeGrid(c, f)
			if err != nil {
				s.close(f)
				return nil, err
			}
			return py.Tuple{f, a}, nil
		}),
	pyFunc("subplot_mosaic", params(req("mosaic", bind.Any, "lines of letters such as 'AB;CC', or a list of lists of names; '.' leaves a cell empty"), figureParams,
		key("width_ratios", numbersT, "relative widths of the columns"), key("height_ratios", numbersT, "relative heights of the rows")),
		"tuple (Figure, dict of Axes)", "Make a figure with axes placed by a picture of the grid.", ">>> fig, axes = plt.subplot_mosaic('AB;CC')\n... list(axes)\n<Figure size 640x400 with 3 Axes>\n['A', 'B', 'C']", mosaic),
	onFigure("add_subplot", "subplot", "Axes", ">>> plt.subplot(2, 1, 1)\n<Figure size 640x400 with 1 Axes>\n<Axes: >"),
	onFigure("suptitle", "suptitle", "Text", ">>> plt.suptitle('all of it')\n<Figure size 640x400 with 0 Axes>\nText(0.5, 0.98, 'all of it')"),
	onFigure("supxlabel", "supxlabel", "Text", ">>> plt.supxlabel('time')\n<Figure size 640x400 with 0 Axes>\nText(0.5, 0.01, 'time')"),
	onFigure("supylabel", "supylabel", "Text", ">>> plt.supylabel('level')\n<Figure size 640x400 with 0 Axes>\nText(0.02, 0.5, 'level')"),
	onFigure("savefig", "savefig", "None", ">>> plt.plot([1, 2])\n... plt.savefig('line.svg')\n<Figure size 640x400 with 1 Axes>"),
	onFigure("colorbar", "colorbar", "Colorbar", ">>> plt.imshow([[1, 2], [3, 4]])\n... plt.colorbar(label='level')\n<Figure size 640x400 with 2 Axes>\n<Colorbar>"),
	onFigure("tight_layout", "tight_layout", "None", ">>> plt.tight_layout()\n<Figure size 640x400 with 0 Axes>"),
	onFigure("subplots_adjust", "subplots_adjust", "None", ">>> plt.subplots_adjust(wspace=0.3)\n<Figure size 640x400 with 0 Axes>"),
	onFigure("clf", "clf", "None", ">>> plt.clf()\n<Figure size 640x400 with 0 Axes>"),
	pyFunc("axes", params(opt("arg", numbersT, "left, bottom, width, height as fractions of the figure"), key("facecolor", colorT, "accepted and not used")), "Axes", "Add axes in a rectangle; without one, the current axes.",
		">>> plt.axes([0.1, 0.1, 0.8, 0.8])\n<Figure size 640x400 with 1 Axes>\n<Axes: >", func(c *bind.Call, s *state) (py.Object, error) {
			if !c.Has("arg") {
				return obj(s.gca())
			}
			f, err := s.gcf()
			if err != nil {
				return nil, err
			}
			r := vec(c, "arg")
			if len(r) != 4 {
				return nil, c.Errorf("a rectangle holds left, bottom, width and height, got %d numbers", len(r))
			}
			a, err := f.fig.AddAxes(r[0], r[1], r[2], r[3])
			if err != nil {
				return nil, refuse(c, err)
			}
			f.cur = f.wrap(a)
			return f.cur, nil
		}),
	pyFunc("gcf", nil, "Figure", "The current figure.", ">>> plt.gcf().number\n<Figure size 640x400 with 0 Axes>\n1", func(c *bind.Call, s *state) (py.Object, error) { return obj(s.gcf()) }),
	pyFunc("gca", nil, "Axes", "The current axes.", ">>> plt.gca()\n<Figure size 640x400 with 1 Axes>\n<Axes: >", func(c *bind.Call, s *state) (py.Object, error) { return obj(s.gca()) }),
	pyFunc("sca", []bind.Param{req("ax", axesT, "the axes")}, "None", "Make axes the current ones.", ">>> fig, axes = plt.subplots(1, 2)\n... plt.sca(axes[0])\n<Figure size 640x400 with 2 Axes>", func(c *bind.Call, s *state) (py.Object, error) {
		a := bind.Get[*Axes](c, "ax")
		a.fig.cur, s.cur = a, a.fig
		return py.None, nil
	}),
	pyFunc("cla", nil, "None", "Remove everything from the current axes.", ">>> plt.cla()\n<Figure size 640x400 with 1 Axes>", func(c *bind.Call, s *state) (py.Object, error) {
		a, err := s.gca()
		if err == nil {
			a.ax.Clear()
		}
		return none(err)
	}),
	pyFunc("delaxes", []bind.Param{opt("ax", axesT, "the axes; the current ones when left out")}, "None", "Take axes off their figure.", ">>> fig, axes = plt.subplots(1, 2)\n... plt.delaxes(axes[1])\n<Figure size 640x400 with 1 Axes>", func(c *bind.Call, s *state) (py.Object, error) {
		a := bind.Get[*Axes](c, "ax")
		if a == nil {
			var err error
			if a, err = s.gca(); err != nil {
				return nil, err
			}
		}
		removeAxes(a)
		return py.None, nil
	}),
	pyFunc("twinx", []bind.Param{opt("ax", axesT, "the axes; the current ones when left out")}, "Axes", "Axes on top of others with a y axis of their own at the right.", ">>> plt.twinx()\n<Figure size 640x400 with 2 Axes>\n<Axes: >", twinOf(func(a *figure.Axes) *figure.Axes { return a.TwinX() })),
	pyFunc("twiny", []bind.Param{opt("ax", axesT, "the axes; the current ones when left out")}, "Axes", "Axes on top of others with an x axis of their own at the top.", ">>> plt.twiny()\n<Figure size 640x400 with 2 Axes>\n<Axes: >", twinOf(func(a *figure.Axes) *figure.Axes { return a.TwinY() })),
	pyFunc("show", []bind.Param{opt("block", bind.Bool, "accepted and not used")}, "None", "Show the open figures now.", ">>> plt.plot([1, 2])\n... plt.show()\n<Figure size 640x400 with 1 Axes>", func(c *bind.Call, s *state) (py.Object, error) {
		s.showAll(c.Thread, false)
		return py.None, nil
	}),
	pyFunc("close", []bind.Param{opt("fig", bind.Any, "a Figure, its number or name, or 'all'; the current one when left out")}, "None", "Close figures without showing them.", ">>> plt.plot([1, 2])\n... plt.close()", closeFigure),
	pyFunc("draw", nil, "None", "Accepted: figures are drawn when they are shown.", ">>> plt.draw()", func(c *bind.Call, s *state) (py.Object, error) { return py.None, nil }),
	pyFunc("ion", nil, "None", "Accepted: figures show themselves at the end of a cell.", ">>> plt.ion()", func(c *bind.Call, s *state) (py.Object, error) { return py.None, nil }),
	pyFunc("ioff", nil, "None", "Accepted: figures show themselves at the end of a cell.", ">>> plt.ioff()", func(c *bind.Call, s *state) (py.Object, error) { return py.None, nil }),
	pyFunc("get_fignums", nil, "list of int", "Numbers of the open figures.", ">>> plt.get_fignums()\n[]", func(c *bind.Call, s *state) (py.Object, error) {
		var out []py.Object
		for _, f := range s.figs {
			out = append(out, py.Int(f.num))
		}
		return list(out...), nil
	}),
	pyFunc("fignum_exists", []bind.Param{req("num", bind.Int, "the number")}, "bool", "Whether a figure of that number is open.", ">>> plt.fignum_exists(1)\nFalse", func(c *bind.Call, s *state) (py.Object, error) {
		return py.Bool(s.open(c.Int("num"), "") != nil), nil
	}),
	pyFunc("figtext", params(req("x", bind.Float, "place, a fraction of the current axes"), req("y", bind.Float, "place, a fraction of the current axes"), req("s", labelT, "the text"), placedParams), "Text", "Write text at a place of the current axes, in fractions.",
		">>> plt.figtext(0.5, 0.5, 'here')\n<Figure size 640x400 with 1 Axes>\nText(0.5, 0.5, 'here')", func(c *bind.Call, s *state) (py.Object, error) {
			a, err := s.gca()
			if err != nil {
				return nil, err
			}
			o, err := textOptions(c)
			if err != nil {
				return nil, err
			}
			o.Axes = true
			t, err := a.ax.Text(c.Float("x"), c.Float("y"), c.Str("s"), o)
			if err != nil {
				return nil, refuse(c, err)
			}
			return &textArtist{Artist{class: textClass, art: t, ax: a}, c.Float("x"), c.Float("y")}, nil
		}),
	onCurrent(axMethod("xticks", tickParams, "tuple (places, labels)", "Set the ticks of the x axis; without arguments return them.", ">>> plt.xticks([0, 1, 2], ['low', 'mid', 'high'], rotation=30);\n<Figure size 640x400 with 1 Axes>", ticks(xAxis)), ""),
	onCurrent(axMethod("yticks", tickParams, "tuple (places, labels)", "Set the ticks of the y axis; without arguments return them.", ">>> plt.yticks([0, 1]);\n<Figure size 640x400 with 1 Axes>", ticks(yAxis)), ""),
	onCurrent(axMethod("minorticks_on", nil, "None", "Show minor ticks.", ">>> plt.minorticks_on()\n<Figure size 640x400 with 1 Axes>", func(c *bind.Call, a *Axes) (py.Object, error) {
		a.ax.X.SetMinor(true)
		a.ax.Y.SetMinor(true)
		return py.None, nil
	}), ""),
	pyFunc("subplot2grid", params(req("shape", pairT, "rows and columns"), req("loc", pairT, "row and column of the first cell, from 0"), bind.Param{Name: "rowspan", Type: bind.Positive, Default: "1", Help: "number of rows"}, bind.Param{Name: "colspan", Type: bind.Positive, Default: "1", Help: "number of columns"}),
		"Axes", "Add axes over several cells of a grid.", ">>> plt.subplot2grid((2, 2), (0, 0), colspan=2)\n<Figure size 640x400 with 1 Axes>\n<Axes: >", func(c *bind.Call, s *state) (py.Object, error) {
			f, err := s.gcf()
			if err != nil {
				return nil, err
			}
			shape, loc := bind.Get[[2]float64](c, "shape"), bind.Get[[2]float64](c, "loc")
			rows, cols, r, k := int(shape[0]), int(shape[1]), int(loc[0]), int(loc[1])
			if r < 0 || k < 0 || r+c.Int("rowspan") > rows || k+c.Int("colspan") > cols {
				return nil, c.Errorf("cells from (%d, %d) are not in a grid of %d x %d", r, k, rows, cols)
			}
			a, err := f.fig.AddSubplot(rows, cols, r*cols+k+1, (r+c.Int("rowspan")-1)*cols+k+c.Int("colspan"))
			if err != nil {
				return nil, refuse(c, err)
			}
			f.cur = f.wrap(a)
			return f.cur, nil
		}),
}

func twinOf(make func(a *figure.Axes) *figure.Axes) func(c *bind.Call, s *state) (py.Object, error) {
	return func(c *bind.Call, s *state) (py.Object, error) {
		a := bind.Get[*Axes](c, "ax")
		if a == nil {
			var err error
			if a, err = s.gca(); err != nil {
				return nil, err
			}
		}
		return twin(a, make(a.ax)), nil
	}
}

func closeFigure(c *bind.Call, s *state) (py.Object, error) {
	switch x := c.Obj("fig").(type) {
	case py.NoneType:
		if s.cur != nil {
			s.close(s.cur)
		}
	case *Figure:
		s.close(x)
	case py.String:
		if x == "all" {
			s.figs, s.cur = nil, nil
		} else if f := s.open(0, string(x)); f != nil {
			s.close(f)
		}
	default:
		n, err := runtime.AsInt(c.Thread, x)
		if err != nil {
			return nil, runtime.TypeErrorf("close() takes a Figure, a number, a name or 'all', not %s", x.Type().Name)
		}
		if f := s.open(n, ""); f != nil {
			s.close(f)
		}
	}
	return py.None, nil
}

// mosaic reads a picture of a grid and places axes where their names form rectangles.
func mosaic(c *bind.Call, s *state) (py.Object, error) {
	var rows [][]string
	switch m := c.Obj("mosaic").(type) {
	case py.String:
		for _, line := range strings.FieldsFunc(string(m), func(r rune) bool { return r == '\n' || r == ';' }) {
			line = strings.TrimSpace(line)
			if line == "" {
				continue
			}
			rows = append(rows, strings.Split(line, ""))
		}
	default:
		items, err := runtime.Collect(c.Thread, m)
		if err != nil {
			return nil, runtime.TypeErrorf("subplot_mosaic: mosaic must be a str or a list of lists, not %s", m.Type().Name)
		}
		for _, it := range items {
			names, err := toLabels(c.Thread, it)
			if err != nil {
				return nil, err
			}
			rows = append(rows, names)
		}
	}
	if len(rows) == 0 {
		return nil, c.Errorf("the mosaic is empty")
	}
	type part struct{ r0, r1, c0, c1, n int }
	parts := map[string]*part{}
	var order []string
	for r, row := range rows {
		if len(row) != len(rows[0]) {
			return nil, c.Errorf("rows of the mosaic must have the same length, got %d and %d", len(rows[0]), len(row))
		}
		for k, name := range row {
			if name == "." {
				continue
			}
			p := parts[name]
			if p == nil {
				p = &part{r, r, k, k, 0}
				parts[name] = p
				order = append(order, name)
			}
			p.r0, p.r1, p.c0, p.c1, p.n = min(p.r0, r), max(p.r1, r), min(p.c0, k), max(p.c1, k), p.n+1
		}
	}
	f, err := s.newFigure(0, "", figureOptions(c))
	if err != nil {
		return nil, refuse(c, err)
	}
	g, err := f.fig.NewGrid(len(rows), len(rows[0]), figure.GridOptions{WidthRatios: vec(c, "width_ratios"), HeightRatios: vec(c, "height_ratios")})
	if err != nil {
		s.close(f)
		return nil, refuse(c, err)
	}
	d := runtime.NewDict()
	for _, name := range order {
		p := parts[name]
		if p.n != (p.r1-p.r0+1)*(p.c1-p.c0+1) {
			s.close(f)
			return nil, c.Errorf("the cells of '%s' do not form a rectangle", name)
		}
		a, err := g.Add(p.r0, p.r1, p.c0, p.c1)
		if err != nil {
			return nil, refuse(c, err)
		}
		f.cur = f.wrap(a)
		d.SetStr(name, f.cur)
	}
	return py.Tuple{f, d}, nil
}
