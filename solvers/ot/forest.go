package ot

// forest preconditions the linear system of the pair (df, −dg),
//
//	[ D1  −S  ]
//	[ −Sᵀ  D2 ],
//
// by its restriction to a maximum-weight spanning forest of the bipartite graph that S is the weights of. Such a matrix
// is factorised without fill by eliminating leaves first. As the regularisation vanishes, the plan tends to a basic
// solution of the linear programme, whose support is a forest, and the preconditioner becomes exact where diagonal
// scaling fails (Vaidya 1990 has the idea for Laplacians). Vertices 0..n-1 are rows, n..n+m-1 columns.
type forest struct {
	order   []int32 // vertices, parents before children
	parent  []int32 // -1 for roots
	weight  []float64
	diag    []float64 // after elimination
	comp    []int32
	best    []edge
	head    []int32 // adjacency of the forest as linked lists
	next    []int32
	to      []int32
	strands []float64
}

// edge is a candidate of Borůvka's algorithm. Ties are broken by the position, so that the forest is unique.
type edge struct {
	w      float64
	i, j   int32
	at     int
	exists bool
}

func (e *edge) improve(w float64, i, j int32, at int) {
	if !e.exists || w > e.w || w == e.w && at < e.at {
		*e = edge{w, i, j, at, true}
	}
}

// fewPerRow is the number of kept entries per row below which the plan is so near to a forest that the preconditioner
// leaves the other entries out of the diagonal too.
const fewPerRow = 5

// leastSlack is the least slack of a vertex, relative to its diagonal.
const leastSlack = 1e-15

func grow[T any](v []T, n int) []T {
	if cap(v) < n {
		return make([]T, n)
	}
	return v[:n]
}

// build makes the forest of s and factorises the matrix with the given diagonal.
func (f *forest) build(s *support, d1, d2 []float64) {
	n, total := s.n, s.n+s.m
	f.order, f.parent, f.weight, f.diag = grow(f.order, total), grow(f.parent, total), grow(f.weight, total), grow(f.diag, total)
	f.comp, f.best, f.head = grow(f.comp, total), grow(f.best, total), grow(f.head, total)
	f.next, f.to, f.strands = grow(f.next, 2*total), grow(f.to, 2*total), grow(f.strands, 2*total)
	for v := range total {
		f.comp[v], f.head[v] = int32(v), -1
	}
	links := int32(0)
	link := func(u, v int32, w float64) {
		f.to[links], f.strands[links], f.next[links] = v, w, f.head[u]
		f.head[u] = links
		links++
	}
	for joined := true; joined; {
		joined = false
		clear(f.best)
		at := 0
		for i := range n {
			idx, val := s.entries(i)
			ci := f.find(int32(i))
			for k, j := range idx {
				v := int32(n) + j
				if cj := f.find(v); cj != ci {
					w := val[k] * s.scale[j]
					f.best[ci].improve(w, int32(i), v, at)
					f.best[cj].improve(w, int32(i), v, at)
				}
				at++
			}
		}
		for c := range f.best {
			e := f.best[c]
			if !e.exists {
				continue
			}
			if ci, cj := f.find(e.i), f.find(e.j); ci != cj {
				f.comp[max(ci, cj)] = min(ci, cj)
				link(e.i, e.j, e.w)
				link(e.j, e.i, e.w)
				joined = true
			}
		}
	}
	f.slacks(s, d1, d2)
	f.factorise()
}

func (f *forest) find(v int32) int32 {
	for f.comp[v] != v {
		f.comp[v] = f.comp[f.comp[v]]
		v = f.comp[v]
	}
	return v
}

// slacks fills diag with what the diagonal holds beyond the sum of the edges at a vertex. Elimination in terms of this
// slack adds and multiplies positive numbers only, so clusters that hang together by almost nothing do no harm.
func (f *forest) slacks(s *support, d1, d2 []float64) {
	copy(f.diag, d1)
	copy(f.diag[s.n:], d2)
	if s.kept < fewPerRow*s.n {
		for i := range s.n {
			idx, val := s.entries(i)
			for k, j := range idx {
				f.diag[s.n+int(j)] -= val[k] * s.scale[j]
			}
			f.diag[i] = s.rest[i] + (d1[i] - s.r[i])
		}
	} else {
		for v := range f.diag {
			for e := f.head[v]; e >= 0; e = f.next[e] {
				f.diag[v] -= f.strands[e]
			}
		}
	}
	for i, d := range d1 {
		f.diag[i] = max(f.diag[i], leastSlack*d)
	}
	for j, d := range d2 {
		f.diag[s.n+j] = max(f.diag[s.n+j], leastSlack*d)
	}
}

// factorise orders the vertices by breadth-first searches and eliminates them from the leaves.
func (f *forest) factorise() {
	total := len(f.diag)
	for v := range total {
		f.parent[v] = -2
	}
	count := 0
	for root := range total {
		if f.parent[root] != -2 {
			continue
		}
		f.parent[root], f.weight[root] = -1, 0
		f.order[count] = int32(root)
		count++
		for at := count - 1; at < count; at++ {
			u := f.order[at]
			for e := f.head[u]; e >= 0; e = f.next[e] {
				if v := f.to[e]; f.parent[v] == -2 {
					f.parent[v], f.weight[v] = u, f.strands[e]
					f.order[count] = v
					count++
				}
			}
		}
	}
	for k := total - 1; k >= 0; k-- {
		v := f.order[k]
		slack, w := f.diag[v], f.weight[v]
		f.diag[v] = slack + w // what elimination of the vertices below leaves on the diagonal
		if p := f.parent[v]; p >= 0 {
			f.diag[p] += w * slack / (w + slack)
		}
	}
}

// solve sets z to the solution for the right-hand side r.
func (f *forest) solve(z, r []float64) {
	copy(z, r)
	for k := len(f.order) - 1; k >= 0; k-- {
		v := f.order[k]
		if p := f.parent[v]; p >= 0 {
			z[p] += f.weight[v] / f.diag[v] * z[v]
		}
	}
	for _, v := range f.order {
		if p := f.parent[v]; p >= 0 {
			z[v] = (z[v] + f.weight[v]*z[p]) / f.diag[v]
		} else {
			z[v] /= f.diag[v]
		}
	}
}
