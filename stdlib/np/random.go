package np

import (
	"math"
	"math/big"
	"slices"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
	"monge/internal/nprand"
)

// Generator is the value numpy.random.Generator.
type Generator struct{ g *nprand.Generator }

// Type makes Generator a value of the language.
func (x *Generator) Type() *py.Type { return generatorClass.Type() }

// Repr is "Generator(PCG64)".
func (x *Generator) Repr(*runtime.Thread) (string, error) { return "Generator(PCG64)", nil }

// Stream is the stream inside, for other modules that accept a generator.
func (x *Generator) Stream() *nprand.Generator { return x.g }

// seedSequence is numpy.random.SeedSequence.
type seedSequence struct{ s *nprand.SeedSequence }

func (x *seedSequence) Type() *py.Type { return seedSequenceClass.Type() }

// entropyOf reads a seed: an integer that is not negative, a sequence of them, or None for a fresh one.
func entropyOf(t *runtime.Thread, o py.Object) ([]uint32, error) {
	if o == nil || o == py.None {
		z := nprand.FreshEntropy()
		st := stateOf(t)
		st.seeds = append(st.seeds, z)
		return nprand.Words(z), nil
	}
	if x, ok := o.(Int64); ok {
		o = x.plain()
	}
	if b, ok := runtime.AsBig(o); ok {
		if b.Sign() < 0 {
			return nil, runtime.ValueErrorf("expected non-negative integer")
		}
		return nprand.Words(b), nil
	}
	list, ok, err := items(t, o)
	if err != nil {
		return nil, err
	}
	if a, isArray := o.(*Array); isArray && a.ND().Dtype() == ndarray.Int64 {
		ok = true
		for _, v := range a.ND().Ints() {
			list = append(list, py.Int(v))
		}
	}
	if !ok {
		return nil, runtime.TypeErrorf("SeedSequence expects int or sequence of ints for entropy not %s", bind.Short(t, o))
	}
	var words []uint32
	for _, e := range list {
		w, err := entropyOf(t, e)
		if err != nil {
			return nil, err
		}
		words = append(words, w...)
	}
	return words, nil
}

// Seeds lists the seeds that the session drew by itself, oldest first.
func Seeds(t *runtime.Thread) []*big.Int { return stateOf(t).seeds }

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

var generatorClass = &bind.Class{
	Name: "Generator", Module: "numpy.random._generator",
	Doc: `A stream of random numbers. np.random.default_rng makes one.

The streams are those of NumPy's Generator over PCG64: the same seed gives the same digits.`,
	Example: ">>> rng = np.random.default_rng(0)\n>>> rng.integers(0, 10, 5)\narray([8, 6, 5, 2, 3])",
	Methods: generatorMethods,
	Attrs: []bind.Attr{{Name: "bit_generator", Type: "Generator", Doc: "The engine; it stands for itself.",
		Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) { return self, nil }}},
}

var generatorMethods = []*bind.Func{
	{Name: "random", Doc: "Uniform numbers from [0, 1).", Returns: "float or array", Params: []bind.Param{pSize, {Name: "dtype", Type: dtypeType, Default: "None", Help: "float64 or float32"}, pOut},
		Fn: func(c *bind.Call) (py.Object, error) {
			x := c.Self.(*Generator)
			single := dtypeOr(c, ndarray.Float64) == ndarray.Float32
			out, err := outArg(c)
			if err != nil {
				return nil, err
			}
			if !c.Has("size") && out == nil {
				if single {
					return Float32(x.g.Float32()), nil
				}
				return py.Float(x.g.Float64()), nil
			}
			shape := bind.Get[[]int](c, "size")
			if out != nil {
				shape = out.ND().Shape()
			}
			a, err := ndarray.New(ndarray.Float64, shape...)
			if err != nil {
				return nil, raise(err)
			}
			s := a.Floats()
			for i := range s {
				if single {
					s[i] = float64(x.g.Float32())
				} else {
					s[i] = x.g.Float64()
				}
			}
			if single {
				if a, err = a.AsType(ndarray.Float32); err != nil {
					return nil, raise(err)
				}
			}
			return deliver(c, a)
		}},
	variate("uniform", "Uniform numbers from [low, high).", "", []bind.Param{pNumber("low", "0.0", "lower end"), pNumber("high", "1.0", "upper end")},
		func(p []float64) string {
			if d := p[1] - p[0]; d-d != 0 {
				return "high - low range exceeds valid bounds"
			} else if d < 0 {
				return "low > high"
			}
			return ""
		}, func(g *nprand.Generator, p []float64) float64 { return p[0] + float64((p[1]-p[0])*g.Float64()) }),
	variate("standard_normal", "Normal numbers with mean 0 and standard deviation 1.", "", nil, nil, func(g *nprand.Generator, _ []float64) float64 { return g.Normal() }),
	variate("normal", "Normal numbers.", "", []bind.Param{pNumber("loc", "0.0", "mean"), pNumber("scale", "1.0", "standard deviation")}, nonNegative(1, "scale"),
		func(g *nprand.Generator, p []float64) float64 { return p[0] + float64(p[1]*g.Normal()) }),
	variate("lognormal", "Numbers whose logarithm is normal.", "", []bind.Param{pNumber("mean", "0.0", "mean of the logarithm"), pNumber("sigma", "1.0", "standard deviation of the logarithm")}, nonNegative(1, "sigma"),
		func(g *nprand.Generator, p []float64) float64 { return math.Exp(p[0] + float64(p[1]*g.Normal())) }),
	{Name: "standard_exponential", Doc: "Exponential numbers with mean 1.", Returns: "float or array", Params: []bind.Param{pSize, pDtype, {Name: "method", Type: bind.OneOf("zig", "inv"), Default: "'zig'", Help: "ziggurat or inversion"}, pOut},
		Fn: func(c *bind.Call) (py.Object, error) {
			x := c.Self.(*Generator)
			draw := x.g.Exponential
			if c.Str("method") == "inv" {
				draw = x.g.ExponentialInverse
			}
			if !c.Has("size") {
				return py.Float(draw()), nil
			}
			a, err := ndarray.New(ndarray.Float64, bind.Get[[]int](c, "size")...)
			if err != nil {
				return nil, raise(err)
			}
			for i := range a.Floats() {
				a.Floats()[i] = draw()
			}
			return deliver(c, a)
		}},
	variate("exponential", "Exponential numbers with a given mean.", "", []bind.Param{pNumber("scale", "1.0", "mean")}, nonNegative(0, "scale"),
		func(g *nprand.Generator, p []float64) float64 { return p[0] * g.Exponential() }),
	variate("standard_gamma", "Gamma numbers with scale 1.", "", []bind.Param{pNumber("shape", "", "shape")}, nonNegative(0, "shape"),
		func(g *nprand.Generator, p []float64) float64 { return g.Gamma(p[0]) }),
	variate("gamma", "Gamma numbers.", "", []bind.Param{pNumber("shape", "", "shape"), pNumber("scale", "1.0", "scale")},
		func(p []float64) string { return nonNegative(0, "shape")(p) + nonNegative(1, "scale")(p) }, func(g *nprand.Generator, p []float64) float64 { return p[1] * g.Gamma(p[0]) }),
	variate("beta", "Beta numbers.", "", []bind.Param{pNumber("a", "", "alpha"), pNumber("b", "", "beta")}, positive("a", "b"),
		func(g *nprand.Generator, p []float64) float64 { return g.Beta(p[0], p[1]) }),
	variate("chisquare", "Chi-square numbers.", "", []bind.Param{pNumber("df", "", "degrees of freedom")}, positive("df"),
		func(g *nprand.Generator, p []float64) float64 { return 2 * g.Gamma(p[0]/2) }),
	variate("f", "F numbers.", "", []bind.Param{pNumber("dfnum", "", "degrees of freedom of the numerator"), pNumber("dfden", "", "of the denominator")}, positive("dfnum", "dfden"),
		func(g *nprand.Generator, p []float64) float64 {
			num := 2 * g.Gamma(p[0]/2) * p[1]
			return num / (2 * g.Gamma(p[1]/2) * p[0])
		}),
	variate("standard_t", "Student's t numbers.", "", []bind.Param{pNumber("df", "", "degrees of freedom")}, positive("df"),
		func(g *nprand.Generator, p []float64) float64 { return g.StudentT(p[0]) }),
	variate("standard_cauchy", "Cauchy numbers.", "", nil, nil, func(g *nprand.Generator, _ []float64) float64 { return g.Cauchy() }),
	variate("laplace", "Laplace numbers.", "", []bind.Param{pNumber("loc", "0.0", "location"), pNumber("scale", "1.0", "scale")}, nonNegative(1, "scale"),
		func(g *nprand.Generator, p []float64) float64 { return g.Laplace(p[0], p[1]) }),
	variate("gumbel", "Gumbel numbers.", "", []bind.Param{pNumber("loc", "0.0", "location"), pNumber("scale", "1.0", "scale")}, nonNegative(1, "scale"),
		func(g *nprand.Generator, p []float64) float64 { return g.Gumbel(p[0], p[1]) }),
	variate("logistic", "Logistic numbers.", "", []bind.Param{pNumber("loc", "0.0", "location"), pNumber("scale", "1.0", "scale")}, nonNegative(1, "scale"),
		func(g *nprand.Generator, p []float64) float64 { return g.Logistic(p[0], p[1]) }),
	variate("rayleigh", "Rayleigh numbers.", "", []bind.Param{pNumber("scale", "1.0", "scale")}, nonNegative(0, "scale"),
		func(g *nprand.Generator, p []float64) float64 { return p[0] * math.Sqrt(2*g.Exponential()) }),
	variate("weibull", "Weibull numbers with scale 1.", "", []bind.Param{pNumber("a", "", "shape")}, nonNegative(0, "a"),
		func(g *nprand.Generator, p []float64) float64 {
			if p[0] == 0 {
				return 0
			}
			return math.Pow(g.Exponential(), 1/p[0])
		}),
	variate("pareto", "Pareto numbers of the second kind.", "", []bind.Param{pNumber("a", "", "shape")}, positive("a"),
		func(g *nprand.Generator, p []float64) float64 { return math.Expm1(g.Exponential() / p[0]) }),
	variate("power", "Numbers from [0, 1] with density proportional to x**(a - 1).", "", []bind.Param{pNumber("a", "", "exponent")}, positive("a"),
		func(g *nprand.Generator, p []float64) float64 { return math.Pow(-math.Expm1(-g.Exponential()), 1/p[0]) }),
	variate("triangular", "Triangular numbers.", "", []bind.Param{pNumber("left", "", "lower end"), pNumber("mode", "", "peak"), pNumber("right", "", "upper end")},
		func(p []float64) string {
			switch {
			case p[0] > p[1]:
				return "left > mode"
			case p[1] > p[2]:
				return "mode > right"
			case p[0] == p[2]:
				return "left == right"
			}
			return ""
		}, func(g *nprand.Generator, p []float64) float64 { return g.Triangular(p[0], p[1], p[2]) }),
	counter("poisson", "Counts of events at a given rate.", "", []bind.Param{pNumber("lam", "1.0", "rate")},
		func(p []float64) string {
			if p[0] > 9.223372006484771e18 {
				return "lam value too large"
			}
			if !(p[0] >= 0) {
				return "lam < 0 or lam is NaN"
			}
			return ""
		},
		func(g *nprand.Generator, p []float64) int64 { return g.Poisson(p[0]) }),
	counter("binomial", "Counts of successes in n trials.", "", []bind.Param{pNumber("n", "", "trials"), pNumber("p", "", "probability of success")},
		func(p []float64) string {
			if p[0] < 0 {
				return "n < 0"
			}
			return probability(1)(p)
		},
		func(g *nprand.Generator, p []float64) int64 { return g.Binomial(p[1], int64(p[0])) }),
	counter("geometric", "Counts of trials up to the first success.", "", []bind.Param{pNumber("p", "", "probability of success")},
		func(p []float64) string {
			if !(p[0] > 0 && p[0] <= 1) {
				return "p <= 0, p > 1 or p contains NaNs"
			}
			return ""
		},
		func(g *nprand.Generator, p []float64) int64 { return g.Geometric(p[0]) }),
	counter("negative_binomial", "Counts of failures before n successes.", "", []bind.Param{pNumber("n", "", "successes"), pNumber("p", "", "probability of success")}, trialsAndProbability,
		func(g *nprand.Generator, p []float64) int64 { return g.Poisson(g.Gamma(p[0]) * ((1 - p[1]) / p[1])) }),
	{Name: "integers", Doc: "Uniform integers from low to high, high left out unless endpoint is set.", Returns: "int or array of int",
		Params: []bind.Param{{Name: "low", Type: arrayLike, Help: "lowest integer, or the end when given alone"}, {Name: "high", Type: arrayLike, Default: "None", Help: "the end"}, pSize, {Name: "dtype", Type: dtypeType, Default: "None", Help: "int64 or bool"}, {Name: "endpoint", Type: bind.Bool, Default: "False", Help: "whether high can occur"}},
		Fn:     integers},
	{Name: "permutation", Doc: "A random order of the integers below x, or of the elements of x along an axis (a copy).", Returns: "array",
		Params: []bind.Param{{Name: "x", Help: "an integer or an array"}, pZero}, Fn: permutation},
	{Name: "shuffle", Doc: "Puts the elements of an array or list into random order, in place.", Returns: "None",
		Params: []bind.Param{{Name: "x", Help: "an array or list"}, pZero}, Fn: shuffle},
	{Name: "choice", Doc: "A random sample of a, or of the integers below it.", Returns: "element or array",
		Params: []bind.Param{{Name: "a", Help: "an array, or a number of integers"}, pSize, {Name: "replace", Type: bind.Bool, Default: "True", Help: "whether elements can be drawn again"}, {Name: "p", Type: arrayLike, Default: "None", Help: "probabilities"}, pZero, {Name: "shuffle", Type: bind.Bool, Default: "True", Help: "whether the order of a sample without replacement is random"}},
		Fn:     choice},
	{Name: "multivariate_normal", Doc: "Normal vectors with a given mean and covariance.", Returns: "array",
		Params: []bind.Param{{Name: "mean", Type: arrayLike, Help: "the mean"}, {Name: "cov", Type: arrayLike, Help: "the covariance matrix"}, pSize, {Name: "check_valid", Type: bind.OneOf("warn", "raise", "ignore"), Default: "'warn'", Help: "what to do when cov is not positive semidefinite"}, {Name: "tol", Type: bind.Float, Default: "1e-08", Help: "tolerance of that check"}, {Name: "method", Type: bind.OneOf("svd", "eigh", "cholesky"), KwOnly: true, Default: "'svd'", Help: "factorisation of cov"}},
		Fn:     multivariateNormal},
	{Name: "dirichlet", Doc: "Random probability vectors.", Returns: "array", Params: []bind.Param{{Name: "alpha", Type: arrayLike, Help: "the parameters"}, pSize}, Fn: dirichlet},
	{Name: "multinomial", Doc: "Counts of n trials over categories.", Returns: "array of int", Params: []bind.Param{{Name: "n", Type: bind.Natural, Help: "trials"}, {Name: "pvals", Type: arrayLike, Help: "probabilities of the categories"}, pSize}, Fn: multinomial},
	{Name: "spawn", Doc: "Independent streams made from this one.", Returns: "list of Generator", Params: []bind.Param{{Name: "n_children", Type: bind.Natural, Help: "how many"}},
		Fn: func(c *bind.Call) (py.Object, error) {
			if err := roomFor(c.Int("n_children")); err != nil {
				return nil, err
			}
			out := &py.List{}
			for _, g := range c.Self.(*Generator).g.Spawn(c.Int("n_children")) {
				out.Items = append(out.Items, &Generator{g})
			}
			return out, nil
		}},
}

// roomFor refuses more streams or words than memory holds.
func roomFor(n int) error {
	_, err := ndarray.CheckShape(ndarray.Float64, []int{n, 32})
	return raise(err)
}

func sizeOf(shape []int) (int, error) { return ndarray.CheckShape(ndarray.Float64, shape) }

func integers(c *bind.Call) (py.Object, error) {
	x := c.Self.(*Generator)
	d := dtypeOr(c, ndarray.Int64)
	if d != ndarray.Int64 && d != ndarray.Bool {
		return nil, runtime.TypeErrorf("Unsupported dtype dtype('%s') for integers", d)
	}
	lowObj, highObj := c.Obj("low"), c.Obj("high")
	if highObj == py.None {
		lowObj, highObj = py.Int(0), lowObj
	}
	lo, err := bound(c.Thread, lowObj, false)
	if err != nil {
		return nil, err
	}
	hi, err := bound(c.Thread, highObj, !c.Bool("endpoint"))
	if err != nil {
		return nil, err
	}
	shape, err := ndarray.BroadcastShapes(lo.Shape(), hi.Shape())
	if err != nil {
		return nil, raise(err)
	}
	scalar := len(shape) == 0 && !c.Has("size")
	plain := len(shape) == 0
	if c.Has("size") {
		want := bind.Get[[]int](c, "size")
		full, err := ndarray.BroadcastShapes(shape, want)
		if err != nil || !slices.Equal(full, want) {
			return nil, runtime.ValueErrorf("Output size %s is not compatible with broadcast dimensions of inputs %s.", ndarray.ShapeTuple(want), ndarray.ShapeTuple(shape))
		}
		shape = want
	}
	out, err := ndarray.New(ndarray.Int64, shape...)
	if err != nil {
		return nil, raise(err)
	}
	if out.Size() == 0 {
		return New(out), nil
	}
	low, high := lo.Ints(), hi.Ints()
	for i := range max(len(low), len(high)) {
		l, h := low[min(i, len(low)-1)], high[min(i, len(high)-1)]
		if d == ndarray.Bool && (l < 0 || h > 1) {
			return nil, runtime.ValueErrorf("high is out of bounds for bool")
		}
		if len(low) == len(high) && l > h {
			if c.Bool("endpoint") {
				return nil, runtime.ValueErrorf("low > high")
			}
			return nil, runtime.ValueErrorf("low >= high")
		}
	}
	s := out.Ints()
	if plain {
		if low[0] > high[0] {
			return nil, runtime.ValueErrorf("low >= high")
		}
		x.g.Integers(s, low[0], high[0])
	} else {
		bl, err := lo.BroadcastTo(shape...)
		if err != nil {
			return nil, raise(err)
		}
		bh, err := hi.BroadcastTo(shape...)
		if err != nil {
			return nil, raise(err)
		}
		for i := range s {
			l, h := bl.IntAt(i), bh.IntAt(i)
			if l > h {
				return nil, runtime.ValueErrorf("low >= high")
			}
			x.g.Integers(s[i:i+1], l, h)
		}
	}
	if d == ndarray.Bool {
		if out, err = out.AsType(ndarray.Bool); err != nil {
			return nil, raise(err)
		}
	}
	if scalar {
		return Object(out), nil
	}
	return New(out), nil
}

// bound reads a bound of integers; below takes one off, for ends that are left out.
func bound(t *runtime.Thread, o py.Object, below bool) (*ndarray.Array, error) {
	if b, ok := runtime.AsBig(o); ok {
		z := new(big.Int).Set(b)
		if below {
			z.Sub(z, big.NewInt(1))
		}
		if !z.IsInt64() {
			if below {
				return nil, runtime.ValueErrorf("high is out of bounds for int64")
			}
			return nil, runtime.ValueErrorf("low is out of bounds for int64")
		}
		return ndarray.IntScalar(z.Int64()), nil
	}
	a, err := asArray(t, o)
	if err != nil {
		return nil, err
	}
	if a.Dtype().IsFloat() { // whole floats are accepted
		for i := range a.Size() {
			if x := a.FloatAt(i); x != math.Trunc(x) {
				if a.NDim() == 0 {
					a, err = a.AsType(ndarray.Int64)
					break
				}
			}
		}
		if a.Dtype().IsFloat() {
			a, err = a.AsType(ndarray.Int64)
		}
	} else {
		a, err = a.AsType(ndarray.Int64)
	}
	if err == nil && below {
		a, _, err = ndarray.Subtract.Call(a, ndarray.IntScalar(1), nil)
	}
	return a, raise(err)
}

func permutation(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	if n, err := runtime.AsInt(c.Thread, c.Obj("x")); err == nil {
		if n < 0 {
			return nil, runtime.ValueErrorf("maximum allowed dimension exceeded")
		}
		if _, err := sizeOf([]int{n}); err != nil {
			return nil, raise(err)
		}
		return FromInts(g.Permutation(n)), nil
	}
	a, err := asArray(c.Thread, c.Obj("x"))
	if err != nil {
		return nil, err
	}
	if a.NDim() == 0 {
		return nil, AxisErrorf("x must be an integer or at least 1-dimensional")
	}
	ax, err := ndarray.NormAxis(c.Int("axis"), a.NDim())
	if err != nil {
		return nil, raise(err)
	}
	idx, err := ndarray.FromInts(g.Permutation(a.Shape()[ax]))
	if err != nil {
		return nil, raise(err)
	}
	r, err := ndarray.Take(a, idx, &ax, ndarray.TakeRaise)
	return giveArray(r, err)
}

// AxisErrorf makes a numpy.exceptions.AxisError.
func AxisErrorf(format string, args ...any) error { return runtime.Errorf(AxisError, format, args...) }

func shuffle(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	switch x := c.Obj("x").(type) {
	case *py.List:
		g.Shuffle(len(x.Items), func(i, j int) { x.Items[i], x.Items[j] = x.Items[j], x.Items[i] })
		return py.None, nil
	case *Array:
		if x.ND().ReadOnly() {
			return nil, runtime.ValueErrorf("array is read-only")
		}
		ax, err := ndarray.NormAxis(c.Int("axis"), x.ND().NDim())
		if err != nil {
			return nil, raise(err)
		}
		idx := make([]int64, x.ND().Shape()[ax])
		for i := range idx {
			idx[i] = int64(i)
		}
		g.Shuffle(len(idx), func(i, j int) { idx[i], idx[j] = idx[j], idx[i] })
		order, err := ndarray.FromInts(idx)
		if err != nil {
			return nil, raise(err)
		}
		r, err := ndarray.Take(x.ND(), order, &ax, ndarray.TakeRaise)
		if err != nil {
			return nil, raise(err)
		}
		return py.None, raise(x.ND().Assign(r))
	}
	return nil, runtime.TypeErrorf("Generator.shuffle: x must be an array or a list, not %s", c.Obj("x").Type().Name)
}

func choice(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	var pool *ndarray.Array
	var poolList []py.Object
	n, err := runtime.AsInt(c.Thread, c.Obj("a"))
	ax := 0
	if err != nil {
		if list, ok, _ := items(c.Thread, c.Obj("a")); ok && hasText(list) {
			poolList, n = list, len(list)
		} else {
			if pool, err = asArray(c.Thread, c.Obj("a")); err != nil {
				return nil, err
			}
			if pool.NDim() == 0 {
				return nil, runtime.ValueErrorf("a must be a sequence or an integer, not %s", bind.Short(c.Thread, c.Obj("a")))
			}
			if ax, err = ndarray.NormAxis(c.Int("axis"), pool.NDim()); err != nil {
				return nil, raise(err)
			}
			n = pool.Shape()[ax]
		}
	}
	shape := bind.Get[[]int](c, "size")
	size, err := sizeOf(shape)
	if err != nil {
		return nil, raise(err)
	}
	if n <= 0 && size != 0 {
		if pool == nil && poolList == nil {
			return nil, runtime.ValueErrorf("a must be a positive integer unless no samples are taken")
		}
		return nil, runtime.ValueErrorf("a cannot be empty unless no samples are taken")
	}
	p, err := optArg(c, "p")
	if err != nil {
		return nil, err
	}
	var weights []float64
	if p != nil {
		if weights, err = checkProbabilities(p, n); err != nil {
			return nil, err
		}
	}
	var idx []int64
	switch {
	case c.Bool("replace"):
		idx = make([]int64, size)
		if weights == nil {
			if size > 0 {
				g.Integers(idx, 0, int64(n-1))
			}
			break
		}
		cdf := cumulativeWeights(weights)
		for i := range idx {
			idx[i] = int64(searchRight(cdf, g.Float64()))
		}
	case size > n:
		return nil, runtime.ValueErrorf("Cannot take a larger sample than population when replace is False")
	case weights == nil:
		idx = g.Sample(n, size, c.Bool("shuffle"))
	default:
		nonzero := 0
		for _, w := range weights {
			if w > 0 {
				nonzero++
			}
		}
		if nonzero < size {
			return nil, runtime.ValueErrorf("Fewer non-zero entries in p than size")
		}
		idx = weightedSample(g, append([]float64(nil), weights...), size)
	}
	order := ndarray.IntScalar(0)
	if c.Has("size") {
		if order, err = ndarray.New(ndarray.Int64, shape...); err != nil {
			return nil, raise(err)
		}
		copy(order.Ints(), idx)
	} else if len(idx) > 0 {
		order = ndarray.IntScalar(idx[0])
	}
	switch {
	case poolList != nil:
		if !c.Has("size") {
			return poolList[idx[0]], nil
		}
		return nil, runtime.TypeErrorf("Generator.choice: arrays of strings are not provided by Monge; draw indices with rng.choice(len(a), size) and pick from the list")
	case pool == nil:
		if !c.Has("size") {
			return py.Int(idx[0]), nil
		}
		return New(order), nil
	}
	r, err := ndarray.Take(pool, order, &ax, ndarray.TakeRaise)
	return give(r, err)
}

func hasText(list []py.Object) bool {
	for _, o := range list {
		if _, ok := o.(py.String); ok {
			return true
		}
	}
	return false
}

func checkProbabilities(p *ndarray.Array, n int) ([]float64, error) {
	if p.NDim() != 1 {
		return nil, runtime.ValueErrorf("p must be 1-dimensional")
	}
	if p.Size() != n {
		return nil, runtime.ValueErrorf("a and p must have same size")
	}
	w := p.Floats()
	sum, comp := 0.0, 0.0 // compensated
	for i, x := range w {
		if x != x {
			return nil, runtime.ValueErrorf("Probabilities contain NaN")
		}
		if x < 0 {
			return nil, runtime.ValueErrorf("Probabilities are not non-negative: p[%d] = %s", i, ndarray.FormatFloat(x, 64))
		}
		y := x - comp
		t := sum + y
		comp = (t - sum) - y
		sum = t
	}
	if math.Abs(sum-1) > math.Sqrt(0x1p-52) {
		return nil, runtime.ValueErrorf("Probabilities do not sum to 1. See Notes section of docstring for more information.")
	}
	return w, nil
}

func cumulativeWeights(w []float64) []float64 {
	cdf := make([]float64, len(w))
	sum := 0.0
	for i, x := range w {
		sum += x
		cdf[i] = sum
	}
	for i := range cdf {
		cdf[i] /= sum
	}
	return cdf
}

// searchRight is the number of elements of cdf up to x.
func searchRight(cdf []float64, x float64) int {
	lo, hi := 0, len(cdf)
	for lo < hi {
		if m := (lo + hi) / 2; cdf[m] <= x {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// weightedSample draws without replacement: repeats of a round are dropped and drawn again.
func weightedSample(g *nprand.Generator, w []float64, size int) []int64 {
	found := make([]int64, 0, size)
	for len(found) < size {
		x := make([]float64, size-len(found))
		for i := range x {
			x[i] = g.Float64()
		}
		for _, k := range found {
			w[k] = 0
		}
		cdf := cumulativeWeights(w)
		seen := map[int64]bool{}
		for _, u := range x {
			if k := int64(searchRight(cdf, u)); !seen[k] {
				seen[k] = true
				found = append(found, k)
			}
		}
	}
	return found
}

func multivariateNormal(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	mean, cov, err := two(c, "mean", "cov")
	if err != nil {
		return nil, err
	}
	if mean.NDim() != 1 {
		return nil, runtime.ValueErrorf("mean must be 1 dimensional")
	}
	n := mean.Size()
	if cov.NDim() != 2 || cov.Shape()[0] != cov.Shape()[1] {
		return nil, runtime.ValueErrorf("cov must be 2 dimensional and square")
	}
	if cov.Shape()[0] != n {
		return nil, runtime.ValueErrorf("mean and cov must have same length")
	}
	shape := append(append([]int(nil), bind.Get[[]int](c, "size")...), n)
	x, err := ndarray.New(ndarray.Float64, shape...)
	if err != nil {
		return nil, raise(err)
	}
	for i := range x.Floats() {
		x.Floats()[i] = g.Normal()
	}
	if x, err = x.Reshape(-1, n); err != nil {
		return nil, raise(err)
	}
	var root *ndarray.Array // x @ root has the covariance
	switch c.Str("method") {
	case "cholesky":
		l, err := ndarray.Cholesky(cov, false)
		if err != nil {
			return nil, raise(err)
		}
		root = l.T()
	case "eigh":
		w, v, err := ndarray.EigH(cov, false, true)
		if err != nil {
			return nil, raise(err)
		}
		root, err = scaleRows(v.T(), w)
		if err != nil {
			return nil, raise(err)
		}
	default:
		_, s, vt, err := ndarray.SVD(cov, true, true)
		if err != nil {
			return nil, raise(err)
		}
		if root, err = scaleRows(vt, s); err != nil {
			return nil, raise(err)
		}
	}
	if check := c.Str("check_valid"); check != "ignore" && c.Str("method") != "cholesky" {
		w, _, err := ndarray.EigH(cov, false, false)
		if err != nil {
			return nil, raise(err)
		}
		if n > 0 && w.FloatAt(0) < -c.Float("tol")*math.Max(1, math.Abs(w.FloatAt(n-1))) {
			if check == "raise" {
				return nil, runtime.ValueErrorf("covariance is not symmetric positive-semidefinite.")
			}
			warn(c.Thread, "covariance is not symmetric positive-semidefinite.")
		}
	}
	y, err := ndarray.MatMul(x, root)
	if err == nil {
		y, _, err = ndarray.Add.Call(y, mean, nil)
	}
	if err != nil {
		return nil, raise(err)
	}
	r, err := y.Reshape(shape...)
	return giveArray(r, err)
}

// scaleRows multiplies row i by the square root of w[i], negative ones counted as zero.
func scaleRows(m, w *ndarray.Array) (*ndarray.Array, error) {
	s, err := w.Copy()
	if err != nil {
		return nil, err
	}
	for i, x := range s.Floats() {
		s.Floats()[i] = math.Sqrt(math.Max(x, 0))
	}
	col, err := s.ExpandDims(1)
	if err != nil {
		return nil, err
	}
	r, _, err := ndarray.Multiply.Call(m, col, nil)
	return r, err
}

func dirichlet(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	alpha, err := arg(c, "alpha")
	if err != nil {
		return nil, err
	}
	a := alpha.Floats()
	top := 0.0
	for _, x := range a {
		if !(x >= 0) {
			return nil, runtime.ValueErrorf("alpha < 0")
		}
		top = math.Max(top, x)
	}
	k := len(a)
	out, err := ndarray.New(ndarray.Float64, append(append([]int(nil), bind.Get[[]int](c, "size")...), k)...)
	if err != nil {
		return nil, raise(err)
	}
	s := out.Floats()
	for o := 0; k > 0 && o+k <= len(s); o += k {
		row := s[o : o+k]
		if top < 0.1 { // small parameters: break a stick by beta numbers
			tail := make([]float64, k)
			sum := 0.0
			for i := k - 1; i > 0; i-- {
				sum += a[i]
				tail[i-1] = sum
			}
			rest := 1.0
			for i := range k - 1 {
				v := g.Beta(a[i], tail[i])
				row[i] = rest * v
				rest *= 1 - v
			}
			row[k-1] = rest
			continue
		}
		sum := 0.0
		for i := range row {
			row[i] = g.Gamma(a[i])
			sum += row[i]
		}
		inv := 1 / sum
		for i := range row {
			row[i] *= inv
		}
	}
	return New(out), nil
}

func multinomial(c *bind.Call) (py.Object, error) {
	g := c.Self.(*Generator).g
	pv, err := arg(c, "pvals")
	if err != nil {
		return nil, err
	}
	p := pv.Floats()
	k := len(p)
	if pv.NDim() != 1 || k == 0 {
		return nil, runtime.ValueErrorf("pvals must be a 1-d array with at least one element")
	}
	sum := 0.0
	for i, x := range p {
		if !(x >= 0 && x <= 1) {
			return nil, runtime.ValueErrorf("pvals < 0, pvals > 1 or pvals contains NaNs")
		}
		if i < k-1 {
			sum += x
		}
	}
	if sum > 1+1e-12 {
		return nil, runtime.ValueErrorf("sum(pvals[:-1]) > 1.0")
	}
	out, err := ndarray.New(ndarray.Int64, append(append([]int(nil), bind.Get[[]int](c, "size")...), k)...)
	if err != nil {
		return nil, raise(err)
	}
	s := out.Ints()
	for o := 0; o+k <= len(s); o += k {
		left, rest := int64(c.Int("n")), 1.0
		for i := range k - 1 {
			n := g.Binomial(p[i]/rest, left)
			s[o+i] = n
			if left -= n; left <= 0 {
				break
			}
			rest -= p[i]
		}
		if left > 0 {
			s[o+k-1] = left
		}
	}
	return New(out), nil
}

var seedSequenceClass = &bind.Class{
	Name: "SeedSequence", Module: "numpy.random.bit_generator",
	Doc:     "Spreads a seed over the state of a generator and makes independent children.",
	Example: ">>> ss = np.random.SeedSequence(42)\n>>> len(ss.spawn(3))\n3",
	New: &bind.Func{Name: "SeedSequence", Doc: "A sequence of a seed.", Returns: "SeedSequence", Params: []bind.Param{{Name: "entropy", Default: "None", Help: "an integer, a sequence of integers, or None for a fresh seed"}},
		Example: ">>> np.random.SeedSequence(1).generate_state(1).shape\n(1,)",
		Fn: func(c *bind.Call) (py.Object, error) {
			w, err := entropyOf(c.Thread, c.Obj("entropy"))
			if err != nil {
				return nil, err
			}
			return &seedSequence{nprand.NewSeedSequence(w)}, nil
		}},
	Methods: []*bind.Func{
		{Name: "spawn", Doc: "Independent children.", Returns: "list of SeedSequence", Params: []bind.Param{{Name: "n_children", Type: bind.Natural, Help: "how many"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				if err := roomFor(c.Int("n_children")); err != nil {
					return nil, err
				}
				out := &py.List{}
				for _, s := range c.Self.(*seedSequence).s.Spawn(c.Int("n_children")) {
					out.Items = append(out.Items, &seedSequence{s})
				}
				return out, nil
			}},
		{Name: "generate_state", Doc: "Words of state, as integers.", Returns: "array of int", Params: []bind.Param{{Name: "n_words", Type: bind.Natural, Help: "how many 32-bit words"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				n := c.Int("n_words")
				if err := roomFor(n); err != nil {
					return nil, err
				}
				w := c.Self.(*seedSequence).s.State((n + 1) / 2)
				out := make([]int64, n)
				for i := range out {
					out[i] = int64(uint32(w[i/2] >> (32 * (i % 2))))
				}
				return FromInts(out), nil
			}},
	},
}

// legacy are names of the old interface; they are refused with the remedy.
var legacy = map[string]string{
	"seed": "rng = np.random.default_rng(seed)", "rand": "rng.random((d0, d1))", "randn": "rng.standard_normal((d0, d1))", "randint": "rng.integers(low, high, size)",
	"random": "rng.random(size)", "random_sample": "rng.random(size)", "normal": "rng.normal(loc, scale, size)", "uniform": "rng.uniform(low, high, size)",
	"choice": "rng.choice(a, size)", "shuffle": "rng.shuffle(x)", "permutation": "rng.permutation(x)", "RandomState": "np.random.default_rng(seed)",
	"standard_normal": "rng.standard_normal(size)", "exponential": "rng.exponential(scale, size)", "poisson": "rng.poisson(lam, size)", "binomial": "rng.binomial(n, p, size)",
	"beta": "rng.beta(a, b, size)", "gamma": "rng.gamma(shape, scale, size)", "multivariate_normal": "rng.multivariate_normal(mean, cov, size)", "dirichlet": "rng.dirichlet(alpha, size)",
}

var randomModule = &bind.Module{
	Name: "np.random",
	Doc:  "Random numbers: default_rng(seed) gives a generator whose streams equal NumPy's. The old functions that share one hidden generator (seed, rand, randn, ...) are refused.",
	Funcs: []*bind.Func{
		{Name: "default_rng", Doc: "A generator of random numbers. The same seed gives the same numbers as in NumPy.", Returns: "Generator",
			Example: ">>> rng = np.random.default_rng(42)\n>>> rng.random()\n0.7739560485559633",
			Params:  []bind.Param{{Name: "seed", Default: "None", Help: "an integer, a sequence of integers, a SeedSequence, a Generator, or None for a fresh seed"}},
			Fn: func(c *bind.Call) (py.Object, error) {
				switch x := c.Obj("seed").(type) {
				case *Generator:
					return x, nil
				case *seedSequence:
					return &Generator{nprand.New(x.s)}, nil
				}
				w, err := entropyOf(c.Thread, c.Obj("seed"))
				if err != nil {
					return nil, err
				}
				return &Generator{nprand.New(nprand.NewSeedSequence(w))}, nil
			}},
	},
	Classes: []*bind.Class{generatorClass, seedSequenceClass},
	Init: func(_ *runtime.Thread, m *runtime.Module) error {
		m.Dict.SetStr("__name__", py.String("numpy.random"))
		for name, remedy := range legacy {
			m.Dict.SetStr(name, runtime.NewNative(name, "Not provided: use "+remedy, func(*runtime.Thread, []py.Object, runtime.Kwargs) (py.Object, error) {
				return nil, runtime.Errorf(py.NotImplementedError, "np.random.%s is not provided by Monge: make a generator with rng = np.random.default_rng(seed) and use %s", name, remedy)
			}))
		}
		return nil
	},
	Missing: "is not provided by Monge",
}
