package syntax

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"
)

// TestErrorCorpus measures how often errors agree with CPython's over many broken programs: SYNTAX_ERRORS names a
// file with lines [kind, source, error], where error is null or [class, message, line, column, end line, end column].
func TestErrorCorpus(t *testing.T) {
	path := os.Getenv("SYNTAX_ERRORS")
	if path == "" {
		t.Skip("SYNTAX_ERRORS names no file")
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	count := map[string]int{}
	examples := map[string][]string{}
	r := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := r.ReadBytes('\n')
		if err != nil {
			break
		}
		var rec struct{ kind, src string }
		var want []any
		parts := []any{&rec.kind, &rec.src, &want}
		if err := json.Unmarshal(line, &parts); err != nil {
			t.Fatal(err)
		}
		_, perr := Parse("<test>", rec.src)
		if rec.kind == "eval" {
			_, perr = ParseExpr("<test>", rec.src)
		}
		got := "ok"
		if e, ok := perr.(*Error); ok {
			if strings.Contains(e.Msg, "not supported") {
				count["refused"]++
				continue
			}
			got = fmt.Sprint(e.Kind, ": ", e.Msg, " ", e.Pos, e.End)
		}
		exp := "ok"
		if want != nil {
			n := func(i int) int32 { return int32(want[i].(float64)) }
			exp = fmt.Sprint(want[0], ": ", want[1], " ", Pos{n(2), n(3)}, Pos{n(4), n(5)})
			if e, ok := perr.(*Error); ok && got != exp && e.End.Line > e.Pos.Line {
				// CPython's parser cuts the end column to the length of the first line.
				e.End.Col = min(e.End.Col, runeCount(e.Text))
				got = fmt.Sprint(e.Kind, ": ", e.Msg, " ", e.Pos, e.End)
			}
		}
		class := "equal"
		switch {
		case got == exp:
		case got == "ok":
			class = "accepted"
		case exp == "ok":
			class = "refused wrongly"
		case got[:strings.Index(got, "{")] == exp[:strings.Index(exp, "{")]:
			class = "place"
		default:
			class = "message"
		}
		count[class]++
		if class != "equal" {
			key := class
			examples[key] = append(examples[key], fmt.Sprintf("%s %q\n    got  %s\n    want %s", rec.kind, rec.src, got, exp))
		}
	}
	var keys []string
	for k := range count {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		t.Logf("%-16s %d", k, count[k])
	}
	if out := os.Getenv("SYNTAX_ERRORS_OUT"); out != "" {
		var b strings.Builder
		for _, k := range keys {
			for _, e := range examples[k] {
				fmt.Fprintf(&b, "[%s] %s\n", k, e)
			}
		}
		os.WriteFile(out, []byte(b.String()), 0o644)
	}
}
