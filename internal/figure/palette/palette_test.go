package palette

import (
	"image/color"
	"math"
	"strings"
	"testing"
)

// TestSequentialMapsRiseInLightness: on the maps meant for ordered quantities lightness goes one way.
func TestSequentialMapsRiseInLightness(t *testing.T) {
	for _, name := range []string{"viridis", "plasma", "inferno", "magma", "cividis", "gray", "bone", "hot", "copper", "binary", "Greys", "Blues", "Greens", "Reds", "Oranges", "Purples", "YlGnBu", "YlOrRd", "GnBu"} {
		m, err := Get(name)
		if err != nil {
			t.Fatal(err)
		}
		sign := 1.0
		if Lightness(m.Color(0)) > Lightness(m.Color(255)) {
			sign = -1
		}
		for i := 1; i < m.Len(); i++ {
			// eight bits a channel leave a little noise
			if d := sign * (Lightness(m.Color(i)) - Lightness(m.Color(i-1))); d < -0.004 {
				t.Errorf("%s: lightness falls by %g at %d", name, -d, i)
			}
		}
		if span := math.Abs(Lightness(m.Color(255)) - Lightness(m.Color(0))); span < 0.4 {
			t.Errorf("%s spans a lightness of only %g", name, span)
		}
	}
}

// TestDivergingMapsAreLightInTheMiddle and equally dark at the ends.
func TestDivergingMapsAreLightInTheMiddle(t *testing.T) {
	for _, name := range []string{"coolwarm", "RdBu", "BrBG", "PiYG", "PRGn", "bwr"} {
		m, err := Get(name)
		if err != nil {
			t.Fatal(err)
		}
		mid, lo, hi := Lightness(m.At(0.5)), Lightness(m.At(0)), Lightness(m.At(1))
		if mid < lo+0.2 || mid < hi+0.2 {
			t.Errorf("%s: lightness %.2f %.2f %.2f", name, lo, mid, hi)
		}
		for i := 1; i < 256; i++ {
			up := i <= 124
			if i > 124 && i < 132 {
				continue
			}
			if d := Lightness(m.Color(i)) - Lightness(m.Color(i-1)); up && d < -0.004 || !up && d > 0.004 {
				t.Errorf("%s: lightness turns at %d", name, i)
				break
			}
		}
	}
}

// TestMapsAreSmooth: neighbouring entries of ramps differ little.
func TestMapsAreSmooth(t *testing.T) {
	for name := range ramps {
		if name == "Greys" { // leaves black in one step, as all maps through black do
			continue
		}
		m, err := Get(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := 1; i < m.Len(); i++ {
			a, b := toLab(m.Color(i-1)), toLab(m.Color(i))
			if d := math.Sqrt((a.L-b.L)*(a.L-b.L) + (a.a-b.a)*(a.a-b.a) + (a.b-b.b)*(a.b-b.b)); d > 0.04 && !straight[name] {
				t.Errorf("%s: a step of %.3f at %d", name, d, i)
				break
			}
		}
	}
}

// deficient simulates a colour-vision deficiency by the matrices of Machado, Oliveira and Fernandes (2009) at full
// severity, which act on linear RGB.
func deficient(c color.NRGBA, m [9]float64) lab {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	at := func(i int) float64 { return min(max(m[i]*r+m[i+1]*g+m[i+2]*b, 0), 1) }
	return linearToLab(at(0), at(3), at(6))
}

// TestCyclesStayApart: the first seven colours of both cycles are distinct to every eye.
func TestCyclesStayApart(t *testing.T) {
	eyes := map[string][9]float64{
		"normal":       {1, 0, 0, 0, 1, 0, 0, 0, 1},
		"protanopia":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
		"deuteranopia": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
		"tritanopia":   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
	}
	for name, cycle := range map[string][]color.NRGBA{"light": Light, "dark": Dark} {
		for eye, m := range eyes {
			least := math.Inf(1)
			var pair [2]int
			for i := range 7 {
				for j := range i {
					a, b := deficient(cycle[i], m), deficient(cycle[j], m)
					if d := math.Sqrt((a.L-b.L)*(a.L-b.L) + (a.a-b.a)*(a.a-b.a) + (a.b-b.b)*(a.b-b.b)); d < least {
						least, pair = d, [2]int{j, i}
					}
				}
			}
			if least < 0.07 {
				t.Errorf("%s cycle, %s: colours %v are %.3f apart", name, eye, pair, least)
			}
		}
	}
}

// TestCyclesStandOutFromThePaper: contrast of each colour with its background.
func TestCyclesStandOutFromThePaper(t *testing.T) {
	lum := func(c color.NRGBA) float64 {
		return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
	}
	for i, c := range Light {
		if k := 1.05 / (lum(c) + 0.05); k < 2.3 {
			t.Errorf("light %d has contrast %.2f", i, k)
		}
	}
	dark := color.NRGBA{0x16, 0x19, 0x1e, 255}
	for i, c := range Dark {
		if k := (lum(c) + 0.05) / (lum(dark) + 0.05); k < 4.5 {
			t.Errorf("dark %d has contrast %.2f", i, k)
		}
	}
}

func TestColoursByEveryNotation(t *testing.T) {
	for s, want := range map[string]string{
		"r": "#ff0000", "red": "#ff0000", "RED": "#ff0000", "#0f0": "#00ff00", "#0F08": "#00ff0088", "#102030": "#102030", "0.5": "#808080", "k": "#000000",
		"tab:blue": "#1f77b4", "tab:grey": "#7f7f7f", "C0": "#2f68bf", "C10": "#2f68bf", "none": "#00000000", "rebeccapurple": "#663399", "cornflowerblue": "#6495ed",
	} {
		c, err := Parse(s, Light)
		w, _ := parseHex(want)
		if err != nil || c != w {
			t.Errorf("%s: %v, %v; want %v", s, c, err, w)
		}
	}
	for s, near := range map[string]string{"rde": "red", "lihgtblue": "lightblue", "tab:blu": "tab:blue", "#12": "", "1.5": "", "": ""} {
		_, err := Parse(s, Light)
		if err == nil || !strings.Contains(err.Error(), near) {
			t.Errorf("%s: %v", s, err)
		}
	}
	if _, err := Get("virdis"); err == nil || !strings.Contains(err.Error(), "viridis") {
		t.Errorf("%v", err)
	}
	m, _ := Get("viridis")
	r, _ := Get("viridis_r")
	if m.At(0) != r.At(1) || m.At(0.25) == r.At(0.25) || (m.At(math.NaN()) != color.NRGBA{}) {
		t.Error("the reversed map is not the map reversed")
	}
}

// TestOklabRoundTrips every few colours.
func TestOklabRoundTrips(t *testing.T) {
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				c := color.NRGBA{uint8(r), uint8(g), uint8(b), 255}
				if d := toLab(c).nrgba(); d != c {
					t.Fatalf("%v comes back as %v", c, d)
				}
			}
		}
	}
}
