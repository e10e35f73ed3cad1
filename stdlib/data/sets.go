package data

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"image"
	"image/png"
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
)

//go:embed assets/digits.csv.gz assets/sunset.png assets/forest.png
var assets embed.FS

const (
	digitCount  = 1797
	digitPixels = 64
)

var digitsFunc = &bind.Func{
	Name: "digits",
	Params: []bind.Param{
		{Name: "normalize", Type: bind.Bool, Default: "False", KwOnly: true, Help: "scale each picture to sum 1, as transport wants it"},
	},
	Returns: "tuple (X, y): array of shape (1797, 64) with grey values 0 to 16, by rows of 8, and array of the 1797 digits",
	Doc: `Handwritten digits, 8 by 8 pixels.

The test part of Optical Recognition of Handwritten Digits (UCI), CC BY 4.0.`,
	Example: `>>> X, y = data.digits()
>>> X.shape, y[:5]
((1797, 64), array([0, 1, 2, 3, 4]))
>>> int(X[0].max())
15`,
	Source: "E. Alpaydin, C. Kaynak, UCI Machine Learning Repository (1998), doi 10.24432/C50P49",
	Fn: func(c *bind.Call) (py.Object, error) {
		x, y, err := digits()
		if err != nil {
			return nil, err
		}
		if c.Bool("normalize") {
			for i := range digitCount {
				row := x[i*digitPixels : (i+1)*digitPixels]
				sum := 0.0
				for _, v := range row {
					sum += v
				}
				for k := range row {
					row[k] /= sum
				}
			}
		}
		return py.Tuple{fromFloats(x, digitCount, digitPixels), fromInts(y)}, nil
	},
}

// digits reads the embedded table anew for each caller, who may change it.
func digits() (x []float64, y []int64, err error) {
	raw, err := assets.ReadFile("assets/digits.csv.gz")
	if err != nil {
		return nil, nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, nil, err
	}
	x, y = make([]float64, 0, digitCount*digitPixels), make([]int64, 0, digitCount)
	lines := bufio.NewScanner(z)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), ",")
		if len(cells) != digitPixels+1 {
			return nil, nil, fmt.Errorf("data: line %d of digits.csv.gz has %d cells", len(y)+1, len(cells))
		}
		for k, s := range cells {
			v, err := strconv.Atoi(s)
			if err != nil {
				return nil, nil, fmt.Errorf("data: line %d of digits.csv.gz: %w", len(y)+1, err)
			}
			if k < digitPixels {
				x = append(x, float64(v))
			} else {
				y = append(y, int64(v))
			}
		}
	}
	if err := lines.Err(); err != nil {
		return nil, nil, err
	}
	if len(y) != digitCount {
		return nil, nil, fmt.Errorf("data: digits.csv.gz has %d lines, want %d", len(y), digitCount)
	}
	return x, y, nil
}

var imageFunc = &bind.Func{
	Name:    "image",
	Params:  []bind.Param{{Name: "name", Type: bind.OneOf("sunset", "forest"), Help: "which picture"}},
	Returns: "array of shape (120, 160, 3): red, green and blue between 0 and 1",
	Doc: `One of the pictures that ship with Monge: a sunset over a lake, or a forest before mountains.

Both were painted by a program; they look enough like photographs to carry colours from one to the other.`,
	Example: `>>> data.image('sunset').shape
(120, 160, 3)`,
	SeeAlso: []string{"data.load_image"},
	Fn: func(c *bind.Call) (py.Object, error) {
		img, err := picture(c.Str("name"))
		if err != nil {
			return nil, err
		}
		return pixels(img, rgbMode), nil
	},
}

func picture(name string) (image.Image, error) {
	raw, err := assets.ReadFile("assets/" + name + ".png")
	if err != nil {
		return nil, err
	}
	return png.Decode(bytes.NewReader(raw))
}
