package notebooks

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Tuple is a parameter value written in round brackets; the notebook's metadata holds it as an array.
type Tuple []any

// Param is one parameter of a run: a name of the language and a value (nil, bool, Number, string, []any, Tuple,
// *Object).
type Param struct {
	Name  string
	Value any
	Note  string // a doubt about how the value was understood, "" when there is none
}

// Params are parameters in the order in which they are assigned.
type Params []Param

// Set gives a parameter a value, replacing an earlier one of the name.
func (ps *Params) Set(p Param) {
	if i := slices.IndexFunc(*ps, func(q Param) bool { return q.Name == p.Name }); i >= 0 {
		(*ps)[i] = p
		return
	}
	*ps = append(*ps, p)
}

// Object is the parameters as the metadata of the notebook holds them.
func (ps Params) Object() *Object {
	o := &Object{}
	for _, p := range ps {
		o.Set(p.Name, tuplesToLists(p.Value))
	}
	return o
}

func tuplesToLists(v any) any {
	switch v := v.(type) {
	case Tuple:
		return tuplesToLists([]any(v))
	case []any:
		list := make([]any, len(v))
		for i, x := range v {
			list[i] = tuplesToLists(x)
		}
		return list
	case *Object:
		o := &Object{}
		for i, k := range v.keys {
			o.Set(k, tuplesToLists(v.vals[i]))
		}
		return o
	}
	return v
}

var identifier = lazy(`^[\pL_][\pL\pN_]*$`)

// keywords cannot be assigned to.
var keywords = []string{"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
	"def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
	"nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"}

func checkName(name string) error {
	if !identifier().MatchString(name) || slices.Contains(keywords, name) {
		return fmt.Errorf("parameter name %q is not a name of the language", clip(name, 40))
	}
	return nil
}

// splitAssignment cuts "name=value" at the first equals sign.
func splitAssignment(arg string) (name, value string, err error) {
	name, value, ok := strings.Cut(arg, "=")
	name = strings.TrimSpace(name)
	if !ok {
		return "", "", fmt.Errorf("parameter %q: write name=value", clip(arg, 40))
	}
	return name, value, checkName(name)
}

// ParseParam reads "name=value" and finds the type of the value: int, float, True, False, None (true, false and null
// too), a list, tuple, dict or quoted string in Python's spelling. All else is a string as it stands.
func ParseParam(arg string) (Param, error) {
	name, text, err := splitAssignment(arg)
	if err != nil {
		return Param{}, err
	}
	value, note := parseValue(text)
	return Param{Name: name, Value: value, Note: note}, nil
}

// ParseRawParam reads "name=value" and takes the value as a string.
func ParseRawParam(arg string) (Param, error) {
	name, text, err := splitAssignment(arg)
	return Param{Name: name, Value: text}, err
}

func parseValue(text string) (value any, note string) {
	t := strings.TrimSpace(text)
	switch t {
	case "true":
		return true, ""
	case "false":
		return false, ""
	case "null":
		return nil, ""
	case "":
		return text, ""
	}
	if n, ok := parseNumber(t); ok {
		return n, ""
	}
	if v, err := parseLiteral(t); err == nil {
		return v, ""
	} else if strings.ContainsAny(t[:1], "[{(\"'") {
		return text, fmt.Sprintf("taken as text, for it is no literal: %v", err)
	}
	return text, ""
}

var (
	intText   = lazy(`^[+-]?[0-9]+(_[0-9]+)*$`)
	hexText   = lazy(`^[+-]?0([xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)$`)
	floatText = lazy(`^[+-]?([0-9]+(_[0-9]+)*\.?([0-9]+(_[0-9]+)*)?|\.[0-9]+(_[0-9]+)*)([eE][+-]?[0-9]+(_[0-9]+)*)?$`)
	wordFloat = lazy(`^(?i)[+-]?(nan|inf|infinity)$`)
)

// parseNumber reads an integer of any size or a float as Python's int and float do.
func parseNumber(t string) (Number, bool) {
	plain := strings.ReplaceAll(t, "_", "")
	switch {
	case intText().MatchString(t):
		neg := strings.HasPrefix(plain, "-")
		digits := strings.TrimLeft(strings.TrimLeft(plain, "+-"), "0")
		if digits == "" {
			return "0", true
		}
		if neg {
			digits = "-" + digits
		}
		return Number(digits), true
	case hexText().MatchString(t):
		i, err := strconv.ParseInt(strings.TrimPrefix(plain, "+"), 0, 64)
		return IntNumber(int(i)), err == nil
	case floatText().MatchString(t), wordFloat().MatchString(t):
		f, err := strconv.ParseFloat(plain, 64)
		if err != nil && !errors.Is(err, strconv.ErrRange) {
			return "", false
		}
		return FloatNumber(f), true
	}
	return "", false
}

// ReadParamsFile reads parameters from a JSON file (name ends in .json) or a YAML file.
func ReadParamsFile(path string) (Params, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var v any
	if strings.EqualFold(filepath.Ext(path), ".json") {
		v, err = parseJSON(data)
	} else {
		v, err = parseYAML(data)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if v == nil {
		return nil, nil
	}
	o, ok := v.(*Object)
	if !ok {
		return nil, fmt.Errorf("%s: holds %s where names with values are needed", path, describe(v))
	}
	var ps Params
	for i, name := range o.keys {
		if err := checkName(name); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		ps.Set(Param{Name: name, Value: o.vals[i]})
	}
	return ps, nil
}

// parseYAML reads one YAML document and keeps the order of keys. Dates stay text.
func parseYAML(data []byte) (any, error) {
	var doc yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&doc); err != nil {
		if err.Error() == "EOF" {
			return nil, nil
		}
		return nil, errors.New(strings.ReplaceAll(err.Error(), "\n", " "))
	}
	budget := 1 << 20
	return fromYAML(&doc, 0, &budget)
}

// fromYAML converts a node. budget bounds the number of nodes, as aliases can make a small file grow without end.
func fromYAML(n *yaml.Node, depth int, budget *int) (any, error) {
	if *budget--; depth > maxDepth || *budget < 0 {
		return nil, fmt.Errorf("line %d: nested too deep or too large", n.Line)
	}
	switch n.Kind {
	case yaml.DocumentNode:
		return fromYAML(n.Content[0], depth+1, budget)
	case yaml.AliasNode:
		return fromYAML(n.Alias, depth+1, budget)
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			v, err := fromYAML(c, depth+1, budget)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		return list, nil
	case yaml.MappingNode:
		o := &Object{line: n.Line}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Kind != yaml.ScalarNode {
				return nil, fmt.Errorf("line %d: a key must be a name", n.Content[i].Line)
			}
			v, err := fromYAML(n.Content[i+1], depth+1, budget)
			if err != nil {
				return nil, err
			}
			o.Set(n.Content[i].Value, v)
		}
		return o, nil
	}
	switch n.ShortTag() {
	case "!!null":
		return nil, nil
	case "!!bool":
		var b bool
		err := n.Decode(&b)
		return b, err
	case "!!int":
		if v, ok := parseNumber(n.Value); ok {
			return v, nil
		}
	case "!!float":
		if v, ok := parseNumber(strings.Replace(strings.ToLower(n.Value), ".inf", "inf", 1)); ok {
			return v, nil
		}
		if strings.EqualFold(n.Value, ".nan") {
			return Number("NaN"), nil
		}
	}
	return n.Value, nil
}

// EnvParams reads parameters from variables "PREFIXname=value" of an environment in the form of os.Environ, in the
// order of their names. Names that are not names of the language are skipped.
func EnvParams(prefix string, environ []string) Params {
	var ps Params
	sorted := slices.Clone(environ)
	slices.Sort(sorted)
	for _, kv := range sorted {
		rest, ok := strings.CutPrefix(kv, prefix)
		if !ok {
			continue
		}
		if p, err := ParseParam(rest); err == nil {
			ps.Set(p)
		}
	}
	return ps
}
