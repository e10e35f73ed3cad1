package np_test

import (
	"context"
	"strings"
	"testing"

	"monge/dsl"
	"monge/dsl/display"
)

func value(t *testing.T, code string) display.Bundle {
	t.Helper()
	var sink recorder
	res := dsl.NewSession().Execute(context.Background(), "import numpy as np\n"+code, &sink, dsl.ExecOptions{Filename: "<test>"})
	if res.Err != nil || res.Value == nil {
		t.Fatalf("%s: %v", code, res.Err)
	}
	return *res.Value
}

func TestMatricesShowAsTables(t *testing.T) {
	b := value(t, "np.arange(6).reshape(2, 3)")
	html, _ := b.Data["text/html"].(string)
	if strings.Count(html, "<tr>") != 2 || strings.Count(html, "<td ") != 6 || !strings.Contains(html, "int64 array, shape (2, 3)") {
		t.Errorf("html %s", html)
	}
	if b.Plain() != "array([[0, 1, 2],\n       [3, 4, 5]])" {
		t.Errorf("text %q", b.Plain())
	}
	big, _ := value(t, "np.ones((500, 300))").Data["text/html"].(string)
	if n := strings.Count(big, `<td style="text-align:right`); n != 400 || !strings.Contains(big, "⋮") || !strings.Contains(big, "⋯") || len(big) > 100000 {
		t.Errorf("a large matrix shows %d cells in %d bytes", n, len(big))
	}
	for _, code := range []string{"np.arange(3)", "np.zeros((2, 2, 2))", "np.zeros((0, 3))", "np.float64(1)"} {
		if _, ok := value(t, code).Data["text/html"]; ok {
			t.Errorf("%s has HTML", code)
		}
	}
}

func TestShownValuesFollowThePrintOptions(t *testing.T) {
	b := value(t, "np.set_printoptions(precision=2)\nnp.array([1 / 3])")
	if b.Plain() != "array([0.33])" {
		t.Errorf("text %q", b.Plain())
	}
}
