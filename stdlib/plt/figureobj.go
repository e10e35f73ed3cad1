package plt

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/display"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// Figure is a figure of the language: a value that shows itself.
type Figure struct {
	fig    *figure.Figure
	num    int
	label  string
	st     *state
	cur    *Axes
	byAxes map[*figure.Axes]*Axes
	shown  bool // at the end of the running cell
}

var (
	_ display.Displayer = (*Figure)(nil)
	_ py.Object         = (*Figure)(nil)
)

func (*Figure) Type() *py.Type { return figureClass.Type() }

// Repr is matplotlib's str of a figure.
func (f *Figure) Repr(*runtime.Thread) (string, error) { return f.fig.String(), nil }

// Display renders the figure in the formats of the session.
func (f *Figure) Display() display.Bundle {
	if f.shown {
		return display.Text(f.fig.String())
	}
	data, meta, err := f.fig.Bundle(f.st.formats)
	if err != nil {
		data["text/plain"] = f.fig.String() + "\n" + err.Error()
	}
	return display.Bundle{Data: data, Metadata: meta}
}

// wrap returns the one object for axes of this figure.
func (f *Figure) wrap(a *figure.Axes) *Axes {
	if x, ok := f.byAxes[a]; ok {
		return x
	}
	if f.byAxes == nil {
		f.byAxes = map[*figure.Axes]*Axes{}
	}
	x := &Axes{ax: a, fig: f}
	f.byAxes[a] = x
	return x
}

func (f *Figure) gca() (*Axes, error) {
	if f.cur != nil {
		return f.cur, nil
	}
	if all := f.fig.Axes(); len(all) > 0 {
		f.cur = f.wrap(all[len(all)-1])
		return f.cur, nil
	}
	a, err := f.fig.AddSubplot(1, 1, 1, 1)
	if err != nil {
		return nil, err
	}
	f.cur = f.wrap(a)
	return f.cur, nil
}

// axesList are the axes in order of creation.
func (f *Figure) axesList() []py.Object {
	var out []py.Object
	for _, a := range f.fig.Axes() {
		out = append(out, f.wrap(a))
	}
	return out
}

var figureClass = &bind.Class{
	Name: "Figure", Module: "plt",
	Doc:     "A sheet with axes on it. As the last value of a cell it shows itself.",
	Example: ">>> fig, ax = plt.subplots(figsize=(5, 3))\n... fig.number\n<Figure size 500x300 with 1 Axes>\n1",
	Attrs: []bind.Attr{
		{Name: "axes", Type: "list of Axes", Doc: "the axes in order of creation", Get: figAttr(func(f *Figure) py.Object { return list(f.axesList()...) })},
		{Name: "number", Type: "int", Doc: "number of the figure", Get: figAttr(func(f *Figure) py.Object { return py.Int(f.num) })},
		{Name: "dpi", Type: "float", Doc: "pixels per inch", Get: figAttr(func(f *Figure) py.Object { return py.Float(f.fig.DPI()) }),
			Set: func(t *runtime.Thread, o, v py.Object) error {
				x, err := runtime.AsFloat(t, v)
				if err == nil {
					err = o.(*Figure).fig.SetDPI(x)
				}
				if _, ok := err.(*runtime.Exception); err != nil && !ok {
					err = runtime.ValueErrorf("%s", err)
				}
				return err
			}},
	},
	Methods: figureMethods,
}

func figAttr(get func(f *Figure) py.Object) func(*runtime.Thread, py.Object) (py.Object, error) {
	return func(_ *runtime.Thread, o py.Object) (py.Object, error) { return get(o.(*Figure)), nil }
}

// figMethod makes a method of Figure.
func figMethod(name string, ps []bind.Param, doc string, fn func(c *bind.Call, f *Figure) (py.Object, error)) *bind.Func {
	return &bind.Func{Name: name, Params: ps, Doc: doc, Fn: func(c *bind.Call) (py.Object, error) {
		f, err := self[*Figure](c)
		if err != nil {
			return nil, err
		}
		return fn(c, f)
	}}
}

var figureMethods = []*bind.Func{
	figMethod("add_subplot", subplotParams, "Add axes in a cell of a grid.", addSubplot),
	figMethod("add_axes", []bind.Param{req("rect", numbersT, "left, bottom, width, height as fractions of the figure")}, "Add axes in a rectangle.", addAxes),
	figMethod("subplots", params(gridParams, squeezeParam), "Add a grid of axes.", func(c *bind.Call, f *Figure) (py.Object, error) {
		return makeGrid(c, f)
	}),
	figMethod("suptitle", params(req("t", labelT, "the title"), textParams), "Set the title above all axes.", func(c *bind.Call, f *Figure) (py.Object, error) {
		o, err := textOptions(c)
		if err != nil {
			return nil, err
		}
		f.fig.SetTitle(c.Str("t"), o)
		return &Label{x: 0.5, y: 0.98, s: c.Str("t")}, nil
	}),
	figMethod("supxlabel", params(req("t", labelT, "the label"), textParams), "Set a label below all axes.", func(c *bind.Call, f *Figure) (py.Object, error) {
		o, err := textOptions(c)
		if err != nil {
			return nil, err
		}
		f.fig.SetXLabel(c.Str("t"), o)
		return &Label{x: 0.5, y: 0.01, s: c.Str("t")}, nil
	}),
	figMethod("supylabel", params(req("t", labelT, "the label"), textParams), "Set a label at the left of all axes.", func(c *bind.Call, f *Figure) (py.Object, error) {
		o, err := textOptions(c)
		if err != nil {
			return nil, err
		}
		f.fig.SetYLabel(c.Str("t"), o)
		return &Label{x: 0.02, y: 0.5, s: c.Str("t")}, nil
	}),
	figMethod("savefig", saveParams, "Write the figure into a file: .png, .svg or .pdf.", func(c *bind.Call, f *Figure) (py.Object, error) {
		return none(save(c, f))
	}),
	figMethod("colorbar", colorbarParams, "Add a colour bar.", colorbar),
	figMethod("gca", nil, "The current axes.", func(c *bind.Call, f *Figure) (py.Object, error) { return obj(f.gca()) }),
	figMethod("sca", []bind.Param{req("a", axesT, "the axes")}, "Make axes the current ones.", func(c *bind.Call, f *Figure) (py.Object, error) {
		a := bind.Get[*Axes](c, "a")
		f.cur = a
		return a, nil
	}),
	figMethod("delaxes", []bind.Param{req("ax", axesT, "the axes")}, "Remove axes.", func(c *bind.Call, f *Figure) (py.Object, error) {
		removeAxes(bind.Get[*Axes](c, "ax"))
		return py.None, nil
	}),
	figMethod("get_axes", nil, "The axes in order of creation.", func(c *bind.Call, f *Figure) (py.Object, error) { return list(f.axesList()...), nil }),
	figMethod("clear", []bind.Param{opt("keep_observers", bind.Bool, "accepted and not used")}, "Remove all axes and titles.", func(c *bind.Call, f *Figure) (py.Object, error) { return none(clearFigure(f)) }),
	figMethod("clf", []bind.Param{opt("keep_observers", bind.Bool, "accepted and not used")}, "Remove all axes and titles.", func(c *bind.Call, f *Figure) (py.Object, error) { return none(clearFigure(f)) }),
	figMethod("show", []bind.Param{opt("warn", bind.Bool, "accepted and not used")}, "Show the figure now.", func(c *bind.Call, f *Figure) (py.Object, error) {
		if c.Thread.Host != nil {
			c.Thread.Host.Display(f.Display(), "", false)
		}
		f.warn(c.Thread)
		f.st.close(f)
		return py.None, nil
	}),
	figMethod("tight_layout", layoutParams, "Accepted: figures are always laid out tightly.", func(c *bind.Call, f *Figure) (py.Object, error) { return py.None, nil }),
	figMethod("subplots_adjust", adjustParams, "Accepted: distances follow from labels.", func(c *bind.Call, f *Figure) (py.Object, error) { return py.None, nil }),
	figMethod("set_size_inches", []bind.Param{req("w", numbersT, "width in inches, or (width, height)"), opt("h", bind.Float, "height in inches")}, "Change the size.", func(c *bind.Call, f *Figure) (py.Object, error) {
		wh := vec(c, "w")
		if c.Has("h") {
			wh = append(wh[:min(1, len(wh)):1], c.Float("h"))
		}
		if len(wh) != 2 {
			return nil, c.Errorf("width and height are needed")
		}
		return none(refuse(c, f.fig.SetSize(wh[0], wh[1])))
	}),
	figMethod("get_size_inches", nil, "Width and height in inches.", func(c *bind.Call, f *Figure) (py.Object, error) {
		w, h := f.fig.Size()
		return toArray([]float64{w, h}), nil
	}),
	figMethod("set_dpi", []bind.Param{req("val", bind.PositiveFloat, "pixels per inch")}, "Change the resolution.", func(c *bind.Call, f *Figure) (py.Object, error) {
		return none(refuse(c, f.fig.SetDPI(c.Float("val"))))
	}),
	figMethod("set_facecolor", []bind.Param{req("color", colorT, "colour of the paper")}, "Change the colour of the paper.", func(c *bind.Call, f *Figure) (py.Object, error) {
		f.fig.SetBackground(bind.Get[color.NRGBA](c, "color"))
		return py.None, nil
	}),
	figMethod("autofmt_xdate", []bind.Param{opt("rotation", bind.Float, "degrees")}, "Turn the tick labels of all x axes.", func(c *bind.Call, f *Figure) (py.Object, error) {
		deg, ok := number(c, "rotation")
		if !ok {
			deg = 30
		}
		for _, a := range f.fig.Axes() {
			a.X.SetTickRotation(deg)
		}
		return py.None, nil
	}),
}

// obj drops the type of a result.
func obj[T py.Object](x T, err error) (py.Object, error) {
	if err != nil {
		return nil, err
	}
	return x, nil
}

func clearFigure(f *Figure) error {
	f.fig.Clear()
	f.cur, f.byAxes = nil, nil
	return nil
}

var layoutParams = []bind.Param{
	opt("pad", bind.Float, "accepted and not used"), key("h_pad", bind.Float, "accepted and not used"),
	key("w_pad", bind.Float, "accepted and not used"), key("rect", bind.Any, "accepted and not used"),
}

var adjustParams = []bind.Param{
	opt("left", bind.Float, "accepted and not used"), opt("bottom", bind.Float, "accepted and not used"),
	opt("right", bind.Float, "accepted and not used"), opt("top", bind.Float, "accepted and not used"),
	opt("wspace", bind.Float, "accepted and not used"), opt("hspace", bind.Float, "accepted and not used"),
}

var saveParams = []bind.Param{
	req("fname", bind.Any, "path of the file, a str or a Path"),
	key("format", bind.Str, "'png', 'svg' or 'pdf'; by the extension of the path when left out"),
	key("dpi", bind.Any, "bitmap pixels per inch, or 'figure'; twice the figure's when left out"),
	key("transparent", bind.Bool, "leave the background out"),
	key("facecolor", colorT, "colour of the paper in the file"),
	key("bbox_inches", bind.Any, "accepted and not used: margins are always tight"),
	key("pad_inches", bind.Float, "accepted and not used"),
	key("edgecolor", bind.Any, "accepted and not used"),
	key("metadata", bind.Any, "accepted and not used: files carry no metadata"),
}

// save writes the file; the figure on screen stays as it is.
func save(c *bind.Call, f *Figure) error {
	name, err := runtime.Str(c.Thread, c.Obj("fname"))
	if err != nil {
		return err
	}
	format := c.Str("format")
	if format == "" {
		format = strings.TrimPrefix(filepath.Ext(name), ".")
		if format == "" {
			name, format = name+".png", "png"
		}
	}
	dpi := f.st.rc.saveDPI
	if d := c.Obj("dpi"); d != py.None && d != py.Object(py.String("figure")) {
		if dpi, err = runtime.AsFloat(c.Thread, d); err != nil || !(dpi >= 1 && dpi <= 4800) {
			return c.Errorf("dpi = %s: must be 'figure' or a number from 1 to 4800", bind.Short(c.Thread, d))
		}
	} else if d == py.Object(py.String("figure")) {
		dpi = f.fig.DPI()
	}
	copied := *f.fig
	if c.Bool("transparent") {
		copied.SetTransparent(true)
	}
	if c.Has("facecolor") {
		copied.SetBackground(bind.Get[color.NRGBA](c, "facecolor"))
	}
	if err := copied.WriteFile(name, format, dpi); err != nil {
		if os.IsNotExist(err) || os.IsPermission(err) {
			typ := py.FileNotFoundError
			if os.IsPermission(err) {
				typ = py.PermissionError
			}
			return runtime.Errorf(typ, "%s: cannot write '%s': %s", c.Func.QualName(), name, reason(err))
		}
		if _, ok := err.(*os.PathError); ok {
			return runtime.Errorf(py.OSError, "%s: cannot write '%s': %s", c.Func.QualName(), name, reason(err))
		}
		return refuse(c, err)
	}
	f.warn(c.Thread)
	return nil
}

// reason is the last part of a chain of errors of the operating system.
func reason(err error) string {
	s := err.Error()
	if i := strings.LastIndex(s, ": "); i >= 0 {
		s = s[i+2:]
	}
	return s
}

var subplotParams = []bind.Param{
	{Name: "args", Star: true, Help: "rows, columns and index of the cell (from 1), or one number of three digits; nothing for a single cell"},
	key("projection", bind.OneOf("rectilinear"), "only rectilinear axes are provided"),
	key("sharex", axesT, "axes whose x axis to share"), key("sharey", axesT, "axes whose y axis to share"),
	key("title", labelT, "title of the axes"), key("xlabel", labelT, "label of the x axis"), key("ylabel", labelT, "label of the y axis"),
	key("aspect", bind.Any, "'auto', 'equal' or a number"), key("label", labelT, "accepted and not used"),
}

// addSubplot reads the position as matplotlib does: (2, 2, 1), 221, (2, 2, (1, 3)) or a cell of a GridSpec.
func addSubplot(c *bind.Call, f *Figure) (py.Object, error) {
	rows, cols, first, last := 1, 1, 1, 1
	switch len(c.Rest) {
	case 0:
	case 1:
		if g, ok := c.Rest[0].(*gridCell); ok {
			return obj(f.place(c, g))
		}
		n, err := runtime.AsInt(c.Thread, c.Rest[0])
		if err != nil || n < 111 || n > 999 {
			return nil, c.Errorf("%s: a single argument must be a number of three digits such as 221", bind.Short(c.Thread, c.Rest[0]))
		}
		rows, cols, first = n/100, n/10%10, n%10
		last = first
	case 3:
		var err error
		if rows, err = runtime.AsInt(c.Thread, c.Rest[0]); err == nil {
			cols, err = runtime.AsInt(c.Thread, c.Rest[1])
		}
		if err != nil {
			return nil, c.Errorf("rows and columns must be integers")
		}
		if first, err = runtime.AsInt(c.Thread, c.Rest[2]); err != nil {
			pair, perr := pairT.Convert(c.Thread, c.Rest[2])
			if perr != nil {
				return nil, c.Errorf("%s: the index must be an integer or a pair of integers", bind.Short(c.Thread, c.Rest[2]))
			}
			p := pair.([2]float64)
			first, last = int(p[0]), int(p[1])
		} else {
			last = first
		}
	default:
		return nil, runtime.TypeErrorf("%s() takes 0, 1 or 3 positional arguments but %d were given", c.Func.Name, len(c.Rest))
	}
	a, err := f.fig.AddSubplot(rows, cols, first, last)
	if err != nil {
		return nil, refuse(c, err)
	}
	return obj(f.dress(c, a))
}

// dress applies the keyword arguments of add_subplot.
func (f *Figure) dress(c *bind.Call, a *figure.Axes) (*Axes, error) {
	x := f.wrap(a)
	f.cur = x
	if c.Has("sharex") {
		a.ShareX(bind.Get[*Axes](c, "sharex").ax)
	}
	if c.Has("sharey") {
		a.ShareY(bind.Get[*Axes](c, "sharey").ax)
	}
	if c.Has("title") {
		if err := a.SetTitle(c.Str("title"), "", figure.TextOptions{}); err != nil {
			return nil, refuse(c, err)
		}
	}
	if c.Has("xlabel") {
		a.SetXLabel(c.Str("xlabel"), figure.TextOptions{})
	}
	if c.Has("ylabel") {
		a.SetYLabel(c.Str("ylabel"), figure.TextOptions{})
	}
	if o := c.Obj("aspect"); o != py.None {
		if err := setAspect(c, a, o, false); err != nil {
			return nil, err
		}
	}
	return x, nil
}

func addAxes(c *bind.Call, f *Figure) (py.Object, error) {
	r := vec(c, "rect")
	if len(r) != 4 {
		return nil, c.Errorf("rect must hold left, bottom, width and height, got %d numbers", len(r))
	}
	a, err := f.fig.AddAxes(r[0], r[1], r[2], r[3])
	if err != nil {
		return nil, refuse(c, err)
	}
	f.cur = f.wrap(a)
	return f.cur, nil
}

// shareT reads True, False, 'all', 'none', 'row', 'col'.
var shareT = bind.Type{Name: "bool or {'none', 'all', 'row', 'col'}", Values: []string{"none", "all", "row", "col"}, Convert: func(t *runtime.Thread, o py.Object) (any, error) {
	if s, ok := o.(py.String); ok {
		switch s {
		case "none":
			return figure.ShareNone, nil
		case "all":
			return figure.ShareAll, nil
		case "row":
			return figure.ShareRow, nil
		case "col":
			return figure.ShareColumn, nil
		}
		return nil, fmt.Errorf("must be True, False, 'all', 'none', 'row' or 'col'")
	}
	on, err := runtime.Truth(t, o)
	if err != nil {
		return nil, err
	}
	if on {
		return figure.ShareAll, nil
	}
	return figure.ShareNone, nil
}}

var gridParams = []bind.Param{
	{Name: "nrows", Type: bind.Positive, Default: "1", Help: "number of rows"},
	{Name: "ncols", Type: bind.Positive, Default: "1", Help: "number of columns"},
	key("sharex", shareT, "axes with a common x axis: all, those of a column, those of a row"),
	key("sharey", shareT, "axes with a common y axis: all, those of a row, those of a column"),
	key("width_ratios", numbersT, "relative widths of the columns"),
	key("height_ratios", numbersT, "relative heights of the rows"),
	key("gridspec_kw", bind.Any, "dict with width_ratios and height_ratios"),
	key("subplot_kw", bind.Any, "accepted when empty"),
}

var squeezeParam = []bind.Param{{Name: "squeeze", Type: bind.Bool, Default: "True", KwOnly: true, Help: "leave out dimensions of length one"}}

// makeGrid adds a grid of axes to a figure and returns it as matplotlib does: one Axes, a row or column, or a matrix.
func makeGrid(c *bind.Call, f *Figure) (py.Object, error) {
	o := figure.GridOptions{ShareX: bind.Get[figure.Sharing](c, "sharex"), ShareY: bind.Get[figure.Sharing](c, "sharey")}
	o.WidthRatios, o.HeightRatios = vec(c, "width_ratios"), vec(c, "height_ratios")
	if d, ok := c.Obj("gridspec_kw").(*runtime.Dict); ok {
		for k, v := range d.All() {
			var dst *[]float64
			switch k {
			case py.String("width_ratios"):
				dst = &o.WidthRatios
			case py.String("height_ratios"):
				dst = &o.HeightRatios
			case py.String("wspace"), py.String("hspace"), py.String("left"), py.String("right"), py.String("top"), py.String("bottom"):
				continue // distances follow from labels
			default:
				return nil, runtime.TypeErrorf("%s() got an unexpected key %s in gridspec_kw", c.Func.Name, bind.Short(c.Thread, k))
			}
			r, err := numbersT.Convert(c.Thread, v)
			if err != nil {
				return nil, c.Errorf("gridspec_kw: %s", err)
			}
			*dst = r.(*values).v
		}
	}
	rows, cols := c.Int("nrows"), c.Int("ncols")
	grid, err := f.fig.Subplots(rows, cols, o)
	if err != nil {
		return nil, refuse(c, err)
	}
	all := &AxesArray{shape: []int{rows, cols}}
	for _, row := range grid {
		for _, a := range row {
			all.items = append(all.items, f.wrap(a))
		}
	}
	f.cur = all.items[len(all.items)-1]
	if c.Bool("squeeze") {
		switch {
		case rows*cols == 1:
			return all.items[0], nil
		case rows == 1 || cols == 1:
			all.shape = []int{rows * cols}
		}
	}
	return all, nil
}
