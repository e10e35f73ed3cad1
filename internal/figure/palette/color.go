// Package palette holds the colours of figures: names and notations (Parse), the cycle that curves go through (Light,
// Dark), and colour maps (Get), which are rebuilt at start-up from a few control points in the perceptual space Oklab.
package palette

import (
	"fmt"
	"image/color"
	"math"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// Light and Dark are the cycles for light and dark paper. Neighbours differ in hue and in lightness, and the first
// seven stay apart under the three common colour-vision deficiencies (a test simulates them).
var (
	Light = hexList("#2f68bf #e88a1a #2fae84 #a02b42 #ab80e0 #8f6a3a #bd4583 #7390a8 #a99a21 #35b0c9")
	Dark  = hexList("#52a8ff #ffb74d #62dca8 #e0557f #c6c3ff #db8953 #b67fba #a9b3bf #d9cb55 #62d4ea")
)

// NameError says that a name is not known and which known ones are like it.
type NameError struct {
	What, Name string
	Near       []string
}

func (e *NameError) Error() string {
	s := fmt.Sprintf("unknown %s '%s'", e.What, e.Name)
	if len(e.Near) > 0 {
		s += "; did you mean '" + strings.Join(e.Near, "' or '") + "'?"
	}
	return s
}

// letters are the one-letter names.
var letters = map[string]string{
	"b": "#0000ff", "g": "#008000", "r": "#ff0000", "c": "#00bfbf", "m": "#bf00bf", "y": "#bfbf00", "k": "#000000", "w": "#ffffff",
}

var tableau = []string{"blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan"}

// Parse reads a colour: a CSS name, "tab:blue", one of the letters bgrcmykw, "#rgb", "#rgba", "#rrggbb", "#rrggbbaa",
// a level of grey such as "0.75", "none", or a place in the cycle such as "C3".
func Parse(s string, cycle []color.NRGBA) (color.NRGBA, error) {
	name := strings.TrimSpace(s)
	low := strings.ToLower(name)
	if low == "none" || low == "transparent" {
		return color.NRGBA{}, nil
	}
	if strings.HasPrefix(name, "#") {
		if c, ok := parseHex(name); ok {
			return c, nil
		}
		return color.NRGBA{}, fmt.Errorf("invalid colour '%s': after # come 3, 4, 6 or 8 hexadecimal digits", s)
	}
	if len(name) >= 2 && (name[0] == 'C' || name[0] == 'c') && allDigits(name[1:]) {
		i, err := strconv.Atoi(name[1:])
		if err == nil && len(cycle) > 0 {
			return cycle[i%len(cycle)], nil
		}
	}
	if h, ok := letters[name]; ok {
		c, _ := parseHex(h)
		return c, nil
	}
	if t, ok := strings.CutPrefix(low, "tab:"); ok {
		for i, n := range tableau {
			if n == strings.Replace(t, "grey", "gray", 1) {
				return hexList(lists["tab10"])[i], nil
			}
		}
	}
	if c, ok := colornames.Map[low]; ok {
		return color.NRGBA(c), nil
	}
	if low == "rebeccapurple" {
		return color.NRGBA{0x66, 0x33, 0x99, 255}, nil
	}
	if g, err := strconv.ParseFloat(name, 64); err == nil {
		if g >= 0 && g <= 1 {
			v := uint8(math.Round(g * 255))
			return color.NRGBA{v, v, v, 255}, nil
		}
		return color.NRGBA{}, fmt.Errorf("invalid colour '%s': a level of grey lies between 0 and 1", s)
	}
	return color.NRGBA{}, &NameError{What: "colour", Name: s, Near: Near(low, names())}
}

// RGBA makes a colour of components between 0 and 1.
func RGBA(r, g, b, a float64) (color.NRGBA, error) {
	var out [4]uint8
	for i, v := range []float64{r, g, b, a} {
		if !(v >= 0 && v <= 1) {
			return color.NRGBA{}, fmt.Errorf("invalid colour (%g, %g, %g, %g): components lie between 0 and 1", r, g, b, a)
		}
		out[i] = uint8(math.Round(v * 255))
	}
	return color.NRGBA{out[0], out[1], out[2], out[3]}, nil
}

func names() []string {
	out := make([]string, 0, len(colornames.Names)+len(tableau))
	out = append(out, colornames.Names...)
	for _, t := range tableau {
		out = append(out, "tab:"+t)
	}
	return out
}

func allDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

func parseHex(s string) (color.NRGBA, bool) {
	h := strings.TrimPrefix(s, "#")
	if len(h) == 3 || len(h) == 4 {
		var b strings.Builder
		for _, r := range h {
			b.WriteRune(r)
			b.WriteRune(r)
		}
		h = b.String()
	}
	if len(h) == 6 {
		h += "ff"
	}
	if len(h) != 8 {
		return color.NRGBA{}, false
	}
	v, err := strconv.ParseUint(h, 16, 32)
	if err != nil {
		return color.NRGBA{}, false
	}
	return color.NRGBA{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}, true
}

// Near returns up to three of the candidates that a person may have meant by name, best first.
func Near(name string, candidates []string) []string {
	type scored struct {
		s string
		d int
	}
	var found []scored
	low := strings.ToLower(name)
	limit := max(1, len(low)/3)
	for _, c := range candidates {
		lc := strings.ToLower(c)
		d := distance(low, lc)
		if d > limit && len(low) >= 3 && (strings.HasPrefix(lc, low) || strings.HasPrefix(low, lc) && len(lc) >= 3) {
			d = limit
		}
		if d <= limit {
			found = append(found, scored{c, d})
		}
	}
	sort.SliceStable(found, func(i, j int) bool {
		if found[i].d != found[j].d {
			return found[i].d < found[j].d
		}
		return found[i].s < found[j].s
	})
	var out []string
	for _, f := range found[:min(3, len(found))] {
		out = append(out, f.s)
	}
	return out
}

// distance is Damerau and Levenshtein's edit distance (adjacent swaps count one).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}
