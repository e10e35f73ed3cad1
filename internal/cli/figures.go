package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"monge/dsl/display"
)

// pictures are the MIME types that are written to files, with their extensions.
var pictures = [][2]string{
	{"image/png", "png"}, {"image/svg+xml", "svg"}, {"application/pdf", "pdf"}, {"image/jpeg", "jpg"}, {"image/gif", "gif"},
}

func hasPicture(b display.Bundle) bool {
	for _, m := range pictures {
		if b.Data[m[0]] != nil {
			return true
		}
	}
	return false
}

// figures writes pictures into a directory under running numbers.
type figures struct {
	dir   string
	count int
	byID  map[string]int
}

// figuresIn makes the directory when the first figure comes.
func figuresIn(dir string) *figures { return &figures{dir: dir, byID: map[string]int{}} }

// newFigures makes the directory at once, so that a wrong name is found before the program runs.
func newFigures(dir string) (*figures, error) {
	abs, err := filepath.Abs(dir) // the program may change its directory
	if err != nil {
		return nil, err
	}
	return figuresIn(abs), os.MkdirAll(abs, 0o777)
}

// save writes all pictures of a bundle and returns the path of the first. An update of a display overwrites its files.
func (f *figures) save(b display.Bundle, id string) (string, error) {
	n := f.byID[id]
	if id == "" || n == 0 {
		f.count++
		n = f.count
		if id != "" {
			f.byID[id] = n
		}
	}
	if err := os.MkdirAll(f.dir, 0o777); err != nil {
		return "", err
	}
	first := ""
	for _, m := range pictures {
		var data []byte
		switch v := b.Data[m[0]].(type) {
		case []byte:
			data = v
		case string:
			data = []byte(v)
		default:
			continue
		}
		path := filepath.Join(f.dir, fmt.Sprintf("figure-%d.%s", n, m[1]))
		if err := os.WriteFile(path, data, 0o666); err != nil {
			return "", err
		}
		if first == "" {
			first = path
		}
	}
	return first, nil
}
