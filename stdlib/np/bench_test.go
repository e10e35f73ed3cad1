package np_test

import (
	"context"
	"testing"

	"monge/dsl"
	"monge/dsl/runtime"
	"monge/stdlib/np"
)

// BenchmarkImport is the cost of building the module, paid once by a session that mentions np.
func BenchmarkImport(b *testing.B) {
	t := &runtime.Thread{}
	for b.Loop() {
		if _, err := np.Module(t); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStatement is the cost of one small-array operation in the language, loop included.
func BenchmarkStatement(b *testing.B) {
	for _, c := range []struct{ name, setup, body string }{
		{"add", "a = np.arange(10.0)", "b = a + a"},
		{"mul scalar", "a = np.arange(10.0)", "b = a * 2.0"},
		{"sum", "a = np.arange(10.0)", "b = a.sum()"},
		{"item", "a = np.arange(10.0)", "b = a[3]"},
		{"set item", "a = np.arange(10.0)", "a[3] = 1.5"},
		{"slice", "a = np.arange(10.0)", "b = a[2:5]"},
		{"sqrt", "a = np.arange(10.0)", "b = np.sqrt(a)"},
		{"dot", "a = np.arange(10.0)", "b = a @ a"},
		{"scalar add", "a = np.float64(1.5)", "b = a + 1.0"},
		{"zeros", "", "b = np.zeros(10)"},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := dsl.NewSession()
			run(s, "import numpy as np\n"+c.setup+"\ndef f(n):\n    global a\n    for i in range(n):\n        "+c.body)
			b.ResetTimer()
			var sink recorder
			s.Execute(context.Background(), "f("+itoa(b.N)+")", &sink, dsl.ExecOptions{Filename: "<bench>"})
		})
	}
}

func itoa(n int) string {
	if n == 0 {
		return "0"
	}
	s := ""
	for ; n > 0; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	return s
}
