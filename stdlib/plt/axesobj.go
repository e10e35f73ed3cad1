package plt

import (
	"errors"
	"fmt"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
)

// Axes is one coordinate system of a figure.
type Axes struct {
	ax  *figure.Axes
	fig *Figure
}

func (*Axes) Type() *py.Type { return axesClass.Type() }

// Repr is matplotlib's, with title and labels when there are any.
func (a *Axes) Repr(*runtime.Thread) (string, error) {
	var parts []string
	if s := a.ax.Title(); s != "" {
		parts = append(parts, fmt.Sprintf("title={'center': '%s'}", s))
	}
	if s := a.ax.XLabel(); s != "" {
		parts = append(parts, fmt.Sprintf("xlabel='%s'", s))
	}
	if s := a.ax.YLabel(); s != "" {
		parts = append(parts, fmt.Sprintf("ylabel='%s'", s))
	}
	return "<Axes: " + strings.Join(parts, ", ") + ">", nil
}

var axesT = bind.Type{Name: "Axes", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
	if a, ok := o.(*Axes); ok {
		return a, nil
	}
	return nil, errors.New("must be an Axes")
}}

// axMethod declares a method of Axes; the example is that of the function of the same name in plt.
func axMethod(name string, ps []bind.Param, returns, doc, example string, fn func(c *bind.Call, a *Axes) (py.Object, error)) *bind.Func {
	return &bind.Func{Name: name, Params: ps, Returns: returns, Doc: doc, Example: example, Fn: func(c *bind.Call) (py.Object, error) {
		a, err := self[*Axes](c)
		if err != nil {
			return nil, err
		}
		return fn(c, a)
	}}
}

// method declares a method of Axes that has no function in plt.
func method(name string, ps []bind.Param, doc string, fn func(c *bind.Call, a *Axes) (py.Object, error)) *bind.Func {
	return axMethod(name, ps, "", doc, "", fn)
}

// onCurrent makes a function of plt of a method: it works on the current axes. name "" keeps the name.
func onCurrent(f *bind.Func, name string) *bind.Func {
	if name == "" {
		name = f.Name
	}
	return &bind.Func{Name: name, Params: f.Params, Returns: f.Returns, Doc: f.Doc, Example: f.Example, SeeAlso: f.SeeAlso, Fn: func(c *bind.Call) (py.Object, error) {
		a, err := stateOf(c.Thread).gca()
		if err != nil {
			return nil, err
		}
		c.Self = a
		return f.Fn(c)
	}}
}

// withoutExample is the method as it stands in the class Axes.
func withoutExample(f *bind.Func) *bind.Func {
	return &bind.Func{Name: f.Name, Params: f.Params, Returns: f.Returns, Doc: f.Doc, Fn: f.Fn}
}

var axesClass = &bind.Class{
	Name: "Axes", Module: "plt",
	Doc:     "One coordinate system of a figure, with methods that draw in it.",
	Example: ">>> fig, ax = plt.subplots()\n... ax.plot([1, 2, 3])\n... ax.set_title('three points')\n... ax\n<Figure size 640x400 with 1 Axes>\n<Axes: title={'center': 'three points'}>",
	Attrs: []bind.Attr{
		{Name: "figure", Type: "Figure", Doc: "the figure that holds the axes", Get: axAttr(func(a *Axes) py.Object { return a.fig })},
		{Name: "xaxis", Type: "Axis", Doc: "the x axis", Get: axAttr(func(a *Axes) py.Object { return &axisObj{a, a.ax.X, "x"} })},
		{Name: "yaxis", Type: "Axis", Doc: "the y axis", Get: axAttr(func(a *Axes) py.Object { return &axisObj{a, a.ax.Y, "y"} })},
		{Name: "spines", Type: "Spines", Doc: "the axis lines by side: ax.spines['top'].set_visible(True)", Get: axAttr(func(a *Axes) py.Object { return &spines{a, allSides} })},
		{Name: "transAxes", Type: "Transform", Doc: "fractions of the axes, for the transform of text", Get: axAttr(func(*Axes) py.Object { return inAxes })},
		{Name: "transData", Type: "Transform", Doc: "data coordinates, for the transform of text", Get: axAttr(func(*Axes) py.Object { return inData })},
	},
}

func axAttr(get func(a *Axes) py.Object) func(*runtime.Thread, py.Object) (py.Object, error) {
	return func(_ *runtime.Thread, o py.Object) (py.Object, error) { return get(o.(*Axes)), nil }
}

// transform says in which coordinates text is placed.
type transform struct{ name string }

var (
	inAxes = &transform{"axes"}
	inData = &transform{"data"}

	transformClass = &bind.Class{Name: "Transform", Module: "plt", Doc: "Coordinates for text: ax.transAxes or ax.transData.", Example: ">>> plt.gca().transAxes\n<Figure size 640x400 with 1 Axes>\n<Transform axes>"}
	transformT     = bind.Type{Name: "Transform", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		if x, ok := o.(*transform); ok {
			return x, nil
		}
		return nil, errors.New("must be ax.transAxes or ax.transData")
	}}
)

func (*transform) Type() *py.Type { return transformClass.Type() }

// Repr names the coordinates.
func (x *transform) Repr(*runtime.Thread) (string, error) { return "<Transform " + x.name + ">", nil }

// spines are axis lines, one or several.
type spines struct {
	a     *Axes
	sides []string
}

var allSides = []string{"left", "bottom", "right", "top"}

var spinesClass = &bind.Class{
	Name: "Spines", Module: "plt", Doc: "Axis lines by side.",
	Example: ">>> ax = plt.gca()\n... ax.spines[['top', 'right']].set_visible(True)\n<Figure size 640x400 with 1 Axes>",
	Methods: []*bind.Func{
		{Name: "set_visible", Params: []bind.Param{req("b", bind.Bool, "whether to show them")}, Doc: "Show or hide the lines.", Fn: func(c *bind.Call) (py.Object, error) {
			s, err := self[*spines](c)
			if err != nil {
				return nil, err
			}
			for _, side := range s.sides {
				if err := s.a.ax.SetSpine(side, c.Bool("b")); err != nil {
					return nil, refuse(c, err)
				}
			}
			return py.None, nil
		}},
		{Name: "set_color", Params: []bind.Param{req("color", colorT, "'none' hides the lines; other colours are accepted and not used")}, Doc: "Hide the lines with 'none'.", Fn: func(c *bind.Call) (py.Object, error) {
			s, err := self[*spines](c)
			if err != nil {
				return nil, err
			}
			if one, _ := pickColor(c, "color"); one != nil {
				if _, _, _, alpha := one.RGBA(); alpha == 0 {
					for _, side := range s.sides {
						if err := s.a.ax.SetSpine(side, false); err != nil {
							return nil, refuse(c, err)
						}
					}
				}
			}
			return py.None, nil
		}},
		{Name: "set_linewidth", Params: []bind.Param{req("w", bind.Float, "accepted and not used")}, Doc: "Accepted: axis lines have the width of the look.", Fn: func(c *bind.Call) (py.Object, error) { return py.None, nil }},
		{Name: "values", Doc: "The single lines.", Fn: func(c *bind.Call) (py.Object, error) {
			s, err := self[*spines](c)
			if err != nil {
				return nil, err
			}
			var out []py.Object
			for _, side := range s.sides {
				out = append(out, &spines{s.a, []string{side}})
			}
			return list(out...), nil
		}},
	},
}

func (*spines) Type() *py.Type { return spinesClass.Type() }

// GetItem picks a side, several, or all by a slice.
func (s *spines) GetItem(t *runtime.Thread, k py.Object) (py.Object, error) {
	if _, ok := k.(*py.Slice); ok {
		return &spines{s.a, allSides}, nil
	}
	names, err := toLabels(t, k)
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		known := false
		for _, side := range allSides {
			known = known || n == side
		}
		if !known {
			return nil, runtime.KeyErr(k)
		}
	}
	return &spines{s.a, names}, nil
}

// axisObj is ax.xaxis or ax.yaxis.
type axisObj struct {
	a    *Axes
	axis *figure.Axis
	name string
}

func (*axisObj) Type() *py.Type { return axisClass.Type() }

func axisMethod(name string, ps []bind.Param, doc string, fn func(c *bind.Call, x *axisObj) (py.Object, error)) *bind.Func {
	return &bind.Func{Name: name, Params: ps, Doc: doc, Fn: func(c *bind.Call) (py.Object, error) {
		x, err := self[*axisObj](c)
		if err != nil {
			return nil, err
		}
		return fn(c, x)
	}}
}

var axisClass = &bind.Class{
	Name: "Axis", Module: "plt", Doc: "One axis of an Axes.",
	Example: ">>> ax = plt.gca()\n... ax.xaxis.set_major_formatter('{x:.1f} s')\n<Figure size 640x400 with 1 Axes>",
	Methods: []*bind.Func{
		axisMethod("set_major_formatter", []bind.Param{req("formatter", bind.Any, "format such as '{x:.2f}', or a function of number and position")}, "Write tick labels by a format or a function.", func(c *bind.Call, x *axisObj) (py.Object, error) {
			f, err := tickFormat(c, c.Obj("formatter"))
			if err == nil {
				x.axis.SetTickFormat(f)
			}
			return none(err)
		}),
		axisMethod("set_ticks", []bind.Param{req("ticks", vectorT, "where ticks stand"), opt("labels", labelsT, "what they say")}, "Set the ticks.", func(c *bind.Call, x *axisObj) (py.Object, error) {
			return none(refuse(c, x.axis.SetTicks(vec(c, "ticks"), bind.Get[[]string](c, "labels"))))
		}),
		axisMethod("set_inverted", []bind.Param{req("inverted", bind.Bool, "whether numbers fall along the axis")}, "Turn the axis round.", func(c *bind.Call, x *axisObj) (py.Object, error) {
			if x.axis.Inverted() != c.Bool("inverted") {
				x.axis.Invert()
			}
			return py.None, nil
		}),
		axisMethod("set_visible", []bind.Param{req("b", bind.Bool, "whether to show ticks and labels")}, "Show or hide ticks and labels.", func(c *bind.Call, x *axisObj) (py.Object, error) {
			if !c.Bool("b") {
				return none(refuse(c, x.axis.SetTicks([]float64{}, nil)))
			}
			return none(refuse(c, x.axis.SetTicks(nil, nil)))
		}),
		axisMethod("grid", gridParamsList, "Show or hide the grid lines of this axis.", func(c *bind.Call, x *axisObj) (py.Object, error) {
			on := !c.Has("visible") || c.Bool("visible")
			return none(refuse(c, x.a.ax.SetGrid(on, x.name, c.Str("which") != "major")))
		}),
		axisMethod("tick_top", nil, "Ticks at the top.", func(c *bind.Call, x *axisObj) (py.Object, error) {
			x.a.ax.SetXTop(true)
			return py.None, nil
		}),
		axisMethod("tick_bottom", nil, "Ticks at the bottom.", func(c *bind.Call, x *axisObj) (py.Object, error) {
			x.a.ax.SetXTop(false)
			return py.None, nil
		}),
	},
}

// tickFormat makes a function of a format string or of a callable.
func tickFormat(c *bind.Call, o py.Object) (func(float64) string, error) {
	t := c.Thread
	if s, ok := o.(py.String); ok {
		if strings.Contains(string(s), "%") && !strings.Contains(string(s), "{") { // the old notation
			return func(v float64) string {
				r, err := runtime.Binary(t, runtime.OpMod, s, py.Float(v))
				if err != nil {
					return ""
				}
				out, _ := runtime.Str(t, r)
				return out
			}, nil
		}
		return func(v float64) string {
			f, err := runtime.GetAttr(t, s, "format")
			if err != nil {
				return ""
			}
			r, err := runtime.Call(t, f, []py.Object{py.Float(v)}, runtime.Kwargs{{Name: "x", Value: py.Float(v)}})
			if err != nil {
				return ""
			}
			out, _ := runtime.Str(t, r)
			return out
		}, nil
	}
	if !runtime.IsCallable(o) {
		return nil, runtime.TypeErrorf("formatter must be a format string or a function, not %s", o.Type().Name)
	}
	return func(v float64) string {
		r, err := runtime.Call(t, o, []py.Object{py.Float(v), py.Int(0)}, nil)
		if err != nil && runtime.IsException(err, py.TypeError) {
			r, err = runtime.Call(t, o, []py.Object{py.Float(v)}, nil)
		}
		if err != nil {
			return ""
		}
		out, _ := runtime.Str(t, r)
		return out
	}, nil
}
