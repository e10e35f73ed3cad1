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

func newFigures(dir string) (*figures, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	abs, err := filepath.Abs(dir)
	return &figures{dir: abs, byID: map[string]int{}}, err
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
