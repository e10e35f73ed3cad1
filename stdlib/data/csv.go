package data

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
)

var loadCSVFunc = &bind.Func{
	Name: "load_csv",
	Params: []bind.Param{
		{Name: "path", Type: bind.Str, Help: "a text file, or one compressed with gzip"},
		{Name: "delimiter", Type: bind.Str, Default: "','", Help: "character between cells; '\\t' for tabs"},
		{Name: "header", Type: bind.OneOf("auto", "yes", "no"), Default: "'auto'", Help: "whether the first line holds names; auto: if one of its cells is no number"},
		{Name: "as_dict", Type: bind.Bool, Default: "False", Help: "return a dict of columns, which may also hold text"},
	},
	Returns: "array of shape (rows, columns); with as_dict=True a dict from column name to array, or to list of str for text",
	Doc: `Read a table from a file of comma-separated values.

Empty cells are nan. Without as_dict every cell below the header must be a number.`,
	Raises:  "FileNotFoundError: no such file\nValueError: a cell that is no number, or lines of different lengths, with the place",
	Example: ">>> data.load_csv('no-such-file.csv')\nFileNotFoundError: [Errno 2] No such file or directory: 'no-such-file.csv'",
	Fn:      loadCSV,
}

func loadCSV(c *bind.Call) (py.Object, error) {
	path := c.Str("path")
	delimiter := []rune(c.Str("delimiter"))
	if len(delimiter) != 1 {
		return nil, c.Errorf("delimiter = %q: must be one character", c.Str("delimiter"))
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(raw, []byte{0x1f, 0x8b}) {
		if raw, err = gunzip(c.Thread, raw); err != nil {
			return nil, c.Errorf("%s: %v", path, err)
		}
	}
	t, err := readTable(raw, delimiter[0], c.Str("header"))
	if err != nil {
		return nil, c.Errorf("%s: %v", path, err)
	}
	if c.Bool("as_dict") {
		return t.columns(), nil
	}
	v, err := t.numbers()
	if err != nil {
		return nil, c.Errorf("%s: %v; use as_dict=True for tables with text", path, err)
	}
	return fromFloats(v, len(t.rows), t.width), nil
}

// gunzip unpacks at most what the memory limit allows.
func gunzip(t *runtime.Thread, raw []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	for {
		n, err := io.CopyN(&out, z, 1<<24)
		if errors.Is(err, io.EOF) {
			return out.Bytes(), nil
		}
		if err != nil {
			return nil, err
		}
		if err := t.Alloc(2 * (int64(out.Len()) + n)); err != nil {
			return nil, err
		}
	}
}

// table is a file of cells.
type table struct {
	names []string // of the columns, made up when the file has none
	rows  [][]string
	lines []int // of the file, on which the rows stand
	width int
}

func readTable(raw []byte, delimiter rune, header string) (*table, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))))
	r.Comma = delimiter
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = delimiter != '\t'
	t := &table{}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			return nil, fmt.Errorf("line %d, column %d: %v", parse.Line, parse.Column, parse.Err)
		}
		if err != nil {
			return nil, err
		}
		line, _ := r.FieldPos(0)
		if t.width == 0 {
			t.width = len(row)
		}
		if len(row) != t.width {
			return nil, fmt.Errorf("line %d has %d cells, the lines before have %d", line, len(row), t.width)
		}
		t.rows, t.lines = append(t.rows, row), append(t.lines, line)
	}
	if len(t.rows) > 0 && (header == "yes" || header == "auto" && !allNumbers(t.rows[0])) {
		t.names = t.rows[0]
		t.rows, t.lines = t.rows[1:], t.lines[1:]
	}
	if t.names == nil {
		for k := range t.width {
			t.names = append(t.names, "column"+strconv.Itoa(k))
		}
	}
	return t, nil
}

func allNumbers(row []string) bool {
	for _, s := range row {
		if _, ok := parseCell(s); !ok {
			return false
		}
	}
	return true
}

// parseCell reads a number in the language's or C's spelling; an empty cell is NaN.
func parseCell(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return math.NaN(), true
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) || strings.ContainsAny(s, "_xX") {
		return 0, false
	}
	return v, true
}

func (t *table) numbers() ([]float64, error) {
	out := make([]float64, 0, len(t.rows)*t.width)
	for i, row := range t.rows {
		for k, s := range row {
			v, ok := parseCell(s)
			if !ok {
				return nil, fmt.Errorf("line %d, column %d: %q is not a number", t.lines[i], k+1, s)
			}
			out = append(out, v)
		}
	}
	return out, nil
}

// columns is the table as a dict: numeric columns are arrays, others lists of str.
func (t *table) columns() py.Object {
	d := runtime.NewDict()
	for k, name := range t.names {
		v := make([]float64, 0, len(t.rows))
		for _, row := range t.rows {
			x, ok := parseCell(row[k])
			if !ok {
				break
			}
			v = append(v, x)
		}
		if len(v) == len(t.rows) {
			d.SetStr(name, fromFloats(v, len(v)))
			continue
		}
		text := make([]py.Object, len(t.rows))
		for i, row := range t.rows {
			text[i] = py.String(row[k])
		}
		d.SetStr(name, runtime.NewList(text))
	}
	return d
}
