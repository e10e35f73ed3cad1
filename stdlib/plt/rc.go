package plt

import (
	"fmt"
	"image/color"
	"slices"
	"sort"
	"strings"

	"github.com/go-python/gpython/py"
	"gonum.org/v1/plot/vg"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/figure"
	"monge/internal/figure/palette"
)

// settings are the values behind rcParams.
type settings struct {
	width, height, dpi float64
	figureFace         *color.NRGBA
	transparent        bool
	saveDPI            float64 // 0: "figure"
	theme              figure.Theme
}

func defaultSettings() settings {
	return settings{width: 6.4, height: 4, dpi: 100, theme: figure.LightTheme()}
}

// setting is one key of rcParams.
type setting struct {
	get func(s *settings) py.Object
	set func(t *runtime.Thread, s *settings, v py.Object) error
}

// rcKeys are the keys of rcParams that Monge has.
var rcKeys = map[string]setting{
	"figure.figsize": {
		func(s *settings) py.Object { return list(py.Float(s.width), py.Float(s.height)) },
		func(t *runtime.Thread, s *settings, v py.Object) error {
			p, err := pairT.Convert(t, v)
			if err != nil {
				return err
			}
			wh := p.([2]float64)
			if _, err := figure.New(figure.Options{Width: wh[0], Height: wh[1], DPI: s.dpi}); err != nil {
				return err
			}
			s.width, s.height = wh[0], wh[1]
			return nil
		},
	},
	"figure.dpi": number64(func(s *settings) *float64 { return &s.dpi }, 10, 1200),
	"savefig.dpi": {
		func(s *settings) py.Object {
			if s.saveDPI == 0 {
				return str("figure")
			}
			return py.Float(s.saveDPI)
		},
		func(t *runtime.Thread, s *settings, v py.Object) error {
			if v == py.String("figure") {
				s.saveDPI = 0
				return nil
			}
			f, err := runtime.AsFloat(t, v)
			if err != nil || !(f >= 10 && f <= 2400) {
				return fmt.Errorf("must be 'figure' or a number from 10 to 2400")
			}
			s.saveDPI = f
			return nil
		},
	},
	"savefig.transparent": flag(func(s *settings) *bool { return &s.transparent }),
	"figure.facecolor": {
		func(s *settings) py.Object {
			if s.figureFace != nil {
				return str(hex(*s.figureFace))
			}
			return str(hex(s.theme.Background))
		},
		func(t *runtime.Thread, s *settings, v py.Object) error {
			c, err := toColor(t, v)
			if err == nil {
				s.figureFace = &c
			}
			return err
		},
	},
	"axes.facecolor":    shade(func(s *settings) *color.NRGBA { return &s.theme.Panel }),
	"axes.edgecolor":    shade(func(s *settings) *color.NRGBA { return &s.theme.Spine }),
	"axes.labelcolor":   shade(func(s *settings) *color.NRGBA { return &s.theme.Text }),
	"text.color":        shade(func(s *settings) *color.NRGBA { return &s.theme.Text }),
	"xtick.color":       shade(func(s *settings) *color.NRGBA { return &s.theme.Muted }),
	"ytick.color":       shade(func(s *settings) *color.NRGBA { return &s.theme.Muted }),
	"grid.color":        shade(func(s *settings) *color.NRGBA { return &s.theme.Grid }),
	"axes.grid":         flag(func(s *settings) *bool { return &s.theme.ShowGrid }),
	"axes.spines.top":   flag(func(s *settings) *bool { return &s.theme.TopRight }),
	"axes.spines.right": flag(func(s *settings) *bool { return &s.theme.TopRight }),
	"axes.titlesize":    points(func(s *settings) *vg.Length { return &s.theme.TitleSize }),
	"axes.labelsize":    points(func(s *settings) *vg.Length { return &s.theme.LabelSize }),
	"figure.titlesize":  points(func(s *settings) *vg.Length { return &s.theme.SuptitleSize }),
	"xtick.labelsize":   points(func(s *settings) *vg.Length { return &s.theme.TickSize }),
	"ytick.labelsize":   points(func(s *settings) *vg.Length { return &s.theme.TickSize }),
	"legend.fontsize":   points(func(s *settings) *vg.Length { return &s.theme.LegendSize }),
	"lines.linewidth":   points(func(s *settings) *vg.Length { return &s.theme.LineWidth }),
	"lines.markersize":  points(func(s *settings) *vg.Length { return &s.theme.MarkerSize }),
	"axes.titleweight": {
		func(s *settings) py.Object {
			if s.theme.TitleBold {
				return str("bold")
			}
			return str("normal")
		},
		func(t *runtime.Thread, s *settings, v py.Object) error {
			w, err := weightT.Convert(t, v)
			if err == nil {
				s.theme.TitleBold = w == "bold"
			}
			return err
		},
	},
	"font.size": {
		func(s *settings) py.Object { return py.Float(s.theme.TextSize) },
		func(t *runtime.Thread, s *settings, v py.Object) error {
			f, err := sizeT.Convert(t, v)
			if err != nil {
				return err
			}
			k := vg.Length(f.(float64)) / s.theme.TextSize
			th := &s.theme
			for _, p := range []*vg.Length{&th.TextSize, &th.TitleSize, &th.SuptitleSize, &th.LabelSize, &th.TickSize, &th.LegendSize} {
				*p *= k
			}
			return nil
		},
	},
	"image.cmap": {
		func(s *settings) py.Object { return str(s.theme.Colormap) },
		func(t *runtime.Thread, s *settings, v py.Object) error {
			m, err := cmapT.Convert(t, v)
			if err == nil {
				s.theme.Colormap = m.(*palette.Map).Name()
				_, err = palette.Get(s.theme.Colormap)
			}
			return err
		},
	},
}

func number64(p func(s *settings) *float64, lo, hi float64) setting {
	return setting{
		func(s *settings) py.Object { return py.Float(*p(s)) },
		func(t *runtime.Thread, s *settings, v py.Object) error {
			f, err := runtime.AsFloat(t, v)
			if err != nil || !(f >= lo && f <= hi) {
				return fmt.Errorf("must be a number from %g to %g", lo, hi)
			}
			*p(s) = f
			return nil
		},
	}
}

func points(p func(s *settings) *vg.Length) setting {
	return setting{
		func(s *settings) py.Object { return py.Float(*p(s)) },
		func(t *runtime.Thread, s *settings, v py.Object) error {
			f, err := sizeT.Convert(t, v)
			if err == nil {
				*p(s) = vg.Length(f.(float64))
			}
			return err
		},
	}
}

func flag(p func(s *settings) *bool) setting {
	return setting{
		func(s *settings) py.Object { return py.Bool(*p(s)) },
		func(t *runtime.Thread, s *settings, v py.Object) error {
			b, err := runtime.Truth(t, v)
			if err == nil {
				*p(s) = b
			}
			return err
		},
	}
}

func shade(p func(s *settings) *color.NRGBA) setting {
	return setting{
		func(s *settings) py.Object { return str(hex(*p(s))) },
		func(t *runtime.Thread, s *settings, v py.Object) error {
			c, err := toColor(t, v)
			if err == nil {
				*p(s) = c
			}
			return err
		},
	}
}

func hex(c color.NRGBA) string {
	if c.A == 255 {
		return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	}
	return fmt.Sprintf("#%02x%02x%02x%02x", c.R, c.G, c.B, c.A)
}

func rcNames() []string {
	var out []string
	for k := range rcKeys {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// setRC changes one setting.
func setRC(t *runtime.Thread, name string, v py.Object) error {
	k, ok := rcKeys[name]
	if !ok {
		msg := fmt.Sprintf("'%s' is not a setting of Monge's rcParams", name)
		if near := palette.Near(name, rcNames()); len(near) > 0 {
			msg += "; did you mean '" + strings.Join(near, "' or '") + "'?"
		}
		return runtime.Errorf(py.KeyError, "%s", msg)
	}
	if err := k.set(t, &stateOf(t).rc, v); err != nil {
		if _, ok := err.(*runtime.Exception); ok {
			return err
		}
		return runtime.ValueErrorf("rcParams['%s'] = %s: %s", name, bind.Short(t, v), strings.TrimPrefix(err.Error(), "figure: "))
	}
	return nil
}

// RCParams is plt.rcParams: a mapping with fixed keys.
type RCParams struct{}

var rcParamsClass = &bind.Class{
	Name: "RcParams", Module: "plt",
	Doc:     "Settings of new figures, by name. Unknown names are refused.",
	Example: ">>> plt.rcParams['figure.figsize'] = (5, 3)\n>>> plt.rcParams['figure.figsize']\n[5.0, 3.0]",
	Methods: []*bind.Func{
		{
			Name: "update", Params: []bind.Param{opt("settings", bind.Any, "dict of settings"), {Name: "kwargs", StarStar: true, Help: "settings by keyword"}},
			Doc: "Change several settings.", Returns: "None",
			Fn: func(c *bind.Call) (py.Object, error) {
				if d := c.Obj("settings"); d != py.None {
					if err := updateRC(c.Thread, d); err != nil {
						return nil, err
					}
				}
				for _, k := range c.Kw {
					if err := setRC(c.Thread, k.Name, k.Value); err != nil {
						return nil, err
					}
				}
				return py.None, nil
			},
		},
		{
			Name: "keys", Doc: "Names of the settings.", Returns: "list of str",
			Fn: func(c *bind.Call) (py.Object, error) {
				var out []py.Object
				for _, k := range rcNames() {
					out = append(out, str(k))
				}
				return list(out...), nil
			},
		},
		{
			Name: "get", Params: []bind.Param{req("name", bind.Str, "the setting"), opt("default", bind.Any, "what to return for an unknown name")},
			Doc: "Value of a setting, or a default.", Returns: "object",
			Fn: func(c *bind.Call) (py.Object, error) {
				if k, ok := rcKeys[c.Str("name")]; ok {
					return k.get(&stateOf(c.Thread).rc), nil
				}
				return c.Obj("default"), nil
			},
		},
	},
}

func updateRC(t *runtime.Thread, o py.Object) error {
	d, ok := o.(*runtime.Dict)
	if !ok {
		return runtime.TypeErrorf("settings must be a dict, not %s", o.Type().Name)
	}
	for k, v := range d.All() {
		name, ok := k.(py.String)
		if !ok {
			return runtime.TypeErrorf("names of settings must be str, not %s", k.Type().Name)
		}
		if err := setRC(t, string(name), v); err != nil {
			return err
		}
	}
	return nil
}

func (*RCParams) Type() *py.Type { return rcParamsClass.Type() }

// GetItem returns a setting.
func (*RCParams) GetItem(t *runtime.Thread, k py.Object) (py.Object, error) {
	name, ok := k.(py.String)
	if s, known := rcKeys[string(name)]; ok && known {
		return s.get(&stateOf(t).rc), nil
	}
	return nil, runtime.KeyErr(k)
}

// SetItem changes a setting.
func (*RCParams) SetItem(t *runtime.Thread, k, v py.Object) error {
	name, ok := k.(py.String)
	if !ok {
		return runtime.TypeErrorf("names of settings must be str, not %s", k.Type().Name)
	}
	return setRC(t, string(name), v)
}

// Contains tells whether there is a setting of that name.
func (*RCParams) Contains(_ *runtime.Thread, k py.Object) (bool, error) {
	name, ok := k.(py.String)
	_, known := rcKeys[string(name)]
	return ok && known, nil
}

// Len is the number of settings.
func (*RCParams) Len() int { return len(rcKeys) }

// Iter goes over the names.
func (*RCParams) Iter(t *runtime.Thread) (runtime.Iterator, error) {
	var out []py.Object
	for _, k := range rcNames() {
		out = append(out, str(k))
	}
	return runtime.Iter(t, list(out...))
}

// Repr shows all settings.
func (*RCParams) Repr(t *runtime.Thread) (string, error) {
	var b strings.Builder
	b.WriteString("RcParams({")
	for i, k := range rcNames() {
		if i > 0 {
			b.WriteString(",\n          ")
		}
		b.WriteString("'" + k + "': " + bind.Short(t, rcKeys[k].get(&stateOf(t).rc)))
	}
	b.WriteString("})")
	return b.String(), nil
}

// styles are the looks that style.use knows; matplotlib's names of light styles mean the light look.
var styles = []string{"default", "light", "dark", "dark_background", "bmh", "classic", "fast", "ggplot", "grayscale", "seaborn-v0_8", "seaborn-v0_8-whitegrid", "seaborn-v0_8-darkgrid", "seaborn-v0_8-notebook", "fivethirtyeight", "tableau-colorblind10"}

func useStyle(t *runtime.Thread, name string) error {
	s := stateOf(t)
	switch {
	case name == "dark" || name == "dark_background":
		s.rc.theme = figure.DarkTheme()
	case slices.Contains(styles, name):
		s.rc.theme = figure.LightTheme()
	default:
		msg := fmt.Sprintf("'%s' is not a style; there are 'default' and 'dark'", name)
		if near := palette.Near(name, styles); len(near) > 0 {
			msg += "; did you mean '" + strings.Join(near, "' or '") + "'?"
		}
		return runtime.Errorf(py.OSError, "%s", msg)
	}
	s.rc.figureFace = nil
	return nil
}

// Context restores the settings at the end of a with statement.
type Context struct {
	enter func(t *runtime.Thread) error
	saved settings
}

var contextClass = &bind.Class{
	Name: "RcContext", Module: "plt",
	Doc:     "Settings that hold inside a with statement.",
	Example: ">>> with plt.rc_context({'lines.linewidth': 4}):\n...     print(plt.rcParams['lines.linewidth'])\n4.0",
	Methods: []*bind.Func{
		{Name: "__enter__", Doc: "Apply the settings.", Fn: func(c *bind.Call) (py.Object, error) {
			x, err := self[*Context](c)
			if err != nil {
				return nil, err
			}
			x.saved = stateOf(c.Thread).rc
			if err := x.enter(c.Thread); err != nil {
				stateOf(c.Thread).rc = x.saved
				return nil, err
			}
			return x, nil
		}},
		{Name: "__exit__", Doc: "Restore the settings.", Params: []bind.Param{{Name: "args", Star: true, Help: "the exception, if any"}}, Fn: func(c *bind.Call) (py.Object, error) {
			x, err := self[*Context](c)
			if err != nil {
				return nil, err
			}
			stateOf(c.Thread).rc = x.saved
			return py.False, nil
		}},
	},
}

func (*Context) Type() *py.Type { return contextClass.Type() }

var rcFuncs = []*bind.Func{
	{
		Name: "rc", Params: []bind.Param{req("group", bind.Str, "what comes before the dot: 'lines', 'figure', 'axes'"), {Name: "kwargs", StarStar: true, Help: "settings of the group"}},
		Doc: "Change settings of one group.", Returns: "None",
		Example: ">>> plt.rc('lines', linewidth=3)\n>>> plt.rcParams['lines.linewidth']\n3.0",
		Fn: func(c *bind.Call) (py.Object, error) {
			for _, k := range c.Kw {
				if err := setRC(c.Thread, c.Str("group")+"."+k.Name, k.Value); err != nil {
					return nil, err
				}
			}
			return py.None, nil
		},
	},
	{
		Name: "rcdefaults", Doc: "Restore all settings.", Returns: "None", Example: ">>> plt.rcdefaults()",
		Fn: func(c *bind.Call) (py.Object, error) {
			stateOf(c.Thread).rc = newState().rc
			return py.None, nil
		},
	},
	{
		Name: "rc_context", Params: []bind.Param{opt("rc", bind.Any, "dict of settings")},
		Doc: "Settings that hold inside a with statement.", Returns: "context manager",
		Example: ">>> with plt.rc_context({'figure.dpi': 80}):\n...     print(plt.rcParams['figure.dpi'])\n80.0",
		Fn: func(c *bind.Call) (py.Object, error) {
			d := c.Obj("rc")
			return &Context{enter: func(t *runtime.Thread) error {
				if d == py.None {
					return nil
				}
				return updateRC(t, d)
			}}, nil
		},
	},
}

// styleModule is plt.style.
var styleModule = &bind.Module{
	Name: "plt.style", Doc: "Looks of figures: 'default' (light) and 'dark'.",
	Missing: "is not provided by Monge's plt.style",
	Funcs: []*bind.Func{
		{
			Name: "use", Params: []bind.Param{req("style", labelsT, "name of the look, or several names")},
			Doc: "Give new figures a look: 'default' or 'dark'. Names of matplotlib's light styles mean 'default'.", Returns: "None",
			Example: ">>> plt.style.use('dark')\n>>> plt.rcParams['figure.facecolor']\n'#16191e'",
			Fn: func(c *bind.Call) (py.Object, error) {
				for _, n := range bind.Get[[]string](c, "style") {
					if err := useStyle(c.Thread, n); err != nil {
						return nil, err
					}
				}
				return py.None, nil
			},
		},
		{
			Name: "context", Params: []bind.Param{req("style", labelsT, "name of the look, or several names")},
			Doc: "A look that holds inside a with statement.", Returns: "context manager",
			Example: ">>> with plt.style.context('dark'):\n...     print(plt.rcParams['figure.facecolor'])\n#16191e",
			Fn: func(c *bind.Call) (py.Object, error) {
				names := bind.Get[[]string](c, "style")
				return &Context{enter: func(t *runtime.Thread) error {
					for _, n := range names {
						if err := useStyle(t, n); err != nil {
							return err
						}
					}
					return nil
				}}, nil
			},
		},
	},
	Init: func(_ *runtime.Thread, m *runtime.Module) error {
		var names []py.Object
		for _, n := range styles {
			names = append(names, str(n))
		}
		m.Dict.SetStr("available", list(names...))
		return nil
	},
}
