package data

import (
	"bytes"
	"image"
	"image/color"
	_ "image/gif"  // so that load_image reads it
	_ "image/jpeg" // so that load_image reads it
	_ "image/png"  // so that load_image reads it
	"os"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
)

const (
	rgbMode  = "rgb"
	rgbaMode = "rgba"
	greyMode = "grey"
)

var loadImageFunc = &bind.Func{
	Name: "load_image",
	Params: []bind.Param{
		{Name: "path", Type: bind.Str, Help: "a PNG, JPEG or GIF file"},
		{Name: "mode", Type: bind.OneOf(rgbMode, rgbaMode, greyMode), Default: "'rgb'", Help: "channels of the array: three colours, with opacity, or grey without a third axis"},
	},
	Returns: "array of shape (height, width, 3), (height, width, 4) or (height, width), between 0 and 1",
	Doc: `Read a picture from a file.

Transparent pixels are laid on white unless mode is 'rgba'; grey is the luminance of the BT.601 weights.`,
	Raises:  "FileNotFoundError: no such file\nValueError: the file is not a picture that can be read",
	Example: ">>> data.load_image('no-such-file.png')\nFileNotFoundError: [Errno 2] No such file or directory: 'no-such-file.png'",
	SeeAlso: []string{"data.image"},
	Fn: func(c *bind.Call) (py.Object, error) {
		path := c.Str("path")
		raw, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		head, _, err := image.DecodeConfig(bytes.NewReader(raw))
		if err != nil {
			return nil, c.Errorf("%s is not a PNG, JPEG or GIF picture: %v", path, err)
		}
		// The decoded picture and the array together take at most 8 + 4·8 bytes a pixel.
		if err := c.Thread.Alloc(int64(head.Width) * int64(head.Height) * 40); err != nil {
			return nil, err
		}
		img, _, err := image.Decode(bytes.NewReader(raw))
		if err != nil {
			return nil, c.Errorf("%s is damaged: %v", path, err)
		}
		return pixels(img, c.Str("mode")), nil
	},
}

// pixels is a picture as an array.
func pixels(img image.Image, mode string) py.Object {
	r := img.Bounds()
	h, w := r.Dy(), r.Dx()
	depth := map[string]int{rgbMode: 3, rgbaMode: 4, greyMode: 1}[mode]
	out := make([]float64, 0, h*w*depth)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			c := color.NRGBA64Model.Convert(img.At(x, y)).(color.NRGBA64)
			const full = 65535
			red, green, blue, alpha := float64(c.R)/full, float64(c.G)/full, float64(c.B)/full, float64(c.A)/full
			if mode != rgbaMode && alpha < 1 {
				red, green, blue = 1+alpha*(red-1), 1+alpha*(green-1), 1+alpha*(blue-1)
			}
			switch mode {
			case rgbMode:
				out = append(out, red, green, blue)
			case rgbaMode:
				out = append(out, red, green, blue, alpha)
			default:
				out = append(out, .299*red+.587*green+.114*blue)
			}
		}
	}
	if mode == greyMode {
		return fromFloats(out, h, w)
	}
	return fromFloats(out, h, w, depth)
}
