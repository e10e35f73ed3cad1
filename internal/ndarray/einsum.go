package ndarray

import (
	"slices"
	"strings"
)

// label names a dimension of an einsum operand: a letter, or a negative number for a dimension under the ellipsis.
type label int

// einsumTerm is an operand with a label for each of its dimensions, no label twice.
type einsumTerm struct {
	a      *Array
	labels []label
}

// Einsum evaluates an Einstein summation such as "ij,jk->ik". Operands are contracted from left to right, two at a
// time, by matrix products.
func Einsum(subscripts string, ops ...*Array) (*Array, error) {
	in, out, err := parseEinsum(subscripts, ops)
	if err != nil {
		return nil, err
	}
	sizes := map[label]int{}
	for k, t := range in {
		for d, l := range t.labels {
			n := t.a.shape[d]
			if m, ok := sizes[l]; !ok || m == 1 {
				sizes[l] = n
			} else if n != m && n != 1 {
				return nil, einsumMismatch(in, out, k)
			}
		}
	}
	terms := make([]einsumTerm, len(in))
	for k, t := range in {
		if terms[k], err = t.diagonal(); err != nil {
			return nil, err
		}
		if terms[k], err = terms[k].widen(sizes, k, len(in)); err != nil {
			return nil, err
		}
	}
	if len(terms) == 1 && len(out) == len(terms[0].labels) { // a transposed view
		return terms[0].arrange(out)
	}
	for len(terms) > 1 {
		keep := map[label]bool{}
		for _, l := range out {
			keep[l] = true
		}
		for _, t := range terms[2:] {
			for _, l := range t.labels {
				keep[l] = true
			}
		}
		c, err := contract(terms[0], terms[1], keep)
		if err != nil {
			return nil, err
		}
		terms = append([]einsumTerm{c}, terms[2:]...)
	}
	keep := map[label]bool{}
	for _, l := range out {
		keep[l] = true
	}
	t, err := terms[0].sumOut(keep)
	if err != nil {
		return nil, err
	}
	r, err := t.arrange(out)
	if err != nil {
		return nil, err
	}
	if len(ops) == 1 && r.SharesMemory(ops[0]) {
		return r.Copy()
	}
	return r.contiguous(r.dtype)
}

func parseEinsum(subscripts string, ops []*Array) (in []einsumTerm, out []label, err error) {
	left, right, explicit := strings.Cut(subscripts, "->")
	parts := strings.Split(left, ",")
	if len(parts) < len(ops) {
		return nil, nil, valueErr("fewer operands provided to einstein sum function than specified in the subscripts string")
	}
	if len(parts) > len(ops) {
		return nil, nil, valueErr("more operands provided to einstein sum function than specified in the subscripts string")
	}
	count := map[label]int{}
	broadcast := 0 // dimensions under the ellipsis
	for k, p := range parts {
		before, after, ellipsis, err := splitLabels(p)
		if err != nil {
			return nil, nil, err
		}
		extra := len(ops[k].shape) - len(before) - len(after)
		if extra < 0 {
			return nil, nil, valueErr("einstein sum subscripts string contains too many subscripts for operand %d", k)
		}
		if extra > 0 && !ellipsis {
			return nil, nil, valueErr("operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.")
		}
		labels := before
		for i := range extra {
			labels = append(labels, label(i-extra))
		}
		broadcast = max(broadcast, extra)
		labels = append(labels, after...)
		for _, l := range labels {
			count[l]++
		}
		in = append(in, einsumTerm{ops[k], labels})
	}
	under := make([]label, broadcast)
	for i := range under {
		under[i] = label(i - broadcast)
	}
	if !explicit { // letters that occur once, in alphabetical order
		for l, n := range count {
			if n == 1 && l >= 0 {
				out = append(out, l)
			}
		}
		slices.Sort(out)
		return in, append(under, out...), nil
	}
	before, after, ellipsis, err := splitLabels(right)
	if err != nil {
		return nil, nil, err
	}
	if broadcast > 0 && !ellipsis {
		return nil, nil, valueErr("output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.")
	}
	out = before
	if ellipsis {
		out = append(out, under...)
	}
	out = append(out, after...)
	seen := map[label]bool{}
	for _, l := range out {
		if l < 0 {
			continue
		}
		if seen[l] {
			return nil, nil, valueErr("einstein sum subscripts string includes output subscript '%c' multiple times", rune(l))
		}
		seen[l] = true
		if count[l] == 0 {
			return nil, nil, valueErr("einstein sum subscripts string included output subscript '%c' which never appeared in an input", rune(l))
		}
	}
	return in, out, nil
}

// splitLabels reads the subscripts of one operand.
func splitLabels(s string) (before, after []label, ellipsis bool, err error) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ':
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			if ellipsis {
				after = append(after, label(c))
			} else {
				before = append(before, label(c))
			}
		case c == '.' && !ellipsis && strings.HasPrefix(s[i:], "..."):
			ellipsis = true
			i += 2
		case c == '.':
			return nil, nil, false, valueErr("einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in an operand")
		default:
			return nil, nil, false, valueErr("invalid subscript '%c' in einstein sum subscripts string, subscripts must be letters", c)
		}
	}
	return before, after, ellipsis, nil
}

// einsumMismatch lists the shapes as NumPy's iterator sees them: output dimensions first, summed ones after.
func einsumMismatch(in []einsumTerm, out []label, _ int) error {
	order := slices.Clone(out)
	for _, t := range in {
		for _, l := range t.labels {
			if !slices.Contains(order, l) {
				order = append(order, l)
			}
		}
	}
	var b strings.Builder
	for _, t := range in {
		var dims []string
		for _, l := range order {
			if d := slices.Index(t.labels, l); d >= 0 {
				dims = append(dims, itoa(t.a.shape[d]))
			} else if dims != nil {
				dims = append(dims, "newaxis")
			}
		}
		b.WriteString(ShapeString(t.a.shape) + "->(" + strings.Join(dims, ",") + ") ")
	}
	return valueErr("operands could not be broadcast together with remapped shapes [original->remapped]: %s", b.String())
}

// diagonal merges dimensions with the same label.
func (t einsumTerm) diagonal() (einsumTerm, error) {
	var labels []label
	var shape, strides []int
	for d, l := range t.labels {
		if at := slices.Index(labels, l); at >= 0 {
			if n, m := t.a.shape[d], shape[at]; n != m {
				if n != 1 && m != 1 {
					return t, valueErr("dimensions in single operand for collapsing index '%c' don't match (%d != %d)", rune(l), m, n)
				}
				if m == 1 {
					shape[at], strides[at] = n, t.a.strides[d]
				}
				continue
			}
			strides[at] += t.a.strides[d]
			continue
		}
		labels, shape, strides = append(labels, l), append(shape, t.a.shape[d]), append(strides, t.a.strides[d])
	}
	return einsumTerm{t.a.view(shape, strides, t.a.offset), labels}, nil
}

// widen repeats dimensions of length one to the common length. Only needed when a label is shared.
func (t einsumTerm) widen(sizes map[label]int, _, _ int) (einsumTerm, error) {
	shape := slices.Clone(t.a.shape)
	for d, l := range t.labels {
		shape[d] = sizes[l]
	}
	if sameShape(shape, t.a.shape) {
		return t, nil
	}
	v, err := t.a.BroadcastTo(shape...)
	return einsumTerm{v, t.labels}, err
}

// sumOut adds up the dimensions whose labels are not kept.
func (t einsumTerm) sumOut(keep map[label]bool) (einsumTerm, error) {
	axes := []int{}
	var labels []label
	for d, l := range t.labels {
		if keep[l] {
			labels = append(labels, l)
		} else {
			axes = append(axes, d)
		}
	}
	if len(axes) == 0 {
		return t, nil
	}
	op := Add
	if t.a.dtype == Bool {
		op = LogicalOr
	}
	s, err := op.Reduce(t.a, ReduceOpts{Axes: axes})
	return einsumTerm{s, labels}, err
}

// arrange puts the dimensions in the given order.
func (t einsumTerm) arrange(order []label) (*Array, error) {
	if len(order) == 0 {
		return t.a, nil
	}
	perm := make([]int, len(order))
	for i, l := range order {
		perm[i] = slices.Index(t.labels, l)
	}
	return t.a.Transpose(perm...)
}

// contract multiplies two terms and sums over the labels that nobody needs any more.
func contract(x, y einsumTerm, keep map[label]bool) (einsumTerm, error) {
	has := func(t einsumTerm, l label) bool { return slices.Contains(t.labels, l) }
	keepX, keepY := map[label]bool{}, map[label]bool{}
	for _, l := range x.labels {
		keepX[l] = keep[l] || has(y, l)
	}
	for _, l := range y.labels {
		keepY[l] = keep[l] || has(x, l)
	}
	x, err := x.sumOut(keepX)
	if err != nil {
		return x, err
	}
	if y, err = y.sumOut(keepY); err != nil {
		return y, err
	}
	var batch, sum, freeX, freeY []label
	for _, l := range x.labels {
		switch {
		case !has(y, l):
			freeX = append(freeX, l)
		case keep[l]:
			batch = append(batch, l)
		default:
			sum = append(sum, l)
		}
	}
	for _, l := range y.labels {
		if !has(x, l) {
			freeY = append(freeY, l)
		}
	}
	labels := slices.Concat(batch, freeX, freeY)
	if len(sum) == 0 { // an outer product: broadcasting needs no copies
		px, err := x.spread(labels)
		if err != nil {
			return x, err
		}
		py, err := y.spread(labels)
		if err != nil {
			return x, err
		}
		p, _, err := Multiply.Call(px, py, nil)
		return einsumTerm{p, labels}, err
	}
	px, err := x.arrange(slices.Concat(batch, freeX, sum))
	if err != nil {
		return x, err
	}
	py, err := y.arrange(slices.Concat(batch, sum, freeY))
	if err != nil {
		return x, err
	}
	nb, nx, ns := len(batch), len(freeX), len(sum)
	shapeB, shapeX, shapeS, shapeY := px.shape[:nb], px.shape[nb:nb+nx], px.shape[nb+nx:], py.shape[nb+ns:]
	b, m, k, n := product(shapeB), product(shapeX), product(shapeS), product(shapeY)
	if px, err = px.Reshape(b, m, k); err != nil {
		return x, err
	}
	if py, err = py.Reshape(b, k, n); err != nil {
		return x, err
	}
	p, err := MatMul(px, py)
	if err != nil {
		return x, err
	}
	if p, err = p.Reshape(slices.Concat(shapeB, shapeX, shapeY)...); err != nil {
		return x, err
	}
	return einsumTerm{p, labels}, nil
}

// spread is the view with dimensions of length one for the labels that t lacks.
func (t einsumTerm) spread(order []label) (*Array, error) {
	shape, strides := make([]int, len(order)), make([]int, len(order))
	for i, l := range order {
		shape[i] = 1
		if d := slices.Index(t.labels, l); d >= 0 {
			shape[i], strides[i] = t.a.shape[d], t.a.strides[d]
		}
	}
	return t.a.view(shape, strides, t.a.offset), nil
}

func product(s []int) int {
	p := 1
	for _, n := range s {
		p *= n
	}
	return p
}
