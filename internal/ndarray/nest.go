package ndarray

// vec is a strided run of elements, the argument of every inner loop.
type vec[T any] struct {
	s       []T
	at, inc int
}

// run is the n elements of a contiguous vec.
func (v vec[T]) run(n int) []T { return v.s[v.at : v.at+n : v.at+n] }

const maxOps = 4

// nest is a nest of loops over operands that share a shape after broadcasting. Dimensions are reordered so that the
// innermost one has the smallest strides, and merged where the memory allows, so that contiguous operands of any rank
// become one long run.
type nest struct {
	nop     int
	shape   []int
	strides [maxOps][]int
	at      [maxOps]int // offsets of the current run
	inner   [maxOps]int // strides of the innermost dimension
	n       int         // its length
	buf     [40]int
}

// init prepares a nest over shape. Operands are aligned to the right; dimensions of length one repeat. Reordering
// keeps the result the same only when the loops are independent of order; fixed asks for row-major order.
func (l *nest) init(shape []int, fixed bool, ops ...*Array) {
	nd := len(shape)
	l.nop = len(ops)
	mem := l.buf[:0]
	if need := nd * (1 + len(ops)); need > len(l.buf) {
		mem = make([]int, 0, need)
	}
	l.shape = append(mem, shape...)
	mem = l.shape[nd:nd:cap(l.shape)]
	l.shape = l.shape[:nd:nd]
	for k, a := range ops {
		st := mem[:nd:nd]
		mem = mem[nd:nd:cap(mem)]
		lead := nd - len(a.shape)
		for i := range st {
			st[i] = 0
			if j := i - lead; j >= 0 && a.shape[j] != 1 {
				st[i] = a.strides[j]
			}
		}
		l.strides[k] = st
		l.at[k] = a.offset
	}
	l.dropUnit()
	if !fixed {
		l.flip()
		l.sort()
	}
	l.merge()
	l.finish()
}

// dropUnit removes dimensions of length one.
func (l *nest) dropUnit() {
	w := 0
	for i, n := range l.shape {
		if n != 1 {
			l.move(w, i)
			w++
		}
	}
	l.shape = l.shape[:w]
}

func (l *nest) move(to, from int) {
	l.shape[to] = l.shape[from]
	for k := range l.nop {
		l.strides[k][to] = l.strides[k][from]
	}
}

// flip turns dimensions that all operands walk backwards.
func (l *nest) flip() {
	for i, n := range l.shape {
		neg, pos := false, false
		for k := range l.nop {
			neg = neg || l.strides[k][i] < 0
			pos = pos || l.strides[k][i] > 0
		}
		if neg && !pos {
			for k := range l.nop {
				l.at[k] += l.strides[k][i] * (n - 1)
				l.strides[k][i] = -l.strides[k][i]
			}
		}
	}
}

// sort orders the dimensions by falling stride; ties and contradictions keep their order.
func (l *nest) sort() {
	for i := 1; i < len(l.shape); i++ {
		for j := i; j > 0 && l.shouldSwap(j-1, j); j-- {
			l.shape[j-1], l.shape[j] = l.shape[j], l.shape[j-1]
			for k := range l.nop {
				s := l.strides[k]
				s[j-1], s[j] = s[j], s[j-1]
			}
		}
	}
}

func (l *nest) shouldSwap(outer, inner int) bool {
	swap := false
	for k := range l.nop {
		so, si := abs(l.strides[k][outer]), abs(l.strides[k][inner])
		if so != 0 && si != 0 {
			if so >= si {
				return false
			}
			swap = true
		}
	}
	return swap
}

// merge joins neighbouring dimensions that are one run for every operand.
func (l *nest) merge() {
	if len(l.shape) < 2 {
		return
	}
	w := 0
	for i := 1; i < len(l.shape); i++ {
		ok := true
		for k := range l.nop {
			ok = ok && l.strides[k][w] == l.strides[k][i]*l.shape[i]
		}
		if ok {
			l.shape[w] *= l.shape[i]
			for k := range l.nop {
				l.strides[k][w] = l.strides[k][i]
			}
		} else {
			w++
			l.move(w, i)
		}
	}
	l.shape = l.shape[:w+1]
}

func (l *nest) finish() {
	l.n = 1
	if d := len(l.shape); d > 0 {
		l.n = l.shape[d-1]
		for k := range l.nop {
			l.inner[k] = l.strides[k][d-1]
		}
		l.shape = l.shape[:d-1]
	}
}

// run calls f once for every innermost run; l.at, l.inner and l.n describe it. f returns false to stop.
func (l *nest) run(f func() bool) {
	total := l.n
	for _, n := range l.shape {
		total *= n
	}
	if total == 0 {
		return
	}
	if len(l.shape) == 0 {
		f()
		return
	}
	var small [16]int
	idx := small[:0]
	if len(l.shape) > len(small) {
		idx = make([]int, 0, len(l.shape))
	}
	idx = idx[:len(l.shape)]
	for i := range idx {
		idx[i] = 0
	}
	for {
		if !f() {
			return
		}
		d := len(idx) - 1
		for ; d >= 0; d-- {
			idx[d]++
			if idx[d] < l.shape[d] {
				for k := range l.nop {
					l.at[k] += l.strides[k][d]
				}
				break
			}
			idx[d] = 0
			for k := range l.nop {
				l.at[k] -= l.strides[k][d] * (l.shape[d] - 1)
			}
		}
		if d < 0 {
			return
		}
	}
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}
