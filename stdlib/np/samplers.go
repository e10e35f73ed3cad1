package np

import (
	"math"
	"slices"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
	"monge/internal/nprand"
)

var pSize = bind.Param{Name: "size", Type: bind.Shape, Default: "None", Help: "shape of the result; one number by default"}

// variate draws floats from a distribution with parameters that broadcast.
func variate(name, doc, example string, params []bind.Param, check func(p []float64) string, draw func(g *nprand.Generator, p []float64) float64) *bind.Func {
	return sampler(name, doc, example, params, check, func(x *Generator, c *bind.Call, n int, shape []int, at func(i int) []float64, scalar bool) (py.Object, error) {
		if scalar {
			return py.Float(draw(x.g, at(0))), nil
		}
		out, err := ndarray.New(ndarray.Float64, shape...)
		if err != nil {
			return nil, raise(err)
		}
		s := out.Floats()
		for i := range s {
			if i&0xffff == 0xffff {
				if err := c.Thread.Tick(); err != nil {
					return nil, err
				}
			}
			s[i] = draw(x.g, at(i))
		}
		return New(out), nil
	})
}

// counter draws integers.
func counter(name, doc, example string, params []bind.Param, check func(p []float64) string, draw func(g *nprand.Generator, p []float64) int64) *bind.Func {
	return sampler(name, doc, example, params, check, func(x *Generator, c *bind.Call, n int, shape []int, at func(i int) []float64, scalar bool) (py.Object, error) {
		if scalar {
			return Int64(draw(x.g, at(0))), nil
		}
		out, err := ndarray.New(ndarray.Int64, shape...)
		if err != nil {
			return nil, raise(err)
		}
		s := out.Ints()
		for i := range s {
			if i&0xffff == 0xffff {
				if err := c.Thread.Tick(); err != nil {
					return nil, err
				}
			}
			s[i] = draw(x.g, at(i))
		}
		return New(out), nil
	})
}

func sampler(name, doc, example string, params []bind.Param, check func(p []float64) string,
	fill func(x *Generator, c *bind.Call, n int, shape []int, at func(i int) []float64, scalar bool) (py.Object, error)) *bind.Func {
	return &bind.Func{Name: name, Doc: doc, Returns: "number or array", Example: example, Params: append(append([]bind.Param(nil), params...), pSize),
		Fn: func(c *bind.Call) (py.Object, error) {
			x := c.Self.(*Generator)
			args := make([]*ndarray.Array, len(params))
			shapes := [][]int{}
			for i, p := range params {
				a, err := arg(c, p.Name)
				if err != nil {
					return nil, err
				}
				if a, err = a.AsType(ndarray.Float64); err != nil {
					return nil, raise(err)
				}
				args[i] = a
				shapes = append(shapes, a.Shape())
			}
			shape, err := ndarray.BroadcastShapes(shapes...)
			if err != nil {
				return nil, raise(err)
			}
			plain := len(shape) == 0
			if c.Has("size") {
				want := bind.Get[[]int](c, "size")
				full, err := ndarray.BroadcastShapes(shape, want)
				if err != nil || !slices.Equal(full, want) {
					return nil, runtime.ValueErrorf("Output size %s is not compatible with broadcast dimensions of inputs %s.", ndarray.ShapeTuple(want), ndarray.ShapeTuple(shape))
				}
				shape = want
			}
			cur := make([]float64, len(args))
			at := func(int) []float64 { return cur }
			if plain {
				for i, a := range args {
					cur[i] = a.FloatAt(0)
				}
				if check != nil {
					if text := check(cur); text != "" {
						return nil, runtime.ValueErrorf("%s", text)
					}
				}
			} else {
				vals := make([][]float64, len(args))
				for i, a := range args {
					b, err := a.BroadcastTo(shape...)
					if err != nil {
						return nil, raise(err)
					}
					vals[i] = b.Floats()
				}
				at = func(i int) []float64 {
					for k := range cur {
						cur[k] = vals[k][i]
					}
					return cur
				}
				if check != nil && len(vals) > 0 {
					for i := range vals[0] {
						if text := check(at(i)); text != "" {
							return nil, runtime.ValueErrorf("%s", text)
						}
					}
				}
			}
			n := 1
			for _, d := range shape {
				n *= d
			}
			return fill(x, c, n, shape, at, plain && !c.Has("size"))
		}}
}

func pNumber(name, def, help string) bind.Param {
	return bind.Param{Name: name, Type: arrayLike, Default: def, Help: help}
}

// positive and nonNegative check parameter i.
func nonNegative(i int, name string) func(p []float64) string {
	return func(p []float64) string {
		if !(p[i] >= 0) || math.Signbit(p[i]) && p[i] != 0 {
			return name + " < 0"
		}
		return ""
	}
}

func positive(names ...string) func(p []float64) string {
	return func(p []float64) string {
		for i, n := range names {
			if n != "" && !(p[i] > 0) {
				return n + " <= 0"
			}
		}
		return ""
	}
}

func trialsAndProbability(p []float64) string {
	switch {
	case !(p[0] > 0):
		return "n <= 0"
	case !(p[1] > 0 && p[1] <= 1):
		return "p <= 0, p > 1 or p contains NaNs"
	case !((1-p[1])*(p[0]+10*math.Sqrt(p[0]))/p[1] < 9.2e18):
		return "n too large or p too small"
	}
	return ""
}

func probability(i int) func(p []float64) string {
	return func(p []float64) string {
		if !(p[i] >= 0 && p[i] <= 1) {
			return "p < 0, p > 1 or p is NaN"
		}
		return ""
	}
}
