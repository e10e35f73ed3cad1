package ot

// Workspace holds the buffers of a solve, so that a sequence of solves of similar size allocates them once. The zero
// value is ready. A Workspace serves one solve at a time; results do not refer to it.
type Workspace struct {
	floats  [][]float64
	used    int
	kernel  kernelStore
	support supportStore
	forest  forest
	history []Record
}

// reset makes all buffers available again.
func (w *Workspace) reset() { w.used = 0 }

// take returns a zeroed buffer of n numbers that stays valid until reset.
func (w *Workspace) take(n int) []float64 {
	if w.used < len(w.floats) && cap(w.floats[w.used]) >= n {
		buf := w.floats[w.used][:n]
		w.used++
		clear(buf)
		return buf
	}
	buf := make([]float64, n)
	if w.used < len(w.floats) {
		w.floats[w.used] = buf
	} else {
		w.floats = append(w.floats, buf)
	}
	w.used++
	return buf
}

// takeRows returns one zeroed buffer of m numbers for each of k workers.
func (w *Workspace) takeRows(k, m int) [][]float64 {
	rows := make([][]float64, k)
	for i := range rows {
		rows[i] = w.take(m)
	}
	return rows
}
