// Package parallel runs loops over blocks so that the result does not depend on the number of cores.
//
// The rule of the house: work is split into blocks whose number and borders follow from the size of the problem alone
// (Split), every block writes only to places of its own, and what must be summed over blocks is summed afterwards in
// block order by one goroutine. Which worker runs which block is left to chance; the bits of the result are not.
//
// A Pool keeps its workers between loops, so a loop of some tens of microseconds is still worth splitting and an
// iterative method allocates nothing per iteration. The nil *Pool is the serial one.
package parallel

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Blocks is a partition of the integers [0, N) into consecutive blocks of Size, the last one possibly shorter.
type Blocks struct {
	N, Size int
}

// Split partitions [0, n) into at most maxBlocks blocks of at least minSize items each (the last may be shorter). It
// looks at nothing but its arguments: callers pass constants, never a number of cores.
func Split(n, minSize, maxBlocks int) Blocks {
	if minSize < 1 {
		minSize = 1
	}
	if maxBlocks < 1 {
		maxBlocks = 1
	}
	size := (n + maxBlocks - 1) / maxBlocks
	return Blocks{N: n, Size: max(size, minSize)}
}

// Len is the number of blocks.
func (b Blocks) Len() int {
	if b.N <= 0 {
		return 0
	}
	return (b.N + b.Size - 1) / b.Size
}

// Range returns the half-open range of items in block k.
func (b Blocks) Range(k int) (lo, hi int) {
	lo = k * b.Size
	return lo, min(lo+b.Size, b.N)
}

// Workers resolves a requested number of workers: n itself when positive, else GOMAXPROCS.
func Workers(n int) int {
	if n > 0 {
		return n
	}
	return runtime.GOMAXPROCS(0)
}

// Pool is a fixed set of workers: the goroutine that calls Run and helpers that sleep between loops. Run must not be
// called from two goroutines at once, nor from inside a body. Close ends the helpers.
type Pool struct {
	workers int
	wake    []chan struct{} // one per helper
	done    sync.WaitGroup

	// the running loop
	ctx    context.Context
	blocks int
	body   func(worker, block int)
	next   atomic.Int64
	failed atomic.Pointer[Panic]
}

// Panic is what Run panics with in the calling goroutine when a body panicked, wherever that body ran.
type Panic struct {
	Value any
	Stack []byte // of the goroutine that panicked
}

// Error describes the panic with the stack of the goroutine in which it happened.
func (p *Panic) Error() string {
	return fmt.Sprintf("parallel: panic in a worker: %v\n%s", p.Value, p.Stack)
}

// Unwrap returns the value when it is an error.
func (p *Panic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// NewPool starts a pool of Workers(n) workers; with one worker no goroutine is started.
func NewPool(n int) *Pool {
	p := &Pool{workers: Workers(n)}
	for w := 1; w < p.workers; w++ {
		wake := make(chan struct{}, 1)
		p.wake = append(p.wake, wake)
		go p.help(w, wake)
	}
	return p
}

// Workers is the number of workers; body receives worker numbers below it.
func (p *Pool) Workers() int {
	if p == nil {
		return 1
	}
	return p.workers
}

// Close ends the helpers. The pool must not be used afterwards. Closing twice is harmless.
func (p *Pool) Close() {
	if p == nil {
		return
	}
	for _, wake := range p.wake {
		close(wake)
	}
	p.wake = nil
	p.workers = 1
}

// Run calls body once for every block in [0, blocks), spread over the workers, and waits for all of them. Before each
// block it looks at ctx; once ctx is done no further block starts and Run returns ctx.Err(). A body that may run for
// more than a few milliseconds should look at ctx itself and return early.
//
// Run allocates nothing, provided that body was made once and not per call.
func (p *Pool) Run(ctx context.Context, blocks int, body func(worker, block int)) error {
	if p == nil || len(p.wake) == 0 || blocks <= 1 {
		for k := range blocks {
			if err := ctx.Err(); err != nil {
				return err
			}
			body(0, k)
		}
		return ctx.Err()
	}
	p.ctx, p.blocks, p.body = ctx, blocks, body
	p.next.Store(0)
	p.failed.Store(nil)
	helpers := min(len(p.wake), blocks-1)
	p.done.Add(helpers)
	for _, wake := range p.wake[:helpers] {
		wake <- struct{}{}
	}
	p.work(0)
	p.done.Wait()
	p.ctx, p.body = nil, nil
	if failure := p.failed.Load(); failure != nil {
		panic(failure)
	}
	return ctx.Err()
}

func (p *Pool) help(worker int, wake chan struct{}) {
	for range wake {
		p.work(worker)
		p.done.Done()
	}
}

// work takes blocks until none is left. A panic is kept for Run: one in a helper would end the whole process.
func (p *Pool) work(worker int) {
	defer p.rescue()
	for p.ctx.Err() == nil {
		k := int(p.next.Add(1)) - 1
		if k >= p.blocks {
			return
		}
		p.body(worker, k)
	}
}

func (p *Pool) rescue() {
	if v := recover(); v != nil {
		p.next.Store(int64(p.blocks)) // nobody starts another block
		if failure, nested := v.(*Panic); nested {
			p.failed.CompareAndSwap(nil, failure)
			return
		}
		p.failed.CompareAndSwap(nil, &Panic{Value: v, Stack: debug.Stack()})
	}
}

// SumInOrder adds the rows of part (rows of length len(dst), one per block) into dst, overwriting it, in the order of
// the blocks.
func SumInOrder(dst, part []float64) {
	n := len(dst)
	if n == 0 {
		return
	}
	copy(dst, part[:n])
	for lo := n; lo+n <= len(part); lo += n {
		row := part[lo : lo+n]
		for j, v := range row {
			dst[j] += v
		}
	}
}
