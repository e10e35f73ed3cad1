//go:build ignore

// Command make_images paints the two pictures in assets: sunset.png (warm) and forest.png (cool). They are made of
// gradients, silhouettes and sums of value noise, look enough like photographs to carry colours from one to the other,
// and belong to nobody. Run it in this folder: go run make_images.go
package main

import (
	"image"
	"image/color"
	"image/png"
	"log"
	"math"
	"os"
)

const (
	width, height = 160, 120
	samples       = 3 // per pixel and direction
)

type rgb [3]float64

func main() {
	save("assets/sunset.png", sunset)
	save("assets/forest.png", forest)
}

// save paints a picture given as a function of x in [0, 4/3] and y in [0, 1], downwards.
func save(path string, paint func(x, y float64) rgb) {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for py := range height {
		for px := range width {
			var sum rgb
			for sy := range samples {
				for sx := range samples {
					x := (float64(px) + (float64(sx)+.5)/samples) / height
					y := (float64(py) + (float64(sy)+.5)/samples) / height
					c := paint(x, y)
					for k := range sum {
						sum[k] += c[k] / (samples * samples)
					}
				}
			}
			grain := 0.018 * (hash(px, py, 77) + hash(px, py, 78) - 1)
			for k := range sum {
				sum[k] = math.Round(255 * min(max(sum[k]+grain, 0), 1))
			}
			img.SetNRGBA(px, py, color.NRGBA{uint8(sum[0]), uint8(sum[1]), uint8(sum[2]), 255})
		}
	}
	f, err := os.Create(path)
	if err != nil {
		log.Fatal(err)
	}
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(f, img); err != nil {
		log.Fatal(err)
	}
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
}

// hash is a number in [0, 1) that depends on a lattice point.
func hash(x, y, seed int) float64 {
	z := uint64(int64(x))*0x9E3779B97F4A7C15 ^ uint64(int64(y))*0xC2B2AE3D27D4EB4F ^ uint64(seed)*0xD6E8FEB86659FD93
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return float64((z^z>>31)>>11) * 0x1p-53
}

// noise is smooth value noise with features of size 1.
func noise(x, y float64, seed int) float64 {
	ix, iy := math.Floor(x), math.Floor(y)
	u, v := smooth(x-ix), smooth(y-iy)
	i, j := int(ix), int(iy)
	return mix(mix(hash(i, j, seed), hash(i+1, j, seed), u), mix(hash(i, j+1, seed), hash(i+1, j+1, seed), u), v)
}

// fractal sums octaves of noise; its mean is one half.
func fractal(x, y float64, octaves, seed int) float64 {
	sum, weight, total := 0.0, 1.0, 0.0
	for k := range octaves {
		sum += weight * noise(x, y, seed+k)
		total += weight
		weight *= .5
		x, y = 2*x+.37, 2*y+.71
	}
	return sum / total
}

func smooth(t float64) float64    { return t * t * (3 - 2*t) }
func mix(a, b, t float64) float64 { return a + (b-a)*t }
func step(lo, hi, x float64) float64 {
	return smooth(min(max((x-lo)/(hi-lo), 0), 1))
}

func blend(a, b rgb, t float64) rgb {
	return rgb{mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)}
}

// gradient interpolates colours at ascending positions.
func gradient(t float64, at []float64, c []rgb) rgb {
	for k := 1; k < len(at); k++ {
		if t < at[k] {
			return blend(c[k-1], c[k], smooth(min(max((t-at[k-1])/(at[k]-at[k-1]), 0), 1)))
		}
	}
	return c[len(c)-1]
}

func scale(c rgb, s float64) rgb { return rgb{c[0] * s, c[1] * s, c[2] * s} }

func hex(v int) rgb {
	return rgb{float64(v>>16&255) / 255, float64(v>>8&255) / 255, float64(v&255) / 255}
}

const horizon, sunX, sunY = .62, .86, .53

func sunsetSky(x, y float64) rgb {
	sky := gradient(y/horizon, []float64{0, .35, .62, .82, 1},
		[]rgb{hex(0x2b1d4e), hex(0x6a2c62), hex(0xc4485a), hex(0xf0823c), hex(0xffc76a)})
	cloud := step(.50, .74, fractal(3.2*x, 11*y, 5, 10)) * step(.02, .2, y) * (1 - step(.48, .6, y))
	lit := gradient(y/horizon, []float64{0, .5, 1}, []rgb{hex(0x8d4a78), hex(0xf2736a), hex(0xffd08a)})
	sky = blend(sky, lit, .75*cloud)
	d := math.Hypot(x-sunX, y-sunY)
	sky = blend(sky, hex(0xffdf9e), .75*math.Exp(-d*d/.02))
	return blend(hex(0xfff3cf), sky, step(.052, .060, d))
}

// sunset: a low sun over hills and a lake.
func sunset(x, y float64) rgb {
	if y < horizon {
		c := sunsetSky(x, y)
		for k, ridge := range []struct {
			base, size, freq float64
			dark             rgb
		}{{.56, .13, 2.2, hex(0x7a3350)}, {.60, .11, 3.7, hex(0x4b2144)}, {.625, .07, 6.5, hex(0x2a1530)}} {
			top := ridge.base - ridge.size*(fractal(ridge.freq*x, float64(k), 6, 30+10*k)-.25)
			haze := .25 * math.Exp(-sq(x-sunX)/.08)
			shade := .9 + .25*(fractal(14*x, 20*y, 4, 60+k)-.5)
			c = blend(c, blend(scale(ridge.dark, shade), hex(0xf08a4a), haze), step(top-.003, top+.004, y))
		}
		return c
	}
	// water: the sky upside down, rippled, darker towards the viewer, with the sun's road
	depth := (y - horizon) / (1 - horizon)
	ripple := fractal(9*x, 70*math.Sqrt(depth+.02), 4, 90) - .5
	c := sunsetSky(x+.05*ripple, horizon-(y-horizon)*(1.25+.7*ripple))
	c = blend(scale(c, .82), hex(0x241a3c), .25+.45*depth)
	glitter := step(.55, .75, fractal(26*x, 150*math.Sqrt(depth+.01), 3, 120)) * math.Exp(-sq(x-sunX)/(.004+.05*depth))
	c = blend(c, hex(0xffcf87), .85*glitter)
	reed := step(.0, .02, y-(1.02-.16*fractal(22*x, .3, 3, 140)*step(.35, 0, x)))
	return blend(c, hex(0x140c1c), reed)
}

func sq(x float64) float64 { return x * x }

// forest: conifers before blue mountains, a meadow and a stream.
func forest(x, y float64) rgb {
	sky := gradient(y, []float64{0, .25, .5}, []rgb{hex(0x3f86c6), hex(0x8fc1e3), hex(0xdcecf0)})
	c := blend(sky, hex(0xf8fbfb), .9*step(.48, .72, fractal(2.6*x+5, 7*y, 6, 200))*(1-step(.3, .5, y)))
	for k, m := range []struct {
		base, size, freq float64
		tint             rgb
	}{{.46, .30, 1.9, hex(0x7fa6c0)}, {.52, .22, 3.1, hex(0x4f7f96)}, {.57, .14, 4.6, hex(0x356a6a)}} {
		top := m.base - m.size*(fractal(m.freq*x+3, 1.5*float64(k), 6, 230+10*k)-.3)
		light := .85 + .5*(fractal(16*x+8*y, 14*y-5*x, 5, 260+k)-.4)
		rock := scale(m.tint, light)
		if k == 0 { // snow on the far peaks
			rock = blend(rock, hex(0xf2f7fa), step(.05, -.02, y-top-.07*fractal(20*x, 12*y, 3, 270)))
		}
		c = blend(c, rock, step(top-.003, top+.004, y))
	}
	meadow := .62 + .03*(fractal(3*x, 0, 3, 300)-.5)
	if y > meadow {
		depth := (y - meadow) / (1 - meadow)
		grass := gradient(fractal(10*x, 22*depth/(.3+depth), 5, 310), []float64{.25, .5, .75},
			[]rgb{hex(0x2f5a24), hex(0x5f9438), hex(0xa9c65a)})
		flower := step(.80, .84, noise(70*x, 60*depth, 330)) * step(.2, .6, depth)
		grass = blend(grass, hex(0xf3e9b8), .8*flower)
		c = blend(blend(c, grass, .55), grass, step(0, .25, depth))
		bend := .70 + .22*math.Sin(2.6*depth+.4) - .12*depth
		half := .012 + .11*depth*depth
		water := step(half, half*.8, math.Abs(x-bend))
		blue := gradient(fractal(12*x, 40*depth, 4, 340), []float64{.3, .6, .8}, []rgb{hex(0x2c6f94), hex(0x6fb0c8), hex(0xe4f3f4)})
		c = blend(c, blue, water)
	}
	for k := range 26 { // trees, from far to near
		near := float64(k) / 25
		foot := .63 + .33*near*near
		tall := .10 + .42*near*near
		at := 1.36*hash(k, 1, 350) - .01
		if near > .5 { // near trees leave the middle free
			at = math.Mod(at, .34)
			if k%2 == 0 {
				at = 1.34 - .8*at
			}
		}
		c = tree(c, x, y, at, foot, tall, k, near)
	}
	return c
}

// tree paints one conifer over c.
func tree(c rgb, x, y, at, foot, tall float64, k int, near float64) rgb {
	t := (y - (foot - tall)) / tall // 0 at the tip, 1 at the foot
	if t < 0 || t > 1 {
		return c
	}
	tiers := math.Mod(t*7+.3*hash(k, 3, 360), 1)
	half := tall * (.03 + .19*t*(.62+.38*tiers)) * (.85 + .4*noise(40*y, float64(k), 370))
	if t > .93 {
		half = .018 * tall
	}
	cover := step(half, half*.72, math.Abs(x-at))
	side := .5 + .5*(x-at)/(half+1e-9)
	leaf := gradient(fractal(60*x, 60*y, 3, 380+k), []float64{.25, .55, .8}, []rgb{hex(0x0d2a1e), hex(0x1f4f30), hex(0x4f8748)})
	leaf = scale(leaf, 1.1-.5*min(max(side, 0), 1))
	if t > .93 {
		leaf = hex(0x3a2a1e)
	}
	return blend(c, blend(hex(0x5f8a90), leaf, .45+.55*near), cover)
}
