package np

import (
	"math"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// binaryProduct declares a product of two arrays.
func binaryProduct(name, doc, example string, p, q string, f func(a, b *ndarray.Array) (*ndarray.Array, error), more ...bind.Param) *bind.Func {
	params := append([]bind.Param{{Name: p, Type: arrayLike, Help: "the first factor"}, {Name: q, Type: arrayLike, Help: "the second factor"}}, more...)
	return fn1(name, doc, "array or scalar", example, params, func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
		b, err := arg(c, q)
		if err != nil {
			return nil, err
		}
		r, err := interruptible(c.Thread, a.Size()+b.Size(), func() (*ndarray.Array, error) { return f(a, b) })
		if err != nil {
			return nil, raise(err)
		}
		if hasOut(c) {
			return deliver(c, r)
		}
		return Object(r), nil
	})
}

// products live in np itself.
var products = []*bind.Func{
	binaryProduct("dot", "Product of scalars, inner product of vectors, matrix product; for more dimensions the sum over the last axis of a and the last but one of b.",
		">>> np.dot([1, 2], [3, 4])\nnp.int64(11)", "a", "b", ndarray.Dot, pOut),
	binaryProduct("matmul", "Matrix product of the last two dimensions, the operator @.", ">>> np.matmul([[1, 2], [3, 4]], [1, 1])\narray([3, 7])", "x1", "x2", ndarray.MatMul, pOut),
	binaryProduct("vdot", "Inner product of the flattened arrays, the first conjugated.", ">>> np.vdot([[1, 2]], [[3, 4]])\nnp.int64(11)", "a", "b", ndarray.VDot),
	binaryProduct("inner", "Sum over the last axes.", ">>> np.inner([1, 2], [[3, 4], [5, 6]])\narray([11, 17])", "a", "b", ndarray.Inner),
	binaryProduct("outer", "All products of elements.", ">>> np.outer([1, 2], [3, 4])\narray([[3, 4],\n       [6, 8]])", "a", "b", ndarray.Outer),
	binaryProduct("kron", "Kronecker product.", ">>> np.kron([1, 10], [1, 2])\narray([ 1,  2, 10, 20])", "a", "b", ndarray.Kron),
	binaryProduct("cross", "Vector product of three-dimensional vectors.", ">>> np.cross([1, 0, 0], [0, 1, 0])\narray([0, 0, 1])", "a", "b", ndarray.Cross),
	fn1("tensordot", "Sum over paired axes.", "array or scalar", ">>> np.tensordot(np.ones((2, 3)), np.ones((3, 4)), axes=1).shape\n(2, 4)",
		[]bind.Param{pA, pB, {Name: "axes", Default: "2", Help: "number of last axes of a and first axes of b, or a pair of lists"}},
		func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
			b, err := arg(c, "b")
			if err != nil {
				return nil, err
			}
			var ax, bx []int
			if n, err := runtime.AsInt(c.Thread, c.Obj("axes")); err == nil {
				if n < 0 || n > a.NDim() || n > b.NDim() {
					return nil, runtime.IndexErrorf("tuple index out of range")
				}
				for i := range n {
					ax, bx = append(ax, a.NDim()-n+i), append(bx, i)
				}
			} else {
				l, ok, err := items(c.Thread, c.Obj("axes"))
				if err != nil {
					return nil, err
				}
				if !ok || len(l) != 2 {
					return nil, runtime.TypeErrorf("np.tensordot: axes must be an integer or a pair of axis lists")
				}
				for i, dst := range []*[]int{&ax, &bx} {
					v, err := axesType.Convert(c.Thread, l[i])
					if err != nil {
						return nil, runtime.TypeErrorf("np.tensordot: axes must be an integer or a pair of axis lists")
					}
					*dst = v.([]int)
				}
			}
			return giveArray(interruptible(c.Thread, a.Size()+b.Size(), func() (*ndarray.Array, error) { return ndarray.TensorDot(a, b, ax, bx) }))
		}),
	{Name: "einsum", Doc: "Einstein summation: products of arrays summed over the letters that the result does not keep.", Returns: "array or scalar",
		Example: ">>> np.einsum('ij,j->i', [[1, 2], [3, 4]], [1, 1])\narray([3, 7])",
		Params: []bind.Param{{Name: "subscripts", Type: bind.Str, PosOnly: true, Help: "letters for the dimensions: 'ij,jk->ik'"}, {Name: "operands", Star: true, Help: "the arrays"},
			{Name: "out", KwOnly: true, Default: "None", Help: "array that receives the result"}, {Name: "optimize", KwOnly: true, Default: "False", Help: "accepted; operands are contracted from left to right"},
			pDtypeKw},
		Fn: func(c *bind.Call) (py.Object, error) {
			ops := make([]*ndarray.Array, len(c.Rest))
			size := 0
			for i, o := range c.Rest {
				a, err := asArray(c.Thread, o)
				if err == nil && c.Has("dtype") {
					a, err = a.AsType(*dtypeArg(c))
				}
				if err != nil {
					return nil, raise(err)
				}
				ops[i] = a
				size += a.Size()
			}
			r, err := interruptible(c.Thread, size, func() (*ndarray.Array, error) { return ndarray.Einsum(c.Str("subscripts"), ops...) })
			if err != nil {
				return nil, raise(err)
			}
			if hasOut(c) {
				return deliver(c, r)
			}
			return Object(r), nil
		}},
}

// namedClasses are the classes of results with named fields: tuples of the language.
var namedClasses = map[string]*py.Type{}

func init() {
	for _, n := range []struct {
		name   string
		fields []string
	}{{"EigResult", []string{"eigenvalues", "eigenvectors"}}, {"EighResult", []string{"eigenvalues", "eigenvectors"}}, {"QRResult", []string{"Q", "R"}},
		{"SVDResult", []string{"U", "S", "Vh"}}, {"SlogdetResult", []string{"sign", "logabsdet"}}} {
		typ := runtime.NewNativeType("numpy.linalg."+n.name, "Result with named fields.", py.TupleType)
		for i, f := range n.fields {
			typ.Dict[f] = &runtime.GetSet{Name: f, Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) {
				t, ok := runtime.Payload(self).(py.Tuple)
				if !ok {
					return nil, runtime.TypeErrorf("descriptor '%s' needs a %s", f, n.name)
				}
				return t[i], nil
			}}
		}
		namedClasses[n.name] = typ
		typ.Dict["__repr__"] = runtime.NewNative("__repr__", "", func(t *runtime.Thread, args []py.Object, _ runtime.Kwargs) (py.Object, error) {
			text := n.name + "("
			tup, _ := runtime.Payload(args[0]).(py.Tuple)
			for i, v := range tup {
				if i > 0 {
					text += ", "
				}
				s, err := runtime.Repr(t, v)
				if err != nil {
					return nil, err
				}
				text += n.fields[i] + "=" + s
			}
			return py.String(text + ")"), nil
		})
	}
}

// namedTuple makes such a result.
func namedTuple(name string, values ...*ndarray.Array) py.Object {
	t := make(py.Tuple, len(values))
	for i, v := range values {
		t[i] = Object(v)
	}
	return &runtime.Instance{Class: namedClasses[name], Value: t}
}

// lin declares a function of one matrix that may take long.
func lin(name, doc, returns, example string, params []bind.Param, fn func(c *bind.Call, a *ndarray.Array) (*ndarray.Array, error)) *bind.Func {
	return fn1(name, doc, returns, example, params, func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
		return give(interruptible(c.Thread, a.Size(), func() (*ndarray.Array, error) { return fn(c, a) }))
	})
}

// several is interruptible for work with more than one result.
func several(c *bind.Call, size int, work func() ([]*ndarray.Array, error)) ([]*ndarray.Array, error) {
	var out []*ndarray.Array
	_, err := interruptible(c.Thread, size, func() (*ndarray.Array, error) {
		r, err := work()
		out = r
		return nil, err
	})
	return out, raise(err)
}

var (
	pOrd   = bind.Param{Name: "ord", Default: "None", Help: "which norm: a number, np.inf, 'fro' or 'nuc'"}
	pUplo  = bind.Param{Name: "UPLO", Type: bind.OneOf("L", "U", "l", "u"), Default: "'L'", Help: "which triangle is read"}
	pRcond = bind.Param{Name: "rcond", Type: bind.Float, Default: "None", Help: "singular values up to rcond times the largest count as zero"}
)

func ordArg(c *bind.Call, name string) (ndarray.NormOrd, error) {
	switch o := c.Obj(name).(type) {
	case py.NoneType:
		return ndarray.NormOrd{}, nil
	case py.String:
		if o == "inf" {
			return ndarray.NormOrd{P: math.Inf(1), Set: true}, nil
		}
		return ndarray.NormOrd{Name: string(o)}, nil
	default:
		x, err := runtime.AsFloat(c.Thread, o)
		return ndarray.NormOrd{P: x, Set: true}, err
	}
}

var linalgModule = &bind.Module{
	Name: "np.linalg",
	Doc:  "Linear algebra: systems of equations, factorisations, eigenvalues, norms.",
	Funcs: []*bind.Func{
		fn1("solve", "Solves a x = b for square matrices.", "array", ">>> np.linalg.solve([[2.0, 0.0], [0.0, 4.0]], [2.0, 4.0])\narray([1., 1.])", []bind.Param{pA, {Name: "b", Type: arrayLike, Help: "right side: a vector or columns"}},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				b, err := arg(c, "b")
				if err != nil {
					return nil, err
				}
				return give(interruptible(c.Thread, a.Size()+b.Size(), func() (*ndarray.Array, error) { return ndarray.Solve(a, b) }))
			}),
		lin("inv", "Inverse of square matrices.", "array", ">>> np.linalg.inv([[2.0, 0.0], [0.0, 4.0]])\narray([[0.5 , 0.  ],\n       [0.  , 0.25]])", nil,
			func(_ *bind.Call, a *ndarray.Array) (*ndarray.Array, error) { return ndarray.Inv(a) }),
		lin("pinv", "Moore-Penrose inverse, by singular values.", "array", ">>> np.linalg.pinv([[2.0, 0.0], [0.0, 0.0]])\narray([[0.5, 0. ],\n       [0. , 0. ]])", []bind.Param{pRcond, {Name: "hermitian", Type: bind.Bool, Default: "False", Help: "accepted"}, {Name: "rtol", Type: bind.Float, KwOnly: true, Default: "None", Help: "another name of rcond"}},
			func(c *bind.Call, a *ndarray.Array) (*ndarray.Array, error) {
				rcond := 1e-15
				if c.Has("rcond") {
					rcond = c.Float("rcond")
				}
				if c.Has("rtol") {
					rcond = c.Float("rtol")
				}
				return ndarray.Pinv(a, rcond)
			}),
		lin("det", "Determinant of square matrices.", "scalar or array", ">>> np.round(np.linalg.det([[2.0, 0.0], [0.0, 4.0]]), 6)\nnp.float64(8.0)", nil,
			func(_ *bind.Call, a *ndarray.Array) (*ndarray.Array, error) { return ndarray.Det(a) }),
		fn1("slogdet", "Sign and logarithm of the absolute value of the determinant.", "SlogdetResult(sign, logabsdet)", ">>> sign, logdet = np.linalg.slogdet([[2.0, 0.0], [0.0, 4.0]])\n>>> sign\nnp.float64(1.0)", nil,
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := several(c, a.Size(), func() ([]*ndarray.Array, error) {
					s, l, err := ndarray.SlogDet(a)
					return []*ndarray.Array{s, l}, err
				})
				if err != nil {
					return nil, err
				}
				return namedTuple("SlogdetResult", r...), nil
			}),
		fn1("lstsq", "Least-squares solution of a x = b, the shortest one when there are several.", "tuple (solution, residuals, rank, singular values)",
			">>> x, residuals, rank, s = np.linalg.lstsq([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]], [1.0, 3.0, 5.0])\n>>> np.round(x, 6)\narray([1., 2.])", []bind.Param{pA, {Name: "b", Type: arrayLike, Help: "right side: a vector or columns"}, pRcond},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				b, err := arg(c, "b")
				if err != nil {
					return nil, err
				}
				rcond, rank := -1.0, 0
				if c.Has("rcond") {
					rcond = c.Float("rcond")
				}
				r, err := several(c, a.Size(), func() ([]*ndarray.Array, error) {
					x, res, rk, s, err := ndarray.LstSq(a, b, rcond)
					rank = rk
					return []*ndarray.Array{x, res, s}, err
				})
				if err != nil {
					return nil, err
				}
				return py.Tuple{New(r[0]), New(r[1]), Int64(rank), New(r[2])}, nil
			}),
		fn1("norm", "Norm of a vector, a matrix, or along axes.", "scalar or array", ">>> np.linalg.norm([3.0, 4.0])\nnp.float64(5.0)", []bind.Param{{Name: "x", Type: arrayLike, Help: "the array"}, pOrd, pAxes, pKeep},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				ord, err := ordArg(c, "ord")
				if err != nil {
					return nil, err
				}
				axes := bind.Get[[]int](c, "axis")
				return give(interruptible(c.Thread, a.Size(), func() (*ndarray.Array, error) { return ndarray.Norm(a, ord, axes, c.Bool("keepdims")) }))
			}),
		lin("cond", "Condition number.", "scalar or array", ">>> np.linalg.cond([[2.0, 0.0], [0.0, 4.0]])\nnp.float64(2.0)", []bind.Param{{Name: "x", Type: arrayLike, Help: "the matrix"}, {Name: "p", Default: "None", Help: "which norm, the spectral one by default"}},
			func(c *bind.Call, a *ndarray.Array) (*ndarray.Array, error) {
				ord, err := ordArg(c, "p")
				if err != nil {
					return nil, err
				}
				return ndarray.Cond(a, ord)
			}),
		lin("matrix_rank", "Rank: the number of singular values above a tolerance.", "int or array", ">>> np.linalg.matrix_rank([[1.0, 2.0], [2.0, 4.0]])\nnp.int64(1)", []bind.Param{{Name: "A", Type: arrayLike, Help: "the matrix"}, {Name: "tol", Type: bind.Float, Default: "None", Help: "absolute tolerance"}},
			func(c *bind.Call, a *ndarray.Array) (*ndarray.Array, error) {
				tol := -1.0
				if c.Has("tol") {
					tol = c.Float("tol")
				}
				return ndarray.MatrixRank(a, tol)
			}),
		fn1("qr", "QR factorisation.", "QRResult(Q, R), or R with mode='r'", ">>> Q, R = np.linalg.qr(np.eye(2))\n>>> np.allclose(Q @ R, np.eye(2))\nTrue", []bind.Param{pA, {Name: "mode", Type: bind.Str, Default: "'reduced'", Help: "reduced, complete or r"}},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := several(c, a.Size(), func() ([]*ndarray.Array, error) {
					q, r, err := ndarray.QR(a, c.Str("mode"))
					return []*ndarray.Array{q, r}, err
				})
				if err != nil {
					return nil, err
				}
				if r[0] == nil {
					return New(r[1]), nil
				}
				return namedTuple("QRResult", r...), nil
			}),
		fn1("svd", "Singular value decomposition a = U diag(S) Vh.", "SVDResult(U, S, Vh), or S with compute_uv=False", ">>> U, S, Vh = np.linalg.svd([[0.0, 2.0], [1.0, 0.0]])\n>>> S\narray([2., 1.])",
			[]bind.Param{pA, {Name: "full_matrices", Type: bind.Bool, Default: "True", Help: "U and Vh square"}, {Name: "compute_uv", Type: bind.Bool, Default: "True", Help: "False: the singular values only"}, {Name: "hermitian", Type: bind.Bool, Default: "False", Help: "accepted"}},
			func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
				r, err := several(c, a.Size(), func() ([]*ndarray.Array, error) {
					u, s, v, err := ndarray.SVD(a, c.Bool("full_matrices"), c.Bool("compute_uv"))
					return []*ndarray.Array{u, s, v}, err
				})
				if err != nil {
					return nil, err
				}
				if r[0] == nil {
					return New(r[1]), nil
				}
				return namedTuple("SVDResult", r...), nil
			}),
		lin("svdvals", "Singular values in falling order.", "array", ">>> np.linalg.svdvals([[0.0, 2.0], [1.0, 0.0]])\narray([2., 1.])", []bind.Param{{Name: "x", Type: arrayLike, Help: "the matrix"}},
			func(_ *bind.Call, a *ndarray.Array) (*ndarray.Array, error) {
				_, s, _, err := ndarray.SVD(a, false, false)
				return s, err
			}),
		eigFunc("eig", "EigResult", "Eigenvalues and right eigenvectors of square matrices, complex as in NumPy 2.5.", ">>> w, v = np.linalg.eig(np.diag([2.0, 3.0]))\n>>> w\narray([2.+0.j, 3.+0.j])"),
		lin("eigvals", "Eigenvalues of square matrices.", "array", ">>> np.linalg.eigvals(np.diag([2.0, 3.0]))\narray([2.+0.j, 3.+0.j])", nil,
			func(_ *bind.Call, a *ndarray.Array) (*ndarray.Array, error) {
				w, _, err := ndarray.Eig(a, false)
				return w, err
			}),
		eigFunc("eigh", "EighResult", "Eigenvalues in rising order and eigenvectors of symmetric matrices.", ">>> w, v = np.linalg.eigh([[2.0, 0.0], [0.0, 1.0]])\n>>> w\narray([1., 2.])"),
		lin("eigvalsh", "Eigenvalues of symmetric matrices in rising order.", "array", ">>> np.linalg.eigvalsh([[2.0, 0.0], [0.0, 1.0]])\narray([1., 2.])", []bind.Param{pA, pUplo},
			func(c *bind.Call, a *ndarray.Array) (*ndarray.Array, error) {
				w, _, err := ndarray.EigH(a, upper(c), false)
				return w, err
			}),
		lin("cholesky", "Lower Cholesky factor of symmetric positive definite matrices.", "array", ">>> np.linalg.cholesky([[4.0, 0.0], [0.0, 9.0]])\narray([[2., 0.],\n       [0., 3.]])", []bind.Param{pA, {Name: "upper", Type: bind.Bool, KwOnly: true, Default: "False", Help: "the upper factor"}},
			func(c *bind.Call, a *ndarray.Array) (*ndarray.Array, error) {
				return ndarray.Cholesky(a, c.Bool("upper"))
			}),
		lin("matrix_power", "Integer power of square matrices.", "array", ">>> np.linalg.matrix_power([[1, 1], [1, 0]], 10)\narray([[89, 55],\n       [55, 34]])", []bind.Param{pA, {Name: "n", Type: bind.Int, Help: "the power"}},
			func(c *bind.Call, a *ndarray.Array) (*ndarray.Array, error) {
				return ndarray.MatrixPower(a, c.Int("n"))
			}),
		lin("expm", "Matrix exponential (scipy.linalg has it under this name).", "array", ">>> np.linalg.expm(np.zeros((2, 2)))\narray([[1., 0.],\n       [0., 1.]])", nil,
			func(_ *bind.Call, a *ndarray.Array) (*ndarray.Array, error) { return ndarray.ExpM(a) }),
		{Name: "multi_dot", Doc: "Product of a chain of matrices in the cheapest order.", Returns: "array or scalar", Example: ">>> np.linalg.multi_dot([np.eye(2), np.eye(2), np.ones(2)])\narray([1., 1.])",
			Params: []bind.Param{pArrays},
			Fn: func(c *bind.Call) (py.Object, error) {
				list, err := arrays(c.Thread, c.Obj("arrays"))
				if err != nil {
					return nil, err
				}
				return give(interruptible(c.Thread, 1<<20, func() (*ndarray.Array, error) { return ndarray.MultiDot(list) }))
			}},
		lin("trace", "Sum of the main diagonal of the last two dimensions.", "scalar or array", ">>> np.linalg.trace([[1, 2], [3, 4]])\nnp.int64(5)", []bind.Param{{Name: "x", Type: arrayLike, Help: "the matrix"}},
			func(_ *bind.Call, a *ndarray.Array) (*ndarray.Array, error) { return ndarray.Trace(a, 0, -2, -1) }),
	},
	Consts: []bind.Const{{Name: "LinAlgError", Value: LinAlgError, Doc: "The error of this module."}},
	Init: func(_ *runtime.Thread, m *runtime.Module) error {
		m.Dict.SetStr("__name__", py.String("numpy.linalg"))
		return nil
	},
	Missing: "is not provided by Monge",
}

func upper(c *bind.Call) bool { return c.Str("UPLO") == "U" || c.Str("UPLO") == "u" }

func eigFunc(name, result, doc, example string) *bind.Func {
	params := []bind.Param{pA}
	if name == "eigh" {
		params = append(params, pUplo)
	}
	return fn1(name, doc, result+"(eigenvalues, eigenvectors)", example, params, func(c *bind.Call, a *ndarray.Array) (py.Object, error) {
		r, err := several(c, a.Size(), func() ([]*ndarray.Array, error) {
			var w, v *ndarray.Array
			var err error
			if name == "eigh" {
				w, v, err = ndarray.EigH(a, upper(c), true)
			} else {
				w, v, err = ndarray.Eig(a, true)
			}
			return []*ndarray.Array{w, v}, err
		})
		if err != nil {
			return nil, err
		}
		return namedTuple(result, r...), nil
	})
}
