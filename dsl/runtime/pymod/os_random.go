package pymod

import (
	"crypto/rand"
	goruntime "runtime"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

func randomBytes(n int) (object, error) {
	b := make([]byte, n)
	if _, err := rand.Read(b); err != nil {
		return nil, runtime.AsException(err)
	}
	return py.Bytes(b), nil
}

func cpuCount() int { return goruntime.NumCPU() }
