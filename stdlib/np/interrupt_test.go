package np_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"monge/dsl"
)

// TestLongWorkIsInterruptible: an interrupt during a long product is answered at once, and the session goes on.
func TestLongWorkIsInterruptible(t *testing.T) {
	s := dsl.NewSession()
	run(s, "import numpy as np\nA = np.ones((2500, 2500))")
	for _, code := range []string{"A @ A", "np.linalg.svd(A[:900, :900])", "np.einsum('ij,jk->ik', A, A)", "np.vectorize(lambda x: x + 1)(A)", "for x in range(10 ** 9):\n    A[:500] + 1"} {
		var sink recorder
		done := make(chan dsl.Result, 1)
		go func() {
			done <- s.Execute(context.Background(), code, &sink, dsl.ExecOptions{Filename: "<test>"})
		}()
		time.Sleep(150 * time.Millisecond)
		start := time.Now()
		s.Interrupt()
		select {
		case res := <-done:
			if res.Err == nil || !strings.Contains(res.Err.Error(), "KeyboardInterrupt") {
				t.Errorf("%s: %v", code, res.Err)
			}
			if d := time.Since(start); d > time.Second {
				t.Errorf("%s: answered after %v", code, d)
			}
		case <-time.After(30 * time.Second):
			t.Fatalf("%s: no answer to the interrupt", code)
		}
		if got := run(s, "1 + 1"); got != "2" {
			t.Fatalf("after %s: %s", code, got)
		}
	}
}
