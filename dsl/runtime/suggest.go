package runtime

import (
	"unicode"

	"github.com/go-python/gpython/py"
)

// Suggestions for misspelt names, found and worded as CPython 3.12 does.

// ModuleExists reports whether a module of that name could be imported; the session sets it. Nil: none is known.
var ModuleExists func(name string) bool

const (
	moveCost      = 2 // of an insertion, deletion or substitution
	caseCost      = 1 // of a change of case
	maxNameLen    = 40
	maxCandidates = 750
)

// Suggestion is what a traceback appends to the message of an AttributeError, NameError or ImportError, such as
// ". Did you mean: 'append'?"; it is empty when there is nothing to suggest.
func Suggestion(t *Thread, e *Exception) string {
	switch {
	case e.IsA(py.AttributeError):
		name, ok := e.Field("name").(py.String)
		if !ok || e.Field("obj") == nil {
			return ""
		}
		return didYouMean(closest(string(name), dirOf(t, e.Field("obj"))))
	case e.IsA(py.ImportError):
		name, ok := e.Field("name_from").(py.String)
		mod, ok2 := e.Field("name").(py.String)
		if !ok || !ok2 || t.Modules == nil {
			return ""
		}
		if m, ok := t.Modules.GetStr(string(mod)); ok {
			return didYouMean(closest(string(name), dirOf(t, m)))
		}
	case e.IsA(py.NameError):
		name, ok := e.Field("name").(py.String)
		if !ok || e.scope == nil {
			return ""
		}
		s := didYouMean(closestInScope(t, string(name), e.scope))
		if ModuleExists != nil && ModuleExists(string(name)) {
			if s != "" {
				return s + " Or did you forget to import '" + string(name) + "'?"
			}
			return ". Did you forget to import '" + string(name) + "'?"
		}
		return s
	}
	return ""
}

func didYouMean(name string) string {
	if name == "" {
		return ""
	}
	return ". Did you mean: '" + name + "'?"
}

// dirOf is dir(o) as a list of strings, without running user code other than __dir__.
func dirOf(t *Thread, o py.Object) []string {
	if isHeap(o.Type()) {
		if fn, owner := lookupOwner(o.Type(), "__dir__"); owner != py.ObjectType && fn != nil {
			res, _, err := CallSpecial(t, o, "__dir__")
			if err != nil {
				return nil
			}
			list, err := Collect(t, res)
			if err != nil {
				return nil
			}
			var names []string
			for _, x := range list {
				if s, ok := x.(py.String); ok {
					names = append(names, string(s))
				}
			}
			return names
		}
	}
	return DefaultDir(o)
}

// closestInScope looks among the local names, then the globals, then the builtins.
func closestInScope(t *Thread, name string, s *NameScope) string {
	if s.Self != nil {
		if v, err := GetAttrOrNil(t, s.Self, name); err == nil && v != nil {
			return "self." + name
		}
	}
	if found := closest(name, s.Locals); found != "" {
		return found
	}
	for _, d := range []*Dict{s.Globals, s.Builtins} {
		if d == nil {
			continue
		}
		var names []string
		for k := range d.All() {
			if k, ok := k.(py.String); ok {
				names = append(names, string(k))
			}
		}
		if found := closest(name, names); found != "" {
			return found
		}
	}
	return ""
}

// closest is the candidate nearest to a name, "" when all are too far.
func closest(name string, candidates []string) string {
	if len(candidates) >= maxCandidates {
		return ""
	}
	best, bestDist := "", int(^uint(0)>>1)
	a := []rune(name)
	for _, c := range candidates {
		if c == name {
			continue
		}
		b := []rune(c)
		limit := min((len(a)+len(b)+3)*moveCost/6, bestDist-1)
		d := editDistance(a, b, limit)
		if d > limit {
			continue
		}
		if best == "" || d < bestDist {
			best, bestDist = c, d
		}
	}
	return best
}

func substitutionCost(a, b rune) int {
	switch {
	case a&31 != b&31:
		return moveCost
	case a == b:
		return 0
	case unicode.ToLower(a) == unicode.ToLower(b):
		return caseCost
	}
	return moveCost
}

// editDistance is the Levenshtein distance with the costs above, or some number over limit when it exceeds it.
func editDistance(a, b []rune, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return (len(a) + len(b)) * moveCost
	}
	if len(a) > maxNameLen || len(b) > maxNameLen {
		return limit + 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*moveCost > limit {
		return limit + 1
	}
	row := make([]int, len(a))
	for i := range row {
		row[i] = (i + 1) * moveCost
	}
	result := 0
	for j, code := range b {
		distance := j * moveCost
		result = distance
		least := int(^uint(0) >> 1)
		for i, c := range a {
			substitute := distance + substitutionCost(code, c)
			distance = row[i]
			result = min(min(result, distance)+moveCost, substitute)
			row[i] = result
			least = min(least, result)
		}
		if least > limit {
			return limit + 1
		}
	}
	return result
}
