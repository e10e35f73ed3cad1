package ndarray

import (
	"context"
	"sync/atomic"

	"monge/internal/kernels"
	"monge/internal/parallel"
)

//go:generate go run ./loopgen

type integer interface{ int64 }
type boolean interface{ bool }

// Status collects the floating-point exceptions of an operation, for warnings.
type Status uint8

// The floating-point exceptions.
const (
	DivideByZero Status = 1 << iota
	Overflow
	Invalid
)

// Texts returns NumPy's warning texts for the exceptions that occurred in the function called name.
func (s Status) Texts(name string) []string {
	var out []string
	for i, what := range [...]string{"divide by zero", "overflow", "invalid value"} {
		if s&(1<<i) != 0 {
			out = append(out, what+" encountered in "+name)
		}
	}
	return out
}

type loop1[R, T any] func(n int, d vec[R], a vec[T])
type loop2[R, T any] func(n int, d vec[R], a, b vec[T])

// Unary is an elementwise function of one argument. A loop field that is nil means that the function has no loop for
// the type; the argument is then promoted to the next one that it has.
type Unary struct {
	Name string
	b    loop1[bool, bool]
	i    loop1[int64, int64]
	f4   loop1[float32, float32]
	f8   loop1[float64, float64]
	c    loop1[complex128, complex128]

	// Loops with another result type.
	pb          loop1[bool, bool] // predicates
	pi          loop1[bool, int64]
	pf4         loop1[bool, float32]
	pf8         loop1[bool, float64]
	pc          loop1[bool, complex128]
	cf          loop1[float64, complex128] // abs, angle of complex numbers
	check       func(x, y float64) Status  // classifies a result y that is not finite
	boolRefusal string                     // the TypeError for booleans
}

// Binary is an elementwise function of two arguments; see Unary.
type Binary struct {
	Name string
	b    loop2[bool, bool]
	i    loop2[int64, int64]
	f4   loop2[float32, float32]
	f8   loop2[float64, float64]
	c    loop2[complex128, complex128]

	pb  loop2[bool, bool]
	pi  loop2[bool, int64]
	pf4 loop2[bool, float32]
	pf8 loop2[bool, float64]
	pc  loop2[bool, complex128]

	check       func(x, y, z float64) Status
	intCheck    func(x, y int64) Status
	preInt      func(a, b *Array) error // refuses operands, for integer powers
	boolRefusal string
	identity    *Array // of the reduction, nil when there is none
	Symbol      string // "+", for errors of the binding
}

func unsupported(name string) error {
	return typeErr("ufunc '%s' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''", name)
}

// loopType is the first type at or above d that the function has a loop for, and the result's type.
func (u *Unary) loopType(d Dtype) (loop, out Dtype, err error) {
	if d == Bool && u.boolRefusal != "" {
		return 0, 0, typeErr("%s", u.boolRefusal)
	}
	for l := d; l < numDtypes; l++ {
		if Promote(d, l) != l || l == Float32 && d != Float32 {
			continue
		}
		same, pred := u.has(l)
		switch {
		case same:
			return l, l, nil
		case pred:
			return l, Bool, nil
		case l == Complex128 && d == Complex128 && u.cf != nil:
			return l, Float64, nil
		}
	}
	return 0, 0, unsupported(u.Name)
}

func (u *Unary) has(l Dtype) (same, pred bool) {
	switch l {
	case Bool:
		return u.b != nil, u.pb != nil
	case Int64:
		return u.i != nil, u.pi != nil
	case Float32:
		return u.f4 != nil, u.pf4 != nil
	case Float64:
		return u.f8 != nil, u.pf8 != nil
	}
	return u.c != nil, u.pc != nil
}

func (u *Binary) loopType(d Dtype) (loop, out Dtype, err error) {
	if d == Bool && u.boolRefusal != "" {
		return 0, 0, typeErr("%s", u.boolRefusal)
	}
	for l := d; l < numDtypes; l++ {
		if Promote(d, l) != l || l == Float32 && d != Float32 {
			continue
		}
		same, pred := u.has(l)
		if same {
			return l, l, nil
		}
		if pred {
			return l, Bool, nil
		}
	}
	return 0, 0, unsupported(u.Name)
}

func (u *Binary) has(l Dtype) (same, pred bool) {
	switch l {
	case Bool:
		return u.b != nil, u.pb != nil
	case Int64:
		return u.i != nil, u.pi != nil
	case Float32:
		return u.f4 != nil, u.pf4 != nil
	case Float64:
		return u.f8 != nil, u.pf8 != nil
	}
	return u.c != nil, u.pc != nil
}

// Call applies the function elementwise. With out not nil the result goes there, converted under the rule "same_kind".
func (u *Unary) Call(a, out *Array) (*Array, Status, error) {
	loop, res, err := u.loopType(a.dtype)
	if err != nil {
		return nil, 0, err
	}
	dst, err := target(u.Name, out, res, a.shape, a)
	if err != nil {
		return nil, 0, err
	}
	var st Status
	switch {
	case res == Bool && loop == Bool && u.pb != nil:
		st = run1(u, u.pb, dst, a)
	case res == Bool && loop == Bool:
		st = run1(u, u.b, dst, a)
	case res == Bool:
		switch loop {
		case Int64:
			st = run1(u, u.pi, dst, a)
		case Float32:
			st = run1(u, u.pf4, dst, a)
		case Float64:
			st = run1(u, u.pf8, dst, a)
		default:
			st = run1(u, u.pc, dst, a)
		}
	case res != loop:
		st = run1(u, u.cf, dst, a)
	default:
		switch loop {
		case Int64:
			st = run1(u, u.i, dst, a)
		case Float32:
			st = run1(u, u.f4, dst, a)
		case Float64:
			st = run1(u, u.f8, dst, a)
		default:
			st = run1(u, u.c, dst, a)
		}
	}
	return finish(dst, out), st, nil
}

// Call applies the function elementwise to the broadcast operands.
func (u *Binary) Call(a, b, out *Array) (*Array, Status, error) {
	d := ResultType(a, b)
	loop, res, err := u.loopType(d)
	if err != nil {
		return nil, 0, err
	}
	if loop == Int64 && u.preInt != nil {
		if err := u.preInt(a, b); err != nil {
			return nil, 0, err
		}
	}
	shape, err := broadcast2(a.shape, b.shape)
	if err != nil {
		if out != nil {
			err = broadcastErr(a.shape, b.shape, out.shape)
		}
		return nil, 0, err
	}
	dst, err := target(u.Name, out, res, shape, a, b)
	if err != nil {
		return nil, 0, err
	}
	var st Status
	if res == Bool && u.b == nil || res == Bool && loop != Bool {
		switch loop {
		case Bool:
			st = run2(u, u.pb, dst, a, b)
		case Int64:
			st = run2(u, u.pi, dst, a, b)
		case Float32:
			st = run2(u, u.pf4, dst, a, b)
		case Float64:
			st = run2(u, u.pf8, dst, a, b)
		default:
			st = run2(u, u.pc, dst, a, b)
		}
	} else {
		switch loop {
		case Bool:
			st = run2(u, u.b, dst, a, b)
		case Int64:
			st = run2(u, u.i, dst, a, b)
		case Float32:
			st = run2(u, u.f4, dst, a, b)
		case Float64:
			st = run2(u, u.f8, dst, a, b)
		default:
			st = run2(u, u.c, dst, a, b)
		}
	}
	return finish(dst, out), st, nil
}

// target chooses where the result of type d is computed: a new array laid out like the inputs, out itself, or a
// temporary when out has another type or overlaps an input.
func target(name string, out *Array, d Dtype, shape []int, in ...*Array) (dst *Array, err error) {
	if out == nil {
		return newLike(d, shape, in)
	}
	if out.readonly {
		return nil, valueErr("output array is read-only")
	}
	if !sameShape(out.shape, shape) {
		full, err := BroadcastShapes(shape, out.shape)
		if err != nil || !sameShape(full, out.shape) {
			shapes := make([][]int, 0, 3)
			for _, a := range in {
				shapes = append(shapes, a.shape)
			}
			if err == nil {
				return nil, valueErr("non-broadcastable output operand with shape %s doesn't match the broadcast shape %s",
					ShapeString(out.shape), ShapeString(full))
			}
			return nil, broadcastErr(append(shapes, out.shape)...)
		}
	}
	if !CanCast(d, out.dtype, SameKind) {
		return nil, errf(UFuncTypeErr, "Cannot cast ufunc '%s' output from dtype('%s') to dtype('%s') with casting rule 'same_kind'", name, d, out.dtype)
	}
	direct := out.dtype == d
	for _, a := range in {
		if a.SharesMemory(out) && !(a.offset == out.offset && a.dtype == out.dtype && sameShape(a.shape, out.shape) && sameShape(a.strides, out.strides)) {
			direct = false
		}
	}
	if direct {
		return out, nil
	}
	return newRaw(d, shape)
}

// finish hands a result to out when it was computed elsewhere.
func finish(dst, out *Array) *Array {
	if out == nil || dst == out {
		return dst
	}
	copyInto(out, dst)
	return out
}

// newLike allocates a result in the memory order of the inputs, row-major when they disagree. Its elements hold anything.
func newLike(d Dtype, shape []int, in []*Array) (*Array, error) {
	plain := true
	for _, a := range in {
		plain = plain && (len(a.shape) < 2 || a.IsContiguous())
	}
	if plain || len(shape) < 2 {
		return newRaw(d, shape)
	}
	perm := axisOrder(shape, in)
	out, err := newRaw(d, shape)
	if err != nil {
		return nil, err
	}
	s := 1
	for i := len(perm) - 1; i >= 0; i-- {
		out.strides[perm[i]] = s
		s *= max(shape[perm[i]], 1)
	}
	return out, nil
}

// axisOrder lists the axes of shape from the largest to the smallest stride of the operands.
func axisOrder(shape []int, ops []*Array) []int {
	perm := make([]int, len(shape))
	for i := range perm {
		perm[i] = i
	}
	stride := func(a *Array, axis int) int {
		j := axis - (len(shape) - len(a.shape))
		if j < 0 || a.shape[j] == 1 {
			return 0
		}
		return abs(a.strides[j])
	}
	for i := 1; i < len(perm); i++ {
		for j := i; j > 0; j-- {
			swap := false
			for _, a := range ops {
				so, si := stride(a, perm[j-1]), stride(a, perm[j])
				if so != 0 && si != 0 {
					if so >= si {
						swap = false
						break
					}
					swap = true
				}
			}
			if !swap {
				break
			}
			perm[j-1], perm[j] = perm[j], perm[j-1]
		}
	}
	return perm
}

const castChunk = 1024

// operand reads an array as elements of type T, through a small buffer when it has another type.
type operand[T elem] struct {
	a      *Array
	direct []T // the block, when no conversion is needed
	buf    []T
}

func newOperand[T elem](a *Array) operand[T] {
	if a.dtype == dtypeOf[T]() {
		return operand[T]{a: a, direct: block[T](a)}
	}
	return operand[T]{a: a, buf: make([]T, min(max(a.size, 1), castChunk))}
}

func (o *operand[T]) vec(at, inc, n int) vec[T] {
	if o.direct != nil {
		return vec[T]{o.direct, at, inc}
	}
	if inc == 0 {
		castRun(1, vec[T]{o.buf, 0, 1}, o.a, at, 1)
		return vec[T]{o.buf, 0, 0}
	}
	castRun(n, vec[T]{o.buf, 0, 1}, o.a, at, inc)
	return vec[T]{o.buf, 0, 1}
}

func run1[R, T elem](u *Unary, f loop1[R, T], dst, a *Array) Status {
	d := block[R](dst)
	x := newOperand[T](a)
	var st Status
	if x.direct != nil && a.IsContiguous() && dst.IsContiguous() && sameShape(a.shape, dst.shape) {
		dv, xv := vec[R]{d, dst.offset, 1}, vec[T]{x.direct, a.offset, 1}
		if a.size >= parallelFrom {
			return inBlocks(a.size, func(lo, hi int) Status { return block1(u, f, dv, xv, lo, hi) })
		}
		return block1(u, f, dv, xv, 0, a.size)
	}
	var l nest
	l.init(dst.shape, false, dst, a)
	step := l.n
	if x.direct == nil {
		step = min(step, castChunk)
	}
	l.run(func() bool {
		for k := 0; k < l.n; k += step {
			n := min(step, l.n-k)
			dv, xv := vec[R]{d, l.at[0] + k*l.inner[0], l.inner[0]}, x.vec(l.at[1]+k*l.inner[1], l.inner[1], n)
			f(n, dv, xv)
			if u.check != nil {
				st |= check1(u, n, dv, xv)
			}
		}
		return true
	})
	return st
}

func run2[R, T elem](u *Binary, f loop2[R, T], dst, a, b *Array) Status {
	d := block[R](dst)
	x, y := newOperand[T](a), newOperand[T](b)
	var st Status
	checks := u.check != nil || u.intCheck != nil
	if x.direct != nil && y.direct != nil && dst.IsContiguous() {
		xi, okx := flatStep(a, dst)
		yi, oky := flatStep(b, dst)
		if okx && oky {
			dv, xv, yv := vec[R]{d, dst.offset, 1}, vec[T]{x.direct, a.offset, xi}, vec[T]{y.direct, b.offset, yi}
			if dst.size >= parallelFrom {
				return inBlocks(dst.size, func(lo, hi int) Status { return block2(u, f, dv, xv, yv, lo, hi) })
			}
			return block2(u, f, dv, xv, yv, 0, dst.size)
		}
	}
	var l nest
	l.init(dst.shape, false, dst, a, b)
	step := l.n
	if x.direct == nil || y.direct == nil {
		step = min(step, castChunk)
	} else if checks {
		step = min(step, checkChunk)
	}
	l.run(func() bool {
		for k := 0; k < l.n; k += step {
			n := min(step, l.n-k)
			dv := vec[R]{d, l.at[0] + k*l.inner[0], l.inner[0]}
			xv, yv := x.vec(l.at[1]+k*l.inner[1], l.inner[1], n), y.vec(l.at[2]+k*l.inner[2], l.inner[2], n)
			f(n, dv, xv, yv)
			if checks {
				st |= check2(u, n, dv, xv, yv)
			}
		}
		return true
	})
	return st
}

// block1 computes and checks the elements lo to hi of two runs.
func block1[R, T elem](u *Unary, f loop1[R, T], d vec[R], x vec[T], lo, hi int) (st Status) {
	chunk := max(hi-lo, 1)
	if u.check != nil {
		chunk = checkChunk
	}
	for k := lo; k < hi; k += chunk {
		n := min(chunk, hi-k)
		dv, xv := vec[R]{d.s, d.at + k, 1}, vec[T]{x.s, x.at + k, 1}
		f(n, dv, xv)
		if u.check != nil {
			st |= check1(u, n, dv, xv)
		}
	}
	return st
}

// block2 is block1 for two operands.
func block2[R, T elem](u *Binary, f loop2[R, T], d vec[R], x, y vec[T], lo, hi int) (st Status) {
	checks := u.check != nil || u.intCheck != nil
	chunk := max(hi-lo, 1)
	if checks {
		chunk = checkChunk
	}
	for k := lo; k < hi; k += chunk {
		n := min(chunk, hi-k)
		dv, xv, yv := vec[R]{d.s, d.at + k, 1}, vec[T]{x.s, x.at + k*x.inc, x.inc}, vec[T]{y.s, y.at + k*y.inc, y.inc}
		f(n, dv, xv, yv)
		if checks {
			st |= check2(u, n, dv, xv, yv)
		}
	}
	return st
}

// Large arrays are computed in blocks by several workers.
const (
	parallelFrom = 1 << 17
	parallelStep = 1 << 15
)

// inBlocks runs body over 0..n, in blocks on several processors when n is large.
func inBlocks(n int, body func(lo, hi int) Status) Status {
	if parallel.Workers(0) == 1 {
		return body(0, n)
	}
	p := parallel.NewPool(0)
	defer p.Close()
	var st atomic.Uint32
	blocks := parallel.Split(n, parallelStep, n)
	_ = p.Run(context.Background(), blocks.Len(), func(_, k int) {
		if s := body(blocks.Range(k)); s != 0 {
			st.Or(uint32(s))
		}
	})
	return Status(st.Load())
}

// flatStep tells how a is walked in one run over the contiguous dst: element by element, or standing on a scalar.
func flatStep(a, dst *Array) (int, bool) {
	if a.size == 1 && dst.size > 0 {
		return 0, true
	}
	return 1, sameShape(a.shape, dst.shape) && a.IsContiguous()
}

// check1 looks for results that are not finite and lets the function classify them. Only float loops are checked.
func check1[R, T elem](u *Unary, n int, d vec[R], a vec[T]) Status {
	switch dv := any(d).(type) {
	case vec[float64]:
		if av, ok := any(a).(vec[float64]); ok && !allFinite(n, dv) {
			return classify1(u, n, dv, av)
		}
	case vec[float32]:
		if av, ok := any(a).(vec[float32]); ok && !allFinite(n, dv) {
			return classify1(u, n, dv, av)
		}
	}
	return 0
}

func check2[R, T elem](u *Binary, n int, d vec[R], a, b vec[T]) Status {
	switch dv := any(d).(type) {
	case vec[float64]:
		av, ok := any(a).(vec[float64])
		if ok && u.check != nil && !allFinite(n, dv) {
			return classify2(u, n, dv, av, any(b).(vec[float64]))
		}
	case vec[float32]:
		av, ok := any(a).(vec[float32])
		if ok && u.check != nil && !allFinite(n, dv) {
			return classify2(u, n, dv, av, any(b).(vec[float32]))
		}
	case vec[int64]:
		if u.intCheck == nil {
			break
		}
		var st Status
		av, bv := any(a).(vec[int64]), any(b).(vec[int64])
		for i := range n {
			st |= u.intCheck(av.s[av.at+i*av.inc], bv.s[bv.at+i*bv.inc])
		}
		return st
	}
	return 0
}

// checkChunk is how many results are computed before they are checked, while they are in the cache.
const checkChunk = 2048

// allFinite relies on x-x being zero for finite x and NaN otherwise.
func allFinite[T floatElem](n int, d vec[T]) bool {
	var acc T
	if d.inc == 1 {
		if w, ok := any(d).(vec[float64]); ok {
			return kernels.AllFinite(w.run(n))
		}
		s := d.run(n)
		var a0, a1, a2, a3 T
		for len(s) >= 8 {
			a0 += (s[0] - s[0]) + (s[4] - s[4])
			a1 += (s[1] - s[1]) + (s[5] - s[5])
			a2 += (s[2] - s[2]) + (s[6] - s[6])
			a3 += (s[3] - s[3]) + (s[7] - s[7])
			s = s[8:]
		}
		for _, x := range s {
			a0 += x - x
		}
		acc = (a0 + a1) + (a2 + a3)
	} else {
		for i := range n {
			x := d.s[d.at+i*d.inc]
			acc += x - x
		}
	}
	return acc == 0
}

func classify1[T floatElem](u *Unary, n int, d, a vec[T]) Status {
	var st Status
	for i := range n {
		y := d.s[d.at+i*d.inc]
		if y-y != 0 {
			st |= u.check(float64(a.s[a.at+i*a.inc]), float64(y))
		}
	}
	return st
}

func classify2[T floatElem](u *Binary, n int, d, a, b vec[T]) Status {
	var st Status
	for i := range n {
		z := d.s[d.at+i*d.inc]
		if z-z != 0 {
			st |= u.check(float64(a.s[a.at+i*a.inc]), float64(b.s[b.at+i*b.inc]), float64(z))
		}
	}
	return st
}
