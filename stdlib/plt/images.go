package plt

import (
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/plot/vg"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// aspectT is 'equal', 'auto' or a number.
func setAspect(c *bind.Call, a *figure.Axes, o py.Object, data bool) error {
	if s, ok := o.(py.String); ok {
		switch s {
		case "auto":
			return refuse(c, a.SetAspect(0, data))
		case "equal":
			return refuse(c, a.SetAspect(1, data))
		}
		return c.Errorf("aspect = %s: must be 'auto', 'equal' or a number", bind.Short(c.Thread, o))
	}
	v, err := runtime.AsFloat(c.Thread, o)
	if err != nil || !(v > 0) {
		return c.Errorf("aspect = %s: must be 'auto', 'equal' or a positive number", bind.Short(c.Thread, o))
	}
	return refuse(c, a.SetAspect(v, data))
}

var imshowParams = params(
	req("X", numbersT, "matrix of numbers, or a picture: rows x columns x 3 or 4, numbers from 0 to 1 or integers from 0 to 255"),
	opt("cmap", cmapT, "colour map"), scaleParams[1:],
	key("aspect", bind.Any, "'equal' (square cells), 'auto' or a number"),
	key("interpolation", bind.OneOf("antialiased", "auto", "none", "nearest", "bilinear", "bicubic", "spline16", "spline36", "hanning", "gaussian", "lanczos"), "'nearest' keeps sharp cells; every smooth kind is bilinear"),
	key("origin", bind.OneOf("upper", "lower"), "where the first row is"),
	key("extent", numbersT, "left, right, bottom, top of the outer edges"),
	key("zorder", bind.Float, "layer"), key("label", labelT, "accepted and not used"), key("interpolation_stage", bind.Str, "accepted and not used"),
	key("rasterized", bind.Bool, "accepted and not used"), key("clip_on", bind.Bool, "accepted and not used"),
)

func imshow(c *bind.Call, a *Axes) (py.Object, error) { return image(c, a, "X", false) }

func image(c *bind.Call, a *Axes, name string, matrix bool) (py.Object, error) {
	d := bind.Get[*values](c, name)
	scale, err := scaleOptions(c)
	if err != nil {
		return nil, err
	}
	o := figure.ImageOptions{Scale: scale}
	if !matrix {
		o.OriginLower, o.ZOrder = c.Str("origin") == "lower", zorder(c)
		switch c.Str("interpolation") {
		case "", "antialiased", "auto", "none", "nearest":
		default:
			o.Smooth = true
		}
		if e := vec(c, "extent"); e != nil {
			if len(e) != 4 {
				return nil, c.Errorf("extent must hold left, right, bottom and top, got %d numbers", len(e))
			}
			o.Extent = &[4]float64{e[0], e[1], e[2], e[3]}
		}
		if asp := c.Obj("aspect"); asp != py.None {
			if asp == py.Object(py.String("auto")) {
				o.FreeAspect = true
				if err := setAspect(c, a.ax, asp, false); err != nil {
					return nil, err
				}
			} else if asp != py.Object(py.String("equal")) {
				v, err := runtime.AsFloat(c.Thread, asp)
				if err != nil || !(v > 0) {
					return nil, c.Errorf("aspect = %s: must be 'auto', 'equal' or a positive number", bind.Short(c.Thread, asp))
				}
				o.Aspect = v
			}
		}
	}
	var im *figure.Image
	shape := d.shape
	switch {
	case d.ndim() == 3 && shape[2] == 1:
		d.shape = shape[:2]
		fallthrough
	case d.ndim() == 2:
		im, err = a.ax.Image(d.grid(), o)
	case d.ndim() == 3 && (shape[2] == 3 || shape[2] == 4):
		bytes := false
		if d.whole {
			for _, v := range d.v {
				bytes = bytes || v > 1
			}
		}
		px, perr := figure.GrayOrColor(shape[0], shape[1], shape[2], d.v, bytes)
		if perr != nil {
			return nil, refuse(c, perr)
		}
		im, err = a.ax.Picture(shape[0], shape[1], px, o)
	default:
		return nil, runtime.TypeErrorf("%s: invalid shape %s for image data: (rows, columns) or (rows, columns, 3 or 4)", c.Func.QualName(), shapeText(shape))
	}
	if err != nil {
		return nil, refuse(c, err)
	}
	return &Artist{class: imageClass, art: im, ax: a, note: "size=" + shapeText(d.shape[:2])}, nil
}

func shapeText(shape []int) string {
	parts := make([]string, len(shape))
	for i, n := range shape {
		parts[i] = strconv.Itoa(n)
	}
	if len(parts) == 1 {
		return "(" + parts[0] + ",)"
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

// fieldArgs reads the positional arguments of pcolormesh and contour: Z, or X, Y, Z, and what follows.
func fieldArgs(c *bind.Call) (x, y *values, z *values, rest []py.Object, err error) {
	args := c.Rest
	read := func(o py.Object, name string) (*values, error) {
		d, err := toValues(c.Thread, o)
		if err != nil || d.names != nil {
			return nil, c.Errorf("%s = %s: must be an array of numbers", name, bind.Short(c.Thread, o))
		}
		return d, nil
	}
	switch {
	case len(args) == 0:
		return nil, nil, nil, nil, runtime.TypeErrorf("%s() takes Z, or X, Y and Z", c.Func.Name)
	case len(args) < 3:
		z, err = read(args[0], "Z")
		rest = args[1:]
	default:
		if x, err = read(args[0], "X"); err != nil {
			return
		}
		if y, err = read(args[1], "Y"); err != nil {
			return
		}
		z, err = read(args[2], "Z")
		rest = args[3:]
	}
	if err == nil && z.ndim() != 2 {
		err = runtime.TypeErrorf("%s: Z must be two-dimensional, got shape %s", c.Func.QualName(), shapeText(z.shape))
	}
	return
}

// axisVector reduces coordinates given as a matrix to a vector when its rows (or columns) are all the same, as those
// of meshgrid are.
func axisVector(d *values, alongColumns bool) []float64 {
	if d == nil {
		return nil
	}
	if d.ndim() != 2 {
		return d.v
	}
	rows, cols := d.shape[0], d.shape[1]
	for i := range rows {
		for j := range cols {
			ref := d.v[j]
			if !alongColumns {
				ref = d.v[i*cols]
			}
			if d.v[i*cols+j] != ref {
				return d.v
			}
		}
	}
	if alongColumns {
		return append([]float64{}, d.v[:cols]...)
	}
	return d.column(0)
}

// coordinates gives x and y as two vectors, or both as matrices.
func coordinates(x, y *values) (xs, ys []float64) {
	xs, ys = axisVector(x, true), axisVector(y, false)
	if x != nil && y != nil && x.ndim() == 2 && y.ndim() == 2 {
		if (len(xs) == len(x.v)) != (len(ys) == len(y.v)) && min(x.shape[0], x.shape[1]) > 1 {
			return x.v, y.v
		}
	}
	return xs, ys
}

var imageFuncs = []*bind.Func{
	axMethod("imshow", imshowParams, "AxesImage", "Show a matrix by colours, or a picture.",
		">>> plt.imshow([[1, 2], [3, 4]], cmap='magma')\n<Figure size 640x400 with 1 Axes>\n<AxesImage size=(2, 2)>", imshow),
	axMethod("matshow", params(req("A", numbersT, "matrix"), opt("fignum", bind.Any, "accepted and not used"), scaleParams), "AxesImage", "Show a matrix with ticks at the top.",
		">>> plt.matshow([[1, 0], [0, 1]])\n<Figure size 640x400 with 1 Axes>\n<AxesImage size=(2, 2)>", func(c *bind.Call, a *Axes) (py.Object, error) {
			a.ax.SetXTop(true)
			return image(c, a, "A", true)
		}),
	axMethod("pcolormesh", meshParams, "QuadMesh", "Show a matrix by colours over coordinates of its own: edges of the cells or their middles.",
		">>> plt.pcolormesh([0, 1, 3], [0, 2, 3], [[1, 2], [3, 4]])\n<Figure size 640x400 with 1 Axes>\n<QuadMesh>", mesh),
	axMethod("pcolor", meshParams, "QuadMesh", "Same as pcolormesh.",
		">>> plt.pcolor([[1, 2], [3, 4]])\n<Figure size 640x400 with 1 Axes>\n<QuadMesh>", mesh),
	axMethod("contour", params(contourArgs, scaleParams, key("levels", bind.Any, "heights, or about how many"),
		key("colors", colorsT, "one colour, or one for each line"), key("linewidths", numbersT, "width of the lines: one, or one for each"),
		key("linestyles", lineStyleT, "how the lines are broken"), key("origin", bind.Any, "accepted and not used"), key("extend", extendT, "accepted and not used"), key("zorder", bind.Float, "layer"), key("label", labelT, "text for the legend")),
		"QuadContourSet", "Draw lines of equal height.", ">>> plt.contour([[0, 1], [1, 2]], levels=[0.5, 1.5])\n<Figure size 640x400 with 1 Axes>\n<QuadContourSet>",
		func(c *bind.Call, a *Axes) (py.Object, error) { return contour(c, a, false) }),
	axMethod("contourf", params(contourArgs, scaleParams, key("levels", bind.Any, "edges of the bands, or about how many"),
		key("colors", colorsT, "colours of the bands"), key("extend", extendT, "fill beyond the levels"), key("origin", bind.Any, "accepted and not used"),
		key("antialiased", bind.Bool, "accepted and not used"), key("zorder", bind.Float, "layer"), key("label", labelT, "text for the legend")),
		"QuadContourSet", "Fill the bands between heights.", ">>> plt.contourf([[0, 1], [1, 2]])\n<Figure size 640x400 with 1 Axes>\n<QuadContourSet>",
		func(c *bind.Call, a *Axes) (py.Object, error) { return contour(c, a, true) }),
	axMethod("clabel", clabelParams, "list", "Write the heights on contour lines.",
		">>> cs = plt.contour([[0, 1], [1, 2]])\n... plt.clabel(cs)\n<Figure size 640x400 with 1 Axes>\n[]", func(c *bind.Call, a *Axes) (py.Object, error) {
			cs, ok := c.Obj("CS").(*Artist)
			if !ok || cs.class != contourClass {
				return nil, runtime.TypeErrorf("clabel: CS must be what contour returned, not %s", c.Obj("CS").Type().Name)
			}
			return contourLabels(c, cs)
		}),
	axMethod("quiver", params(bind.Param{Name: "args", Star: true, Help: "U, V; or X, Y, U, V; and numbers C shown as colours"}, scaleParams,
		key("color", colorT, "colour of the arrows"), key("scale", bind.PositiveFloat, "units of the vectors per width of the axes"),
		key("scale_units", bind.OneOf("xy", "width"), "'xy' with scale=1: vectors in units of the data"), key("angles", bind.OneOf("uv", "xy"), "accepted; 'xy' with scale=1 means units of the data"),
		key("units", bind.Str, "accepted and not used"), key("width", bind.PositiveFloat, "of the shafts, as a fraction of the width of the axes"), key("headwidth", bind.Float, "accepted and not used"), key("headlength", bind.Float, "accepted and not used"),
		key("pivot", bind.OneOf("tail", "mid", "middle", "tip"), "part of the arrow at its place"), key("zorder", bind.Float, "layer"), key("label", labelT, "text for the legend")),
		"Quiver", "Draw a field of arrows.", ">>> plt.quiver([0, 1], [0, 0], [1, 0], [0, 1])\n<Figure size 640x400 with 1 Axes>\n<Quiver>", quiver),
}

var meshParams = params(bind.Param{Name: "args", Star: true, Help: "Z; or X, Y, Z"}, scaleParams,
	key("shading", bind.OneOf("auto", "flat", "nearest", "gouraud"), "accepted: edges or middles follow from the lengths"),
	key("edgecolors", colorT, "lines between the cells"), key("edgecolor", colorT, "same as edgecolors"), key("linewidth", bind.Float, "accepted and not used"), key("zorder", bind.Float, "layer"),
	key("rasterized", bind.Bool, "accepted and not used"), key("antialiased", bind.Bool, "accepted and not used"))

func mesh(c *bind.Call, a *Axes) (py.Object, error) {
	x, y, z, _, err := fieldArgs(c)
	if err != nil {
		return nil, err
	}
	o := figure.MeshOptions{ZOrder: zorder(c)}
	if o.Scale, err = scaleOptions(c); err != nil {
		return nil, err
	}
	if o.Edge, err = pickColor(c, "edgecolors", "edgecolor"); err != nil {
		return nil, err
	}
	xs, ys := coordinates(x, y)
	m, err := a.ax.Mesh(xs, ys, z.grid(), o)
	if err != nil {
		return nil, refuse(c, err)
	}
	return &Artist{class: meshClass, art: m, ax: a}, nil
}

var contourArgs = bind.Param{Name: "args", Star: true, Help: "Z; or X, Y, Z; and the levels"}

var extendT = bind.OneOf("neither", "both", "min", "max")

func contour(c *bind.Call, a *Axes, filled bool) (py.Object, error) {
	x, y, z, rest, err := fieldArgs(c)
	if err != nil {
		return nil, err
	}
	o := figure.ContourOptions{ZOrder: zorder(c), Label: c.Str("label")}
	if o.Scale, err = scaleOptions(c); err != nil {
		return nil, err
	}
	levels := c.Obj("levels")
	if levels == py.None && len(rest) > 0 {
		levels = rest[0]
	}
	if levels != py.None {
		if n, err := runtime.AsInt(c.Thread, levels); err == nil {
			if n < 1 {
				return nil, c.Errorf("levels = %d: must be positive", n)
			}
			o.Count = n
		} else {
			d, err := toValues(c.Thread, levels)
			if err != nil || d.names != nil || d.ndim() != 1 {
				return nil, c.Errorf("levels = %s: must be an integer or increasing numbers", bind.Short(c.Thread, levels))
			}
			o.Levels = d.v
		}
	}
	one, many, err := pickColors(c, "colors")
	if err != nil {
		return nil, err
	}
	if one != nil {
		o.Colors = append(o.Colors, nrgba(one))
	}
	o.Colors = append(o.Colors, many...)
	if filled {
		ext := c.Str("extend")
		o.ExtendMin, o.ExtendMax = ext == "both" || ext == "min", ext == "both" || ext == "max"
	} else {
		for _, w := range vec(c, "linewidths") {
			if !(w >= 0) {
				return nil, c.Errorf("linewidths: %g must not be negative", w)
			}
			o.Widths = append(o.Widths, vg.Length(w))
		}
		if c.Has("linestyles") {
			s := bind.Get[lineStyle](c, "linestyles").style
			o.Style = &s
		}
	}
	draw := a.ax.Contour
	if filled {
		draw = a.ax.ContourFill
	}
	xs, ys := coordinates(x, y)
	cs, err := draw(xs, ys, z.grid(), o)
	if err != nil {
		return nil, refuse(c, err)
	}
	return &Artist{class: contourClass, art: cs, ax: a}, nil
}

var clabelParams = params(req("CS", bind.Any, "what contour returned"), opt("levels", vectorT, "accepted and not used"),
	key("fontsize", sizeT, "size of the text"), key("fmt", bind.Any, "format of the heights: '{:.1f}', '%.1f' or a function"),
	key("colors", colorT, "colour of the text"), key("inline", bind.Bool, "accepted: lines always make room"), key("inline_spacing", bind.Float, "accepted and not used"))

func contourLabels(c *bind.Call, cs *Artist) (py.Object, error) {
	set := cs.art.(*figure.Contours)
	if set.Filled() {
		return list(), nil
	}
	size, _ := number(c, "fontsize")
	var format func(float64) string
	if c.Has("fmt") {
		var err error
		if format, err = tickFormat(c, c.Obj("fmt")); err != nil {
			return nil, err
		}
	}
	col, err := pickColor(c, "colors")
	if err != nil {
		return nil, err
	}
	set.SetLabels(vg.Length(size), format, col)
	return list(), nil
}

func quiver(c *bind.Call, a *Axes) (py.Object, error) {
	n := len(c.Rest)
	if n < 2 || n > 5 {
		return nil, runtime.TypeErrorf("quiver() takes from 2 to 5 positional arguments but %d were given", n)
	}
	var d []*values
	for i, o := range c.Rest {
		v, err := toValues(c.Thread, o)
		if err != nil || v.names != nil {
			return nil, c.Errorf("argument %d = %s: must be an array of numbers", i+1, bind.Short(c.Thread, o))
		}
		d = append(d, v)
	}
	var x, y []float64
	if n >= 4 {
		x, y = d[0].v, d[1].v
		u := d[2]
		// coordinates may be the vectors of a grid
		if u.ndim() == 2 && len(x) == u.shape[1] && len(y) == u.shape[0] && len(x) != len(u.v) {
			gx, gy := make([]float64, len(u.v)), make([]float64, len(u.v))
			for i := range u.v {
				gx[i], gy[i] = x[i%u.shape[1]], y[i/u.shape[1]]
			}
			x, y = gx, gy
		}
		d = d[2:]
	} else {
		u := d[0]
		cols := len(u.v)
		if u.ndim() == 2 {
			cols = u.shape[1]
		}
		for i := range u.v {
			x, y = append(x, float64(i%cols)), append(y, float64(i/cols))
		}
	}
	o := figure.QuiverOptions{Pivot: c.Str("pivot"), ZOrder: zorder(c), Label: c.Str("label")}
	o.Scale, _ = number(c, "scale")
	o.Width, _ = number(c, "width")
	if c.Str("angles") == "xy" && c.Str("scale_units") == "xy" {
		o.Data = true
		k := o.Scale
		if k == 0 {
			k = 1
		}
		for _, w := range d[:2] {
			v := make([]float64, len(w.v))
			for i := range v {
				v[i] = w.v[i] / k
			}
			w.v = v
		}
		o.Scale = 0
	}
	var err error
	if o.Color, err = pickColor(c, "color"); err != nil {
		return nil, err
	}
	if o.Colors, err = scaleOptions(c); err != nil {
		return nil, err
	}
	o.Alpha = o.Colors.Alpha
	if len(d) > 2 {
		o.Values = d[2].v
	}
	q, err := a.ax.Quiver(x, y, d[0].v, d[1].v, o)
	if err != nil {
		return nil, refuse(c, err)
	}
	return &Artist{class: quiverClass, art: q, ax: a}, nil
}

var colorbarParams = params(opt("mappable", bind.Any, "what the bar explains; the last image, mesh, contours or scatter when left out"),
	opt("cax", axesT, "not provided"), opt("ax", bind.Any, "the axes, or several, beside which the bar stands"),
	key("label", labelT, "label of the bar"), key("orientation", bind.OneOf("vertical", "horizontal"), "at the right or below"), key("location", bind.OneOf("right", "bottom"), "at the right or below"),
	key("ticks", vectorT, "where ticks stand"), key("format", bind.Any, "format of the tick labels"), key("shrink", bind.PositiveFloat, "length as a fraction of the axes"),
	key("pad", bind.Float, "accepted and not used"), key("fraction", bind.Float, "accepted and not used"), key("aspect", bind.Float, "accepted and not used"), key("extend", extendT, "accepted and not used"))

// colorbar adds a bar to the figure of the axes.
func colorbar(c *bind.Call, f *Figure) (py.Object, error) {
	if c.Has("cax") {
		return nil, c.Errorf("cax is not provided by Monge: pass ax")
	}
	var m figure.Mappable
	var of *Axes
	switch x := c.Obj("mappable").(type) {
	case py.NoneType:
	case *Artist:
		mm, ok := x.art.(figure.Mappable)
		if v, has := x.art.(interface{ HasValues() bool }); !ok || has && !v.HasValues() {
			return nil, c.Errorf("%s shows no numbers as colours", bind.Short(c.Thread, x))
		}
		m, of = mm, x.ax
	default:
		return nil, runtime.TypeErrorf("colorbar: mappable must be an image, mesh, contours or scatter, not %s", x.Type().Name)
	}
	var axes []*figure.Axes
	switch x := c.Obj("ax").(type) {
	case py.NoneType:
		if of == nil {
			var err error
			if of, err = f.gca(); err != nil {
				return nil, err
			}
		}
		axes = []*figure.Axes{of.ax}
	case *Axes:
		axes, of = []*figure.Axes{x.ax}, x
	default:
		items, err := runtime.Collect(c.Thread, x)
		if err != nil {
			return nil, runtime.TypeErrorf("colorbar: ax must be an Axes or several, not %s", x.Type().Name)
		}
		for _, it := range items {
			switch y := it.(type) {
			case *Axes:
				axes = append(axes, y.ax)
				of = y
			case *AxesArray:
				for _, z := range y.items {
					axes = append(axes, z.ax)
					of = z
				}
			default:
				return nil, runtime.TypeErrorf("colorbar: ax must be an Axes or several, not %s", it.Type().Name)
			}
		}
	}
	o := figure.ColorbarOptions{Label: c.Str("label"), Horizontal: c.Str("orientation") == "horizontal" || c.Str("location") == "bottom"}
	o.Shrink, _ = number(c, "shrink")
	o.Ticks = vec(c, "ticks")
	fig := f.fig
	if of != nil {
		fig = of.fig.fig
	}
	b, err := fig.AddColorbar(m, o, axes...)
	if err != nil {
		return nil, runtime.Errorf(py.RuntimeError, "%s", plainMessage(c.Thread, refuse(c, err)))
	}
	if c.Has("format") {
		format, err := tickFormat(c, c.Obj("format"))
		if err != nil {
			return nil, err
		}
		b.Axis().SetTickFormat(format)
	}
	return &Simple{class: colorbarClass, bar: b, ax: of}, nil
}
