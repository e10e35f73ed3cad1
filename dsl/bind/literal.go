package bind

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"
)

// parseLiteral reads the literals that defaults are written in: None, True, False, numbers, quoted strings without
// escapes, and tuples of these.
func parseLiteral(s string) (py.Object, error) {
	s = strings.TrimSpace(s)
	switch s {
	case "None":
		return py.None, nil
	case "True":
		return py.True, nil
	case "False":
		return py.False, nil
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return py.Int(n), nil
	}
	if x, err := strconv.ParseFloat(s, 64); err == nil {
		return py.Float(x), nil
	}
	if len(s) >= 2 && (s[0] == '\'' || s[0] == '"') && s[len(s)-1] == s[0] {
		return py.String(s[1 : len(s)-1]), nil
	}
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		out := py.Tuple{}
		for _, part := range strings.Split(s[1:len(s)-1], ",") {
			if strings.TrimSpace(part) == "" {
				continue
			}
			o, err := parseLiteral(part)
			if err != nil {
				return nil, err
			}
			out = append(out, o)
		}
		return out, nil
	}
	return nil, fmt.Errorf("bind: %q is not a literal", s)
}
