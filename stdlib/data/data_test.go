package data

import (
	"bytes"
	"compress/gzip"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/stdlib/np"
)

// call runs a declared function.
func call(f *bind.Func, args []py.Object, kw ...runtime.Kwarg) (py.Object, error) {
	return f.Native().Call(&runtime.Thread{}, args, kw)
}

func floats(t *testing.T, o py.Object) ([]float64, []int) {
	t.Helper()
	a, err := np.ToArray(&runtime.Thread{}, o)
	if err != nil {
		t.Fatal(err)
	}
	return a.Floats(), a.Shape()
}

func TestDigitsAreComplete(t *testing.T) {
	x, y, err := digits()
	if err != nil {
		t.Fatal(err)
	}
	var count [10]int
	for _, d := range y {
		count[d]++
	}
	if want := [10]int{178, 182, 177, 183, 181, 182, 181, 179, 174, 180}; count != want {
		t.Errorf("counts %v, want %v", count, want)
	}
	low, high, sum := math.Inf(1), math.Inf(-1), 0.0
	for _, v := range x {
		low, high, sum = min(low, v), max(high, v), sum+v
	}
	if low != 0 || high != 16 || sum != 561718 {
		t.Errorf("grey values from %v to %v with sum %v", low, high, sum)
	}
	pair, err := call(digitsFunc, nil, runtime.Kwarg{Name: "normalize", Value: py.True})
	if err != nil {
		t.Fatal(err)
	}
	v, shape := floats(t, pair.(py.Tuple)[0])
	if shape[0] != digitCount || shape[1] != digitPixels {
		t.Fatalf("shape %v", shape)
	}
	for i := range digitCount {
		s := 0.0
		for _, g := range v[i*digitPixels : (i+1)*digitPixels] {
			s += g
		}
		if math.Abs(s-1) > 1e-12 {
			t.Fatalf("picture %d sums to %v", i, s)
		}
	}
}

func TestPicturesHaveTheirSizeAndMood(t *testing.T) {
	warmth := map[string]float64{}
	for _, name := range []string{"sunset", "forest"} {
		o, err := call(imageFunc, []py.Object{py.String(name)})
		if err != nil {
			t.Fatal(err)
		}
		v, shape := floats(t, o)
		if len(shape) != 3 || shape[0] != 120 || shape[1] != 160 || shape[2] != 3 {
			t.Fatalf("%s has shape %v", name, shape)
		}
		for k := 0; k < len(v); k += 3 {
			if v[k] < 0 || v[k] > 1 {
				t.Fatalf("%s: value %v", name, v[k])
			}
			warmth[name] += v[k] - v[k+2]
		}
	}
	if warmth["sunset"] < 0 || warmth["forest"] > warmth["sunset"] {
		t.Errorf("warmth %v", warmth)
	}
	if _, err := call(imageFunc, []py.Object{py.String("desert")}); err == nil || !strings.Contains(err.Error(), "'sunset', 'forest'") {
		t.Errorf("unknown picture: %v", err)
	}
}

func write(t *testing.T, name string, data []byte) py.Object {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return py.String(path)
}

func TestPicturesAreReadInEveryMode(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	img.SetNRGBA(0, 0, color.NRGBA{255, 0, 0, 255})
	img.SetNRGBA(1, 0, color.NRGBA{0, 255, 0, 255})
	img.SetNRGBA(2, 1, color.NRGBA{0, 0, 255, 51}) // one fifth opaque
	var buf bytes.Buffer
	if err := png.Encode(&buf, img); err != nil {
		t.Fatal(err)
	}
	path := write(t, "p.png", buf.Bytes())
	o, err := call(loadImageFunc, []py.Object{path})
	if err != nil {
		t.Fatal(err)
	}
	v, shape := floats(t, o)
	if shape[0] != 2 || shape[1] != 3 || shape[2] != 3 || v[0] != 1 || v[1] != 0 || v[4] != 1 {
		t.Errorf("rgb %v %v", shape, v)
	}
	if last := v[15:]; math.Abs(last[0]-.8) > 1e-12 || math.Abs(last[2]-1) > 1e-12 {
		t.Errorf("blue on white is %v", last)
	}
	o, err = call(loadImageFunc, []py.Object{path, py.String("rgba")})
	if err != nil {
		t.Fatal(err)
	}
	if v, shape = floats(t, o); shape[2] != 4 || math.Abs(v[23]-.2) > 1e-12 || v[22] != 1 {
		t.Errorf("rgba %v %v", shape, v)
	}
	o, err = call(loadImageFunc, []py.Object{path, py.String("grey")})
	if err != nil {
		t.Fatal(err)
	}
	if v, shape = floats(t, o); len(shape) != 2 || math.Abs(v[0]-.299) > 1e-12 {
		t.Errorf("grey %v %v", shape, v)
	}
	buf.Reset()
	if err := jpeg.Encode(&buf, image.NewGray(image.Rect(0, 0, 5, 4)), nil); err != nil {
		t.Fatal(err)
	}
	o, err = call(loadImageFunc, []py.Object{write(t, "p.jpg", buf.Bytes())})
	if err != nil {
		t.Fatal(err)
	}
	if _, shape = floats(t, o); shape[0] != 4 || shape[1] != 5 {
		t.Errorf("jpeg %v", shape)
	}
}

func TestBadPicturesAreRefused(t *testing.T) {
	var buf bytes.Buffer
	if err := png.Encode(&buf, image.NewGray(image.Rect(0, 0, 50, 40))); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"empty": nil, "text": []byte("hello"), "cut": buf.Bytes()[:buf.Len()/2]} {
		if _, err := call(loadImageFunc, []py.Object{write(t, name, data)}); err == nil || runtime.AsException(err).Type() != py.ValueError {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := call(loadImageFunc, []py.Object{py.String("nowhere.png")}); err == nil || runtime.AsException(err).Type() != py.FileNotFoundError {
		t.Errorf("missing file: %v", err)
	}
}

func TestTables(t *testing.T) {
	read := func(text string, kw ...runtime.Kwarg) (py.Object, error) {
		return call(loadCSVFunc, []py.Object{write(t, "t.csv", []byte(text))}, kw...)
	}
	o, err := read("1,2,3\n4,,6e2\n")
	if err != nil {
		t.Fatal(err)
	}
	v, shape := floats(t, o)
	if shape[0] != 2 || shape[1] != 3 || v[0] != 1 || !math.IsNaN(v[4]) || v[5] != 600 {
		t.Errorf("%v %v", shape, v)
	}
	if o, err = read("\ufeffx;y\r\n1;2\r\n3;-inf\r\n", runtime.Kwarg{Name: "delimiter", Value: py.String(";")}); err != nil {
		t.Fatal(err)
	}
	if v, shape = floats(t, o); shape[0] != 2 || shape[1] != 2 || !math.IsInf(v[3], -1) {
		t.Errorf("%v %v", shape, v)
	}
	o, err = read("name,size\n\"a, b\",1\nc,2\n", runtime.Kwarg{Name: "as_dict", Value: py.True})
	if err != nil {
		t.Fatal(err)
	}
	d := o.(*runtime.Dict)
	names, _ := d.GetStr("name")
	if l, ok := names.(*py.List); !ok || len(l.Items) != 2 || l.Items[0] != py.String("a, b") {
		t.Errorf("text column %v", names)
	}
	size, _ := d.GetStr("size")
	if v, _ = floats(t, size); len(v) != 2 || v[1] != 2 {
		t.Errorf("number column %v", v)
	}
	var buf bytes.Buffer
	z := gzip.NewWriter(&buf)
	z.Write([]byte("7,8\n"))
	z.Close()
	if o, err = call(loadCSVFunc, []py.Object{write(t, "t.csv.gz", buf.Bytes())}); err != nil {
		t.Fatal(err)
	}
	if v, _ = floats(t, o); len(v) != 2 || v[1] != 8 {
		t.Errorf("gzip %v", v)
	}
	for text, want := range map[string]string{
		"1,2\n3\n":      "line 2 has 1 cells, the lines before have 2",
		"1,2\n3,x\n":    `line 2, column 2: "x" is not a number`,
		"a,b\n1,2\n\"3": "line 3",
	} {
		if _, err := read(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	if _, err := read("1", runtime.Kwarg{Name: "delimiter", Value: py.String("ab")}); err == nil {
		t.Error("two-character delimiter accepted")
	}
	if o, err = read(""); err != nil {
		t.Fatal(err)
	}
	if v, _ = floats(t, o); len(v) != 0 {
		t.Errorf("empty file gives %v", v)
	}
}
