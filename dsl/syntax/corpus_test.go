package syntax

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestCorpus compares trees with those of CPython over a large body of programs that is not part of the repository:
// the file named by SYNTAX_CORPUS holds lines [name, source, dump]. testdata/lang/gen_syntax.py --corpus writes it.
func TestCorpus(t *testing.T) {
	path := os.Getenv("SYNTAX_CORPUS")
	if path == "" {
		t.Skip("SYNTAX_CORPUS names no file")
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var total, same, refused, different, failed int
	r := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := r.ReadBytes('\n')
		if err != nil {
			break
		}
		var rec [3]string
		if err := json.Unmarshal(line, &rec); err != nil {
			t.Fatal(err)
		}
		name, src, want := rec[0], rec[1], rec[2]
		total++
		file, err := Parse(name, src)
		switch {
		case err != nil && (strings.HasPrefix(want, "unsupported") || strings.HasPrefix(want, "error")):
			refused++
		case err != nil:
			failed++
			t.Errorf("%s: %v", name, err)
		default:
			got := Dump(file)
			if got == want {
				same++
				continue
			}
			different++
			i := 0
			for i < len(got) && i < len(want) && got[i] == want[i] {
				i++
			}
			lo := max(0, i-150)
			t.Errorf("%s: trees differ:\ngot  ...%.250s\nwant ...%.250s", name, got[min(lo, len(got)):], want[min(lo, len(want)):])
		}
	}
	t.Logf("%d programs: %d with equal trees, %d refused as in CPython or for what is not supported, %d different, %d failed", total, same, refused, different, failed)
}
