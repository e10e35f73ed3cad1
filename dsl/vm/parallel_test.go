package vm_test

import (
	"os"
	"sync"
	"testing"
)

// TestSessionsAreIndependent runs the same program in several sessions at once; under the race detector it finds what
// they share.
func TestSessionsAreIndependent(t *testing.T) {
	var progs []string
	for _, name := range []string{"classes", "exceptions", "generators"} {
		src, err := os.ReadFile("../../testdata/lang/core/" + name + ".mg")
		if err != nil {
			t.Fatal(err)
		}
		progs = append(progs, string(src))
	}
	var wg sync.WaitGroup
	outs := make([]string, 4*len(progs))
	for i := range outs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			outs[i] = output(t, progs[i%len(progs)])
		}()
	}
	wg.Wait()
	for i := range outs {
		if outs[i] != outs[i%len(progs)] {
			t.Errorf("session %d printed something else", i)
		}
	}
}
