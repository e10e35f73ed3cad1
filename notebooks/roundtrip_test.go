package notebooks

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestFilesOfNbformatAreWrittenBackByteForByte(t *testing.T) {
	files, err := filepath.Glob("../testdata/notebooks/*.ipynb")
	if err != nil || len(files) < 5 {
		t.Fatalf("reference notebooks are missing: %v, %v", files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			nb, err := Read(want)
			if err != nil {
				t.Fatal(err)
			}
			got := nb.Bytes()
			if !bytes.Equal(got, want) {
				t.Errorf("written back differently at byte %d:\n%s", firstDifference(got, want), got)
			}
		})
	}
}

func firstDifference(a, b []byte) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}
