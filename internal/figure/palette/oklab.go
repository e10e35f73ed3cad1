package palette

import (
	"image/color"
	"math"
)

// lab is a colour in Oklab (Ottosson 2020): lightness, green-red and blue-yellow, in which distance is close to what
// the eye sees.
type lab struct{ L, a, b float64 }

func linear(v uint8) float64 {
	x := float64(v) / 255
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

func gamma(x float64) uint8 {
	if x <= 0.0031308 {
		x *= 12.92
	} else {
		x = 1.055*math.Pow(x, 1/2.4) - 0.055
	}
	return uint8(math.Round(255 * min(max(x, 0), 1)))
}

func toLab(c color.NRGBA) lab { return linearToLab(linear(c.R), linear(c.G), linear(c.B)) }

func linearToLab(r, g, b float64) lab {
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	return lab{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

func (c lab) nrgba() color.NRGBA {
	l := c.L + 0.3963377774*c.a + 0.2158037573*c.b
	m := c.L - 0.1055613458*c.a - 0.0638541728*c.b
	s := c.L - 0.0894841775*c.a - 1.2914855480*c.b
	l, m, s = l*l*l, m*m*m, s*s*s
	return color.NRGBA{
		gamma(4.0767416621*l - 3.3077115913*m + 0.2309699292*s),
		gamma(-1.2684380046*l + 2.6097574011*m - 0.3413193965*s),
		gamma(-0.0041960863*l - 0.7034186147*m + 1.7076147010*s),
		255,
	}
}

// Lightness is the perceived lightness of a colour, from 0 (black) to 1 (white).
func Lightness(c color.NRGBA) float64 { return toLab(c).L }

// Mix goes a fraction t of the way from a to b in Oklab; opacity is mixed too.
func Mix(a, b color.NRGBA, t float64) color.NRGBA {
	p, q := toLab(a), toLab(b)
	c := lab{p.L + t*(q.L-p.L), p.a + t*(q.a-p.a), p.b + t*(q.b-p.b)}.nrgba()
	c.A = uint8(math.Round(float64(a.A) + t*(float64(b.A)-float64(a.A))))
	return c
}

// WithAlpha multiplies the opacity of a colour.
func WithAlpha(c color.NRGBA, alpha float64) color.NRGBA {
	c.A = uint8(math.Round(float64(c.A) * min(max(alpha, 0), 1)))
	return c
}
