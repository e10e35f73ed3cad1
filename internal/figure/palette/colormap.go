package palette

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"sort"
	"strings"
	"sync"
)

// Map takes a number between 0 and 1 to a colour. Maps are immutable and safe for concurrent use.
type Map struct {
	name   string
	colors []color.NRGBA
	listed bool // a list of distinct colours, not a ramp
}

// Name is the name by which Get finds the map.
func (m *Map) Name() string { return m.name }

// Len is the number of colours: 256 for ramps.
func (m *Map) Len() int { return len(m.colors) }

// Color returns entry i, clamped to the ends.
func (m *Map) Color(i int) color.NRGBA { return m.colors[min(max(i, 0), len(m.colors)-1)] }

// Qualitative tells whether the map is a list of unrelated colours.
func (m *Map) Qualitative() bool { return m.listed }

// At returns the colour for t, clamped to [0, 1]; NaN gives a transparent colour.
func (m *Map) At(t float64) color.NRGBA {
	if math.IsNaN(t) {
		return color.NRGBA{}
	}
	return m.colors[min(max(int(t*float64(len(m.colors))), 0), len(m.colors)-1)]
}

// Reversed is the map run backwards, named with or without the suffix "_r".
func (m *Map) Reversed() *Map {
	r := &Map{name: m.name + "_r", colors: slices.Clone(m.colors), listed: m.listed}
	if base, ok := strings.CutSuffix(m.name, "_r"); ok {
		r.name = base
	}
	slices.Reverse(r.colors)
	return r
}

// Resampled has n colours spread evenly over the map.
func (m *Map) Resampled(n int) *Map {
	n = max(n, 1)
	r := &Map{name: m.name, listed: m.listed, colors: make([]color.NRGBA, n)}
	for i := range n {
		t := 0.5
		if n > 1 {
			t = float64(i) / float64(n-1)
		}
		r.colors[i] = m.At(t)
	}
	return r
}

// FromColors makes a ramp through the given colours, evenly spaced.
func FromColors(name string, cs []color.NRGBA) (*Map, error) {
	if len(cs) == 0 {
		return nil, fmt.Errorf("palette: colour map %q: at least one colour is needed", name)
	}
	return ramp(name, cs), nil
}

// ramp interpolates in Oklab with monotone cubics, so that lightness rises between control points if it rises over
// them, and equal steps in the number look like equal steps in colour.
func ramp(name string, cs []color.NRGBA) *Map {
	const n = 256
	m := &Map{name: name, colors: make([]color.NRGBA, n)}
	if len(cs) == 1 {
		for i := range m.colors {
			m.colors[i] = cs[0]
		}
		return m
	}
	var ch [3][]float64
	for _, c := range cs {
		l := toLab(c)
		ch[0], ch[1], ch[2] = append(ch[0], l.L), append(ch[1], l.a), append(ch[2], l.b)
	}
	var slope [3][]float64
	for k := range ch {
		slope[k] = monotoneSlopes(ch[k])
	}
	for i := range n {
		t := float64(i) / (n - 1) * float64(len(cs)-1)
		j := min(int(t), len(cs)-2)
		u := t - float64(j)
		var v [3]float64
		for k := range ch {
			v[k] = hermite(ch[k][j], ch[k][j+1], slope[k][j], slope[k][j+1], u)
		}
		m.colors[i] = lab{v[0], v[1], v[2]}.nrgba()
	}
	m.colors[0], m.colors[n-1] = cs[0], cs[len(cs)-1]
	return m
}

// straightRamp interpolates sRGB components.
func straightRamp(name string, cs []color.NRGBA) *Map {
	const n = 256
	m := &Map{name: name, colors: make([]color.NRGBA, n)}
	for i := range n {
		t := float64(i) / (n - 1) * float64(len(cs)-1)
		j := min(int(t), len(cs)-2)
		u := t - float64(j)
		mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + u*(float64(b)-float64(a)))) }
		a, b := cs[j], cs[j+1]
		m.colors[i] = color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
	}
	return m
}

// monotoneSlopes are Fritsch and Carlson's, for unit spacing.
func monotoneSlopes(y []float64) []float64 {
	n := len(y)
	d := make([]float64, n-1)
	for i := range d {
		d[i] = y[i+1] - y[i]
	}
	s := make([]float64, n)
	s[0], s[n-1] = d[0], d[n-2]
	for i := 1; i < n-1; i++ {
		if d[i-1]*d[i] > 0 {
			s[i] = 2 * d[i-1] * d[i] / (d[i-1] + d[i])
		}
	}
	return s
}

func hermite(y0, y1, s0, s1, u float64) float64 {
	v := 1 - u
	return y0*(1+2*u)*v*v + s0*u*v*v + y1*u*u*(3-2*u) - s1*u*u*v
}

// ramps are the control points, evenly spaced from 0 to 1.
var ramps = map[string]string{
	// one way in lightness, for any ordered quantity
	"viridis": "#440154 #472c7a #3b518b #2c718e #21908d #27ad81 #5cc863 #aadc32 #fde725",
	"plasma":  "#0d0887 #4b03a1 #7d03a8 #a82296 #cb4679 #e56b5d #f89441 #fdc328 #f0f921",
	"inferno": "#000004 #1f0c48 #550f6d #88226a #ba3655 #e35933 #f98c0a #f9c932 #fcffa4",
	"magma":   "#000004 #1c1044 #4f127b #812581 #b5367a #e55064 #fb8761 #fec287 #fcfdbf",
	"cividis": "#00224e #213b6e #4c556c #6c6e72 #8b8878 #aaa375 #cdbf69 #f0dd51 #fee838",
	"gray":    "#000000 #ffffff",
	"binary":  "#ffffff #000000",
	"bone":    "#000000 #38384e #707e8c #a8c4c4 #ffffff",
	"hot":     "#0b0000 #780000 #e60000 #ff5600 #ffc400 #ffff5c #ffffff",
	"copper":  "#000000 #4f3220 #9e6440 #ec955f #ffc77f",
	"Greys":   "#ffffff #d9d9d9 #969696 #525252 #000000",
	"Blues":   "#f7fbff #d0e1f2 #94c4df #4a98c9 #1764ab #08306b",
	"Greens":  "#f7fcf5 #d3eecd #98d594 #4bb062 #157f3b #00441b",
	"Reds":    "#fff5f0 #fdcab5 #fc8a6a #f24633 #bf161b #67000d",
	"Oranges": "#fff5eb #fdd9b4 #fda762 #f3701b #c54102 #7f2704",
	"Purples": "#fcfbfd #e0e0ee #b6b6d8 #8683bd #61409b #3f007d",
	"YlGnBu":  "#ffffd9 #d6efb3 #73c8bd #2498c1 #234da0 #081d58",
	"YlOrRd":  "#ffffcc #fee187 #feab49 #fc5b2e #d41020 #800026",
	"GnBu":    "#f7fcf0 #d4eece #9fdab8 #57b8d0 #1d7eb7 #084081",
	// two ways from a light middle, for quantities with a sign
	"coolwarm": "#3b4cc0 #6688ee #9abbff #c9d7f0 #edd1c2 #f7a889 #e26952 #b40426",
	"RdBu":     "#67001f #bb2a34 #e58368 #fbceb6 #f7f7f6 #c1ddec #6bacd1 #2a71b2 #053061",
	"RdYlBu":   "#a50026 #e34933 #fca55d #fee99d #ffffbf #d3ecf4 #8ec2dc #5082bb #313695",
	"BrBG":     "#543005 #a1692a #d7b771 #f3e5c1 #f4f5f4 #c0e6e0 #6dbbb0 #1e786f #003c30",
	"PiYG":     "#8e0152 #cd3a8c #ea9fcc #f9e1ee #f6f7f6 #dff1c3 #a6d26b #61a02f #276419",
	"PRGn":     "#40004b #814791 #b694c2 #e4d2e6 #f6f7f6 #d0ebca #8bc789 #348a49 #00441b",
	"bwr":      "#0000ff #ffffff #ff0000",
	"seismic":  "#00004c #0000ff #ffffff #ff0000 #800000",
	"Spectral": "#9e0142 #dc494c #f88d51 #fdd380 #ffffbe #d6ee9b #86cfa5 #3d95b8 #5e4fa2",
	// round the circle, for angles
	"twilight": "#e2d9e2 #a5bbc9 #6e8fc2 #5f55a9 #491564 #2f1436 #5c1a47 #9c3c4e #c1805f #d1b9ac #e2d9e2",
	"hsv":      "#ff0000 #ffff00 #00ff00 #00ffff #0000ff #ff00ff #ff0004",
	// many hues; kept because programs ask for them
	"turbo": "#30123b #4661d6 #36a9f9 #1ae4b6 #72fe5e #c7ef34 #faba39 #f66c19 #ca2a04 #7a0403",
	"jet":   "#00007f #0000ff #007fff #14ffe2 #7bff7b #e2ff14 #ff7f00 #ff0000 #7f0000",
}

// straight are the maps defined as straight lines in sRGB.
var straight = map[string]bool{"gray": true, "binary": true, "bwr": true, "seismic": true, "jet": true, "hsv": true, "hot": true, "bone": true, "copper": true}

// lists are the qualitative maps.
var lists = map[string]string{
	"tab10": "#1f77b4 #ff7f0e #2ca02c #d62728 #9467bd #8c564b #e377c2 #7f7f7f #bcbd22 #17becf",
}

var alias = map[string]string{"grey": "gray", "Greys_r": "gray", "gist_gray": "gray"}

var (
	mapMu    sync.Mutex
	mapCache = map[string]*Map{}
)

// Get returns the map of that name; the suffix "_r" reverses any of them.
func Get(name string) (*Map, error) {
	mapMu.Lock()
	defer mapMu.Unlock()
	if m, ok := mapCache[name]; ok {
		return m, nil
	}
	m := build(name)
	if m == nil {
		return nil, &NameError{What: "colour map", Name: name, Near: Near(name, Names())}
	}
	mapCache[name] = m
	return m, nil
}

func build(name string) *Map {
	if a, ok := alias[name]; ok {
		return build(a)
	}
	if s, ok := ramps[name]; ok {
		if straight[name] {
			return straightRamp(name, hexList(s))
		}
		return ramp(name, hexList(s))
	}
	if s, ok := lists[name]; ok {
		return &Map{name: name, colors: hexList(s), listed: true}
	}
	if name == "monge" {
		return &Map{name: name, colors: slices.Clone(Light), listed: true}
	}
	if base, ok := strings.CutSuffix(name, "_r"); ok {
		if m := build(base); m != nil {
			return m.Reversed()
		}
	}
	return nil
}

func hexList(s string) []color.NRGBA {
	var out []color.NRGBA
	for _, f := range strings.Fields(s) {
		c, _ := parseHex(f)
		out = append(out, c)
	}
	return out
}

// Names lists the maps without their reversed forms, sorted.
func Names() []string {
	out := []string{"monge"}
	for n := range ramps {
		out = append(out, n)
	}
	for n := range lists {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}

// FromList makes a map of unrelated colours.
func FromList(name string, cs []color.NRGBA) (*Map, error) {
	if len(cs) == 0 {
		return nil, fmt.Errorf("palette: colour map %q: at least one colour is needed", name)
	}
	return &Map{name: name, colors: slices.Clone(cs), listed: true}, nil
}
