package dsl_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"monge/dsl"
)

// expressions are evaluated in batches: each goes through eval in the language, so that one session answers for many.
const batch = `
def __outcome(source):
    try:
        return repr(eval(source, {"__name__": "__main__"}))
    except Exception as e:
        return f"!{type(e).__name__}: {e}"
`

// callShape matches messages about how a builtin was called: how many arguments, of which types. CPython words them
// differently from function to function, so only the class of the exception is compared, unless EXPRESSIONS_STRICT is
// set.
var callShape = regexp.MustCompile(`^!TypeError: .*(argument|takes|expected|indices|interpreted|iterable|has no len|pow\(\))`)

// sameOutcome compares two outcomes.
func sameOutcome(got, want string) bool {
	if got == want {
		return true
	}
	return os.Getenv("EXPRESSIONS_STRICT") == "" && callShape.MatchString(want) && strings.HasPrefix(got, "!TypeError: ")
}

// TestExpressions: random expressions have the value, or the error with the message, that they have in CPython 3.12.
// testdata/lang/gen_expressions.py makes them. EXPRESSIONS names another file to run instead.
func TestExpressions(t *testing.T) {
	path := filepath.Join(langDir, "expressions.json")
	if p := os.Getenv("EXPRESSIONS"); p != "" {
		path = p
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := dsl.NewSession()
	var w streams
	if res := s.Execute(context.Background(), batch, &w, dsl.ExecOptions{Filename: "batch"}); res.Err != nil {
		t.Fatal(res.Err)
	}
	total, wrong := 0, []string{}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var rec [2]string
		if err := json.Unmarshal(sc.Bytes(), &rec); err != nil {
			t.Fatal(err)
		}
		total++
		lit, _ := json.Marshal(rec[0])
		w.out.Reset()
		res := s.Execute(context.Background(), fmt.Sprintf("print(__outcome(%s))", pythonLiteral(string(lit))), &w, dsl.ExecOptions{Filename: "x"})
		got := strings.TrimSuffix(w.out.String(), "\n")
		if res.Err != nil {
			got = "cell failed: " + res.Err.Error()
		}
		if !sameOutcome(got, rec[1]) {
			wrong = append(wrong, fmt.Sprintf("%s\n got  %s\n want %s", rec[0], got, rec[1]))
		}
	}
	if len(wrong) > 0 {
		sort.Strings(wrong)
		if out := os.Getenv("EXPRESSIONS_OUT"); out != "" {
			os.WriteFile(out, []byte(strings.Join(wrong, "\n")+"\n"), 0o644)
		}
		t.Errorf("%d of %d differ; the first:\n%s", len(wrong), total, strings.Join(wrong[:min(len(wrong), 15)], "\n"))
	}
}

// pythonLiteral turns a JSON string into a literal of the language: only the escapes of characters outside the basic
// plane are written differently.
func pythonLiteral(s string) string {
	var b strings.Builder
	for _, c := range s {
		if c > 0xFFFF {
			fmt.Fprintf(&b, "\\U%08x", c)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}
