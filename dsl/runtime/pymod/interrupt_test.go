package pymod_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
	"monge/dsl/syntax"
	"monge/dsl/vm"
)

// TestLongOperationsCanBeInterrupted interrupts operations that would run for minutes or for ever in Go code.
func TestLongOperationsCanBeInterrupted(t *testing.T) {
	for _, src := range []string{
		"sum(range(10**13))",
		"max(range(10**13))",
		"any(x < 0 for x in range(10**13))",
		"1.5 in range(10**13)",
		"list(itertools.count())",
		"set(itertools.count())",
		"collections.deque(itertools.count(), maxlen=5)",
		"collections.Counter(itertools.repeat(1))",
		"dict(zip(itertools.count(), itertools.count()))",
		"''.join(itertools.repeat('a'))",
		"list(map(abs, itertools.count()))",
		"list(filter(lambda x: x < 0, itertools.count()))",
		"list(itertools.filterfalse(None, itertools.count(1)))",
		"functools.reduce(operator.add, itertools.count())",
		"next(itertools.dropwhile(lambda x: True, itertools.count()))",
		"for x in itertools.product(range(100), repeat=9): pass",
		"while True: sorted(range(10**6), key=lambda x: x % 1000)",
		"while True: sorted(map(str, range(2 * 10**5)))",
		"3 ** (10 ** 8)",
		"(3 ** (10 ** 6)) ** 200",
		"pow(3, 7 ** 100000, 11 ** 30000)",
		"math.factorial(10 ** 7)",
		"math.comb(10 ** 6, 5 * 10 ** 5)",
		"sys.set_int_max_str_digits(0); str(3 ** (10 ** 7))",
		"sys.set_int_max_str_digits(0); int('7' * 10 ** 7)",
		"time.sleep(1000)",
		"math.fsum(itertools.repeat(0.1))",
		"x, *y = itertools.count()",
		"print(*itertools.count())",
		"while True: json.dumps([list(range(1000))] * 10**3)",
		"itertools.count() == 5 or [].extend(itertools.count())",
		"a = [0]; a[1:] = itertools.count()",
		"math.nextafter(0.0, 1.0, steps=10**18)",
		"min(itertools.count(), key=lambda x: 0)",
		"list(itertools.islice(itertools.count(), 10**15, None))",
		"while True: random.sample(range(10**9), 10**5)",
		"while True: copy.deepcopy([list(range(100)) for _ in range(10**4)])",
		"('ab' * 10**6).translate({97: 'x' * 10**5})",
	} {
		t.Run(src, func(t *testing.T) {
			var out bytes.Buffer
			th := newThread(&out)
			th.MemoryLimit = 1 << 29
			f, err := syntax.Parse("cell", "import itertools, collections, functools, operator, math, sys, time, json, random, copy\n"+src+"\n")
			if err != nil {
				t.Fatal(err)
			}
			code, err := compile.Module(f)
			if err != nil {
				t.Fatal(err)
			}
			globals := runtime.NewDict()
			globals.SetStr("__name__", py.String("__main__"))
			done := make(chan error, 1)
			go func() {
				_, err := vm.Run(th, code, globals)
				done <- err
			}()
			select {
			case err = <-done:
				if !runtime.IsException(err, py.MemoryError) && !runtime.IsException(err, py.OverflowError) {
					t.Fatalf("ended by itself: %v", err)
				}
				return
			case <-time.After(100 * time.Millisecond):
			}
			start := time.Now()
			th.Interrupt()
			select {
			case err = <-done:
			case <-time.After(20 * time.Second):
				t.Fatal("cannot be interrupted")
			}
			if !runtime.IsException(err, py.KeyboardInterrupt) {
				t.Errorf("ended with %v", err)
			}
			// A loaded machine needs its time; alone, the wait is below 100 ms.
			if d := time.Since(start); d > 3*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}
