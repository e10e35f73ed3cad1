package plt

import (
	"errors"
	"image/color"
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
	"monge/internal/figure/palette"
)

// colorT is one colour: a name, "#rrggbb", "C0", a level of grey as a string, a tuple of 3 or 4 numbers between 0 and
// 1, or a pair of a colour and its opacity.
var colorT = bind.Type{Name: "color", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
	c, err := toColor(t, o)
	if err != nil {
		return nil, err
	}
	return c, nil
}}

func toColor(t *runtime.Thread, o py.Object) (color.NRGBA, error) {
	if s, ok := o.(py.String); ok {
		c, err := palette.Parse(string(s), stateOf(t).rc.theme.Cycle)
		if err != nil {
			return c, runtime.ValueErrorf("%s: %s", bind.Short(t, o), err)
		}
		return c, nil
	}
	var zero color.NRGBA
	if pair, ok := o.(py.Tuple); ok && len(pair) == 2 {
		c, err := toColor(t, pair[0])
		if err != nil {
			return zero, err
		}
		a, err := runtime.AsFloat(t, pair[1])
		if err != nil || !(a >= 0 && a <= 1) {
			return zero, errors.New("must be a pair of a colour and an opacity between 0 and 1")
		}
		return palette.WithAlpha(c, a), nil
	}
	d, err := toValues(t, o)
	if err != nil || d.names != nil || d.ndim() != 1 || len(d.v) != 3 && len(d.v) != 4 {
		return zero, errors.New("must be a colour: a name, '#rrggbb', 'C0', or 3 or 4 numbers between 0 and 1")
	}
	a := 1.0
	if len(d.v) == 4 {
		a = d.v[3]
	}
	c, err := palette.RGBA(d.v[0], d.v[1], d.v[2], a)
	if err != nil {
		return zero, runtime.ValueErrorf("%s: %s", bind.Short(t, o), err)
	}
	return c, nil
}

// colorArg is one colour, many colours, or numbers to be shown as colours.
type colorArg struct {
	one    *color.NRGBA
	many   []color.NRGBA
	values *values
	face   bool // "face": that of the inside
	none   bool
}

// colorsT is one colour or many.
var colorsT = bind.Type{Name: "color or list of colors", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
	return toColors(t, o, false)
}}

// shadesT also takes numbers.
var shadesT = bind.Type{Name: "color, list of colors or array_like", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
	return toColors(t, o, true)
}}

func toColors(t *runtime.Thread, o py.Object, numbers bool) (*colorArg, error) {
	if s, ok := o.(py.String); ok {
		switch s {
		case "face":
			return &colorArg{face: true}, nil
		case "none", "None":
			return &colorArg{none: true, one: &color.NRGBA{}}, nil
		}
		c, err := toColor(t, o)
		return &colorArg{one: &c}, err
	}
	if c, err := toColor(t, o); err == nil {
		a := &colorArg{one: &c}
		if numbers { // three or four numbers may be one colour or three values
			a.values, _ = toValues(t, o)
		}
		return a, nil
	}
	d, err := toValues(t, o)
	if err == nil && d.names == nil {
		if d.ndim() == 2 && (d.shape[1] == 3 || d.shape[1] == 4) {
			a := &colorArg{}
			for i := range d.shape[0] {
				row := d.v[i*d.shape[1] : (i+1)*d.shape[1]]
				al := 1.0
				if len(row) == 4 {
					al = row[3]
				}
				c, err := palette.RGBA(row[0], row[1], row[2], al)
				if err != nil {
					return nil, runtime.ValueErrorf("[%d]: %s", i, err)
				}
				a.many = append(a.many, c)
			}
			return a, nil
		}
		if numbers && d.ndim() >= 1 {
			return &colorArg{values: d}, nil
		}
	}
	items, err := runtime.Collect(t, o)
	if err != nil {
		return nil, errors.New("must be a colour or a sequence of colours")
	}
	a := &colorArg{many: []color.NRGBA{}}
	for i, it := range items {
		c, err := toColor(t, it)
		if err != nil {
			return nil, runtime.ValueErrorf("[%d] = %s: must be a colour", i, bind.Short(t, it))
		}
		a.many = append(a.many, c)
	}
	return a, nil
}

// pickColor returns the colour given by one of several names, or nil.
func pickColor(c *bind.Call, names ...string) (color.Color, error) {
	n, err := either(c, names...)
	if err != nil || n == "" {
		return nil, err
	}
	return bind.Get[color.NRGBA](c, n), nil
}

// pickColors returns one colour or many.
func pickColors(c *bind.Call, names ...string) (one color.Color, many []color.NRGBA, err error) {
	n, err := either(c, names...)
	if err != nil || n == "" {
		return nil, nil, err
	}
	a := bind.Get[*colorArg](c, n)
	if a.one != nil {
		return *a.one, nil, nil
	}
	return nil, a.many, nil
}

// cmapT is a colour map, by name or as an object.
var cmapT = bind.Type{Name: "str or Colormap", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
	switch x := o.(type) {
	case *Colormap:
		return x.m, nil
	case py.String:
		m, err := palette.Get(string(x))
		if err != nil {
			return nil, runtime.ValueErrorf("%s: %s", bind.Short(t, o), err)
		}
		return m, nil
	}
	return nil, errors.New("must be the name of a colour map or a Colormap")
}}

// normT is a Normalize or LogNorm object, or a name of a scale.
var normT = bind.Type{Name: "Normalize or str", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
	switch x := o.(type) {
	case *Norm:
		n := x.n
		return &n, nil
	case py.String:
		switch x {
		case "linear":
			n := figure.AutoNorm()
			return &n, nil
		case "log":
			n := figure.AutoNorm()
			n.Log = true
			return &n, nil
		}
		return nil, runtime.ValueErrorf("%s: norms by name are 'linear' and 'log'", bind.Short(t, o))
	}
	return nil, errors.New("must be a Normalize, a LogNorm, 'linear' or 'log'")
}}

// scaleParams are the arguments by which numbers become colours.
var scaleParams = []bind.Param{
	key("cmap", cmapT, "colour map; rcParams['image.cmap'] when left out"),
	key("norm", normT, "how numbers map to the colour map: Normalize, LogNorm, 'linear' or 'log'"),
	key("vmin", bind.Float, "number at the low end of the colour map"),
	key("vmax", bind.Float, "number at the high end of the colour map"),
	key("alpha", bind.Float, "opacity between 0 and 1"),
}

func scaleOptions(c *bind.Call) (figure.ColorOptions, error) {
	o := figure.ColorOptions{Map: bind.Get[*palette.Map](c, "cmap")}
	norm := bind.Get[*figure.Norm](c, "norm")
	if c.Has("vmin") || c.Has("vmax") {
		if norm != nil && (!math.IsNaN(norm.Min) || !math.IsNaN(norm.Max)) {
			return o, c.Errorf("vmin and vmax cannot be combined with a norm that has limits")
		}
		n := figure.AutoNorm()
		if norm != nil {
			n = *norm
		}
		if c.Has("vmin") {
			n.Min = c.Float("vmin")
		}
		if c.Has("vmax") {
			n.Max = c.Float("vmax")
		}
		norm = &n
	}
	o.Norm = norm
	a, err := alphaOf(c)
	o.Alpha = a
	return o, err
}

// alphaOf reads the opacity; 0, which package figure takes for "not given", becomes invisible.
func alphaOf(c *bind.Call) (float64, error) {
	if !c.Has("alpha") {
		return 0, nil
	}
	a := c.Float("alpha")
	if !(a >= 0 && a <= 1) {
		return 0, c.Errorf("alpha = %g: must lie between 0 and 1", a)
	}
	return max(a, 1e-6), nil
}

// key declares an optional keyword argument.
func key(name string, ty bind.Type, help string) bind.Param {
	return bind.Param{Name: name, Type: ty, Default: "None", KwOnly: true, Help: help}
}

// opt declares an optional argument that may also be given by position.
func opt(name string, ty bind.Type, help string) bind.Param {
	return bind.Param{Name: name, Type: ty, Default: "None", Help: help}
}

// req declares a required argument.
func req(name string, ty bind.Type, help string) bind.Param {
	return bind.Param{Name: name, Type: ty, Help: help}
}

// params joins lists of parameters.
func params(lists ...any) []bind.Param {
	var out []bind.Param
	for _, l := range lists {
		switch x := l.(type) {
		case bind.Param:
			out = append(out, x)
		case []bind.Param:
			out = append(out, x...)
		}
	}
	return out
}
