package np

import (
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
	"monge/internal/nprand"
)

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
