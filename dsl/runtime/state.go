package runtime

import (
	"math/big"
	"time"

	"github.com/go-python/gpython/py"
)

// valueState is what the built-in types keep per thread.
type valueState struct {
	// maxStrDigits is sys.set_int_max_str_digits: 0 means the default, negative means no limit.
	maxStrDigits int
	// reprs are the containers whose repr is under way, innermost last.
	reprs []py.Object
	// grow are the buffers of strings under concatenation, growNext the one to be replaced next.
	grow     [growSlots]growBuffer
	growNext int
	// extra holds per-thread state of modules by name.
	extra map[string]any
}

// DefaultMaxStrDigits is CPython's limit on decimal conversion of big integers.
const DefaultMaxStrDigits = 4300

// MaxStrDigits is the largest number of digits that int and str convert, 0 for no limit.
func (t *Thread) MaxStrDigits() int {
	if t == nil || t.values.maxStrDigits == 0 {
		return DefaultMaxStrDigits
	}
	if t.values.maxStrDigits < 0 {
		return 0
	}
	return t.values.maxStrDigits
}

// SetMaxStrDigits sets the limit; 0 lifts it.
func (t *Thread) SetMaxStrDigits(n int) {
	if n == 0 {
		n = -1
	}
	t.values.maxStrDigits = n
}

// State returns the per-thread value under a key, made by create at first use. Modules keep theirs here.
func (t *Thread) State(key string, create func() any) any {
	if v, ok := t.values.extra[key]; ok {
		return v
	}
	if t.values.extra == nil {
		t.values.extra = map[string]any{}
	}
	v := create()
	t.values.extra[key] = v
	return v
}

// Alloc asks leave to allocate about n bytes at once. It returns MemoryError when that is over the limit.
func (t *Thread) Alloc(n int64) error {
	limit := int64(0)
	if t != nil {
		limit = t.MemoryLimit
	}
	if limit <= 0 {
		limit = defaultMemoryLimit()
	}
	if n < 0 || n > limit {
		return NewException(py.MemoryError)
	}
	return nil
}

// repeatAlloc checks the size of count copies of n elements of size bytes, without overflowing.
func (t *Thread) repeatAlloc(n, count int64, size int64) error {
	if n <= 0 || count <= 0 {
		return nil
	}
	if count > (1<<62)/size/n {
		return NewException(py.MemoryError)
	}
	return t.Alloc(n * count * size)
}

// enterFor is Enter whose error says what was under way.
func (t *Thread) enterFor(what string) error {
	err := t.Enter()
	if e, ok := err.(*Exception); ok && len(e.Args) == 1 {
		e.Args[0] = py.String("maximum recursion depth exceeded" + what)
	}
	return err
}

// ticks calls Tick once in a thousand steps of a long loop.
type ticks struct{ n int }

func (k *ticks) step(t *Thread) error {
	if k.n++; k.n&1023 == 0 && t != nil {
		return t.Tick()
	}
	return nil
}

// longBig runs big-integer work that may take long in a goroutine, so that an interrupt ends the wait at once. The
// work reads only values that never change, hence it may be left to finish unseen.
func longBig(t *Thread, work func() *big.Int) (*big.Int, error) {
	if t == nil {
		return work(), nil
	}
	done := make(chan *big.Int, 1)
	go func() { done <- work() }()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case z := <-done:
			return z, nil
		case <-tick.C:
			if err := t.Tick(); err != nil {
				return nil, err
			}
		}
	}
}
