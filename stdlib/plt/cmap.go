package plt

import (
	"fmt"
	"image/color"
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
	"monge/internal/figure/palette"
)

// Colormap takes numbers between 0 and 1 to colours; it can be called.
type Colormap struct{ m *palette.Map }

var colormapClass = &bind.Class{
	Name: "Colormap", Module: "plt", Doc: "A colour map. Called with a number between 0 and 1 it gives (r, g, b, a), with an array one row a number.",
	Example: ">>> plt.get_cmap('gray')(1.0)\n(1.0, 1.0, 1.0, 1.0)",
	Attrs: []bind.Attr{
		{Name: "name", Type: "str", Doc: "name of the map", Get: func(_ *runtime.Thread, o py.Object) (py.Object, error) { return str(o.(*Colormap).m.Name()), nil }},
		{Name: "N", Type: "int", Doc: "number of colours", Get: func(_ *runtime.Thread, o py.Object) (py.Object, error) { return py.Int(o.(*Colormap).m.Len()), nil }},
	},
	Methods: []*bind.Func{
		{Name: "reversed", Doc: "The map run backwards.", Fn: func(c *bind.Call) (py.Object, error) {
			m, err := self[*Colormap](c)
			if err != nil {
				return nil, err
			}
			return &Colormap{m.m.Reversed()}, nil
		}},
		{Name: "resampled", Params: []bind.Param{req("lutsize", bind.Positive, "number of colours")}, Doc: "The map with another number of colours.", Fn: func(c *bind.Call) (py.Object, error) {
			m, err := self[*Colormap](c)
			if err != nil {
				return nil, err
			}
			return &Colormap{m.m.Resampled(min(c.Int("lutsize"), 1<<16))}, nil
		}},
	},
}

func (*Colormap) Type() *py.Type { return colormapClass.Type() }

// Repr names the map.
func (m *Colormap) Repr(*runtime.Thread) (string, error) {
	return "<Colormap '" + m.m.Name() + "'>", nil
}

// Call looks numbers up: floats between 0 and 1, integers as entries of the map.
func (m *Colormap) Call(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
	alpha := 1.0
	for _, k := range kw {
		if k.Name != "alpha" {
			return nil, runtime.TypeErrorf("Colormap() got an unexpected keyword argument '%s'", k.Name)
		}
		var err error
		if alpha, err = runtime.AsFloat(t, k.Value); err != nil {
			return nil, err
		}
	}
	if len(args) != 1 {
		return nil, runtime.TypeErrorf("Colormap() takes one argument but %d were given", len(args))
	}
	d, err := toValues(t, args[0])
	if err != nil || d.names != nil {
		return nil, runtime.TypeErrorf("Colormap() takes numbers, not %s", bind.Short(t, args[0]))
	}
	at := func(v float64) [4]float64 {
		c := m.m.At(v)
		if d.whole && !math.IsNaN(v) {
			c = m.m.Color(int(min(max(v, -1), 1e6)))
		}
		return [4]float64{float64(c.R) / 255, float64(c.G) / 255, float64(c.B) / 255, float64(c.A) / 255 * alpha}
	}
	if d.ndim() == 0 {
		c := at(d.v[0])
		return py.Tuple(floats(c[:])), nil
	}
	if err := t.Alloc(int64(len(d.v)) * 32); err != nil {
		return nil, err
	}
	var out []float64
	for _, v := range d.v {
		c := at(v)
		out = append(out, c[:]...)
	}
	return toMatrix(out, len(d.v), 4), nil
}

// cmaps is plt.cm: its attributes are the colour maps.
type cmaps struct{}

var cmapsClass = &bind.Class{
	Name: "cm", Module: "plt", Doc: "The colour maps as attributes: plt.cm.viridis.",
	Example: ">>> plt.cm.magma\n<Colormap 'magma'>",
	Methods: []*bind.Func{getCmap},
}

var getCmap = &bind.Func{
	Name: "get_cmap", Params: []bind.Param{opt("name", cmapT, "name of the map; the setting image.cmap when left out"), opt("lut", bind.Positive, "number of colours")},
	Returns: "Colormap", Doc: "A colour map by name; the suffix '_r' reverses any.", Example: ">>> plt.get_cmap('viridis')\n<Colormap 'viridis'>",
	Fn: func(c *bind.Call) (py.Object, error) {
		m := bind.Get[*palette.Map](c, "name")
		if m == nil {
			var err error
			if m, err = palette.Get(stateOf(c.Thread).rc.theme.Colormap); err != nil {
				return nil, c.Errorf("%s", err)
			}
		}
		if c.Has("lut") {
			m = m.Resampled(min(c.Int("lut"), 1<<16))
		}
		return &Colormap{m}, nil
	},
}

func (cmaps) Type() *py.Type { return cmapsClass.Type() }

// Attr finds a colour map.
func (cmaps) Attr(_ *runtime.Thread, name string) (py.Object, bool, error) {
	if m, err := palette.Get(name); err == nil {
		return &Colormap{m}, true, nil
	}
	return nil, false, nil
}

// GetItem finds a colour map, as colormaps['viridis'] does.
func (cmaps) GetItem(t *runtime.Thread, k py.Object) (py.Object, error) {
	m, err := cmapT.Convert(t, k)
	if err != nil {
		return nil, runtime.KeyErr(k)
	}
	return &Colormap{m.(*palette.Map)}, nil
}

// Iter goes over the names.
func (cmaps) Iter(t *runtime.Thread) (runtime.Iterator, error) {
	var out []py.Object
	for _, n := range palette.Names() {
		out = append(out, str(n))
	}
	return runtime.Iter(t, list(out...))
}

// Norm is Normalize or LogNorm.
type Norm struct{ n figure.Norm }

func (n *Norm) Type() *py.Type {
	if n.n.Log {
		return logNormClass.Type()
	}
	return normClass.Type()
}

// Repr shows the limits.
func (n *Norm) Repr(*runtime.Thread) (string, error) {
	name := "Normalize"
	if n.n.Log {
		name = "LogNorm"
	}
	s := func(v float64) string {
		if math.IsNaN(v) {
			return "None"
		}
		return short(v)
	}
	return fmt.Sprintf("%s(vmin=%s, vmax=%s)", name, s(n.n.Min), s(n.n.Max)), nil
}

// Call maps numbers to [0, 1].
func (n *Norm) Call(t *runtime.Thread, args []py.Object, kw runtime.Kwargs) (py.Object, error) {
	if len(args) != 1 || len(kw) > 0 {
		return nil, runtime.TypeErrorf("a norm takes one argument but %d were given", len(args)+len(kw))
	}
	d, err := toValues(t, args[0])
	if err != nil || d.names != nil {
		return nil, runtime.TypeErrorf("a norm takes numbers, not %s", bind.Short(t, args[0]))
	}
	out, err := n.n.Apply(d.v)
	if err != nil {
		return nil, runtime.ValueErrorf("%s", err)
	}
	if d.ndim() == 0 {
		return py.Float(out[0]), nil
	}
	return toArray(out), nil
}

func normClassOf(name, doc, example string, log bool) *bind.Class {
	return &bind.Class{Name: name, Module: "matplotlib.colors", Doc: doc, Example: example, New: &bind.Func{
		Name: name, Doc: doc, Params: params(opt("vmin", bind.Float, "number at the low end; that of the data when left out"),
			opt("vmax", bind.Float, "number at the high end; that of the data when left out"), bind.Param{Name: "clip", Type: bind.Bool, Default: "False", Help: "accepted and not used"}),
		Fn: func(c *bind.Call) (py.Object, error) {
			n := figure.AutoNorm()
			n.Log = log
			if v, ok := number(c, "vmin"); ok {
				n.Min = v
			}
			if v, ok := number(c, "vmax"); ok {
				n.Max = v
			}
			return &Norm{n}, nil
		},
	}}
}

var (
	normClass    = normClassOf("Normalize", "Numbers to colours in proportion.", ">>> from matplotlib.colors import Normalize\n>>> Normalize(0, 10)(5)\n0.5", false)
	logNormClass = normClassOf("LogNorm", "Numbers to colours by their logarithm.", ">>> from matplotlib.colors import LogNorm\n>>> LogNorm(1, 100)(10)\n0.5", true)

	listedClass = &bind.Class{
		Name: "ListedColormap", Module: "matplotlib.colors", Doc: "A colour map of given colours.",
		Example: ">>> from matplotlib.colors import ListedColormap\n>>> ListedColormap(['red', 'white', 'blue']).N\n3",
		New: &bind.Func{Name: "ListedColormap", Doc: "A colour map of given colours.", Params: params(req("colors", colorsT, "the colours"), bind.Param{Name: "name", Type: bind.Str, Default: "'from_list'", Help: "name of the map"}, opt("N", bind.Positive, "number of colours")),
			Fn: func(c *bind.Call) (py.Object, error) { return colormapOf(c, false) }},
	}
	segmentedClass = &bind.Class{
		Name: "LinearSegmentedColormap", Module: "matplotlib.colors", Doc: "A smooth colour map through given colours.",
		Example: ">>> from matplotlib.colors import LinearSegmentedColormap\n>>> LinearSegmentedColormap.from_list('mine', ['white', 'navy'])\n<Colormap 'mine'>",
	}
)

func colormapOf(c *bind.Call, smooth bool) (py.Object, error) {
	a := bind.Get[*colorArg](c, "colors")
	cs := a.many
	if a.one != nil {
		cs = []color.NRGBA{*a.one}
	}
	if len(cs) == 0 {
		return nil, c.Errorf("at least one colour is needed")
	}
	if !smooth {
		m, err := palette.FromList(c.Str("name"), cs)
		if err != nil {
			return nil, c.Errorf("%s", err)
		}
		return &Colormap{m}, nil
	}
	m, err := palette.FromColors(c.Str("name"), cs)
	if err != nil {
		return nil, c.Errorf("%s", err)
	}
	if n := c.Int("N"); c.Has("N") && n != 256 {
		m = m.Resampled(min(n, 1<<16))
	}
	return &Colormap{m}, nil
}

var fromList = &bind.Func{
	Name: "from_list", Doc: "A smooth colour map through given colours.", Params: params(req("name", bind.Str, "name of the map"), req("colors", colorsT, "the colours"), opt("N", bind.Positive, "number of colours; 256 when left out")),
	Returns: "Colormap",
	Fn:      func(c *bind.Call) (py.Object, error) { return colormapOf(c, true) },
}
