package np

import (
	"math/big"

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
