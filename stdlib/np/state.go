package np

import (
	"fmt"
	"math/big"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// state is what one session keeps.
type state struct {
	print ndarray.PrintOptions
	// err holds, for divide, over, under and invalid: "warn", "ignore", "raise", "print".
	err map[string]string
	// warned are the places and texts that have been reported.
	warned map[string]bool
	// seeds are those that were drawn from the operating system.
	seeds []*big.Int
}

func stateOf(t *runtime.Thread) *state {
	return t.State("numpy", func() any {
		return &state{
			print:  ndarray.DefaultPrint(),
			err:    map[string]string{"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"},
			warned: map[string]bool{},
		}
	}).(*state)
}

var statusKeys = [...]struct {
	bit ndarray.Status
	key string
}{{ndarray.DivideByZero, "divide"}, {ndarray.Overflow, "over"}, {ndarray.Invalid, "invalid"}}

// report carries out numpy.seterr for the floating-point exceptions of the function called name.
func report(t *runtime.Thread, st ndarray.Status, name string) error {
	if st == 0 {
		return nil
	}
	s := stateOf(t)
	for _, k := range statusKeys {
		if st&k.bit == 0 {
			continue
		}
		text := k.bit.Texts(name)[0]
		switch s.err[k.key] {
		case "raise":
			return runtime.Errorf(py.FloatingPointError, "%s", text)
		case "warn":
			warn(t, text)
		case "print":
			fmt.Fprintln(t.Stdout, "Warning: "+text)
		}
	}
	return nil
}

// warn writes a RuntimeWarning to standard error, once for each place in the program.
func warn(t *runtime.Thread, text string) { warnClass(t, "RuntimeWarning", text) }

// warnClass is warn for another class of warning.
func warnClass(t *runtime.Thread, class, text string) {
	place := "<monge>:1"
	if t.Machine != nil {
		if f := t.Machine.Top(); f != nil {
			_, _, file, span := f.Where()
			place = fmt.Sprintf("%s:%d", file, span.Line)
		}
	}
	s := stateOf(t)
	if key := place + text; !s.warned[key] {
		s.warned[key] = true
		if t.Stderr != nil {
			fmt.Fprintf(t.Stderr, "%s: %s: %s\n", place, class, text)
		}
	}
}

// interruptible runs work that may take long beside the thread, so that an interrupt is answered at once; the
// abandoned work ends by itself. Small work runs in place.
func interruptible(t *runtime.Thread, size int, work func() (*ndarray.Array, error)) (*ndarray.Array, error) {
	const small = 1 << 15
	if size < small {
		return work()
	}
	type result struct {
		a   *ndarray.Array
		err error
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- result{nil, runtime.Errorf(py.SystemError, "internal error: %v", r)}
			}
		}()
		a, err := work()
		done <- result{a, err}
	}()
	select {
	case r := <-done:
		return r.a, r.err
	case <-t.Context().Done():
		if err := t.Tick(); err != nil {
			return nil, err
		}
		return nil, runtime.NewException(py.KeyboardInterrupt)
	}
}
