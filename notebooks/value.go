package notebooks

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// A JSON value is nil, bool, Number, string, []any or *Object.
//
// Strings are UTF-8, except that a lone surrogate escape of the file ("\ud800", which has no UTF-8 form) is held in the
// three bytes that UTF-8's scheme would give it, so that it can be written back.

// Number is a JSON number as the file spells it. NaN, Infinity and -Infinity, which Python's json module writes, are
// Numbers too.
type Number string

// Int returns the number when it is an integer that fits.
func (n Number) Int() (int, bool) {
	i, err := strconv.Atoi(string(n))
	return i, err == nil
}

// Float returns the nearest float64; numbers out of range become infinite.
func (n Number) Float() float64 {
	f, _ := strconv.ParseFloat(string(n), 64)
	return f
}

// IsInt reports whether the number is spelled as an integer of any size.
func (n Number) IsInt() bool {
	_, ok := new(big.Int).SetString(string(n), 10)
	return ok && !strings.HasPrefix(string(n), "+")
}

// IntNumber is the Number of an int.
func IntNumber(i int) Number { return Number(strconv.Itoa(i)) }

// FloatNumber is the Number that Python's json module writes for f.
func FloatNumber(f float64) Number {
	switch {
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	}
	return Number(pythonFloat(f))
}

// pythonFloat is repr(f) of a finite float: shortest digits that read back, exponents outside 1e-4 <= |f| < 1e16.
func pythonFloat(f float64) string {
	abs := math.Abs(f)
	if abs != 0 && (abs < 1e-4 || abs >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// Object is a JSON object that remembers the order of its keys. The zero value is an empty object.
type Object struct {
	keys  []string
	vals  []any
	index map[string]int // only for objects with many keys
	line  int
}

// indexFrom is the size from which an object keeps an index: below it a scan is faster and smaller.
const indexFrom = 16

// NewObject makes an object from keys and values in turn.
func NewObject(pairs ...any) *Object {
	o := &Object{}
	for i := 0; i+1 < len(pairs); i += 2 {
		o.Set(pairs[i].(string), pairs[i+1])
	}
	return o
}

// Len is the number of keys; a nil object has none.
func (o *Object) Len() int {
	if o == nil {
		return 0
	}
	return len(o.keys)
}

// Keys returns the keys in order. The slice must not be changed.
func (o *Object) Keys() []string {
	if o == nil {
		return nil
	}
	return o.keys
}

// Line is the line of the file where the object began, 0 for objects made by the program.
func (o *Object) Line() int {
	if o == nil {
		return 0
	}
	return o.line
}

func (o *Object) find(key string) int {
	if o == nil {
		return -1
	}
	if o.index != nil {
		if i, ok := o.index[key]; ok {
			return i
		}
		return -1
	}
	return slices.Index(o.keys, key)
}

// Get returns the value of a key. It may be called on a nil object.
func (o *Object) Get(key string) (any, bool) {
	if i := o.find(key); i >= 0 {
		return o.vals[i], true
	}
	return nil, false
}

// Str returns the value of a key when it is a string, else "".
func (o *Object) Str(key string) string {
	v, _ := o.Get(key)
	s, _ := v.(string)
	return s
}

// Obj returns the value of a key when it is an object, else nil.
func (o *Object) Obj(key string) *Object {
	v, _ := o.Get(key)
	s, _ := v.(*Object)
	return s
}

// List returns the value of a key when it is an array, else nil.
func (o *Object) List(key string) []any {
	v, _ := o.Get(key)
	s, _ := v.([]any)
	return s
}

// Set gives a key a value. A new key goes to the end.
func (o *Object) Set(key string, v any) {
	if i := o.find(key); i >= 0 {
		o.vals[i] = v
		return
	}
	o.keys = append(o.keys, key)
	o.vals = append(o.vals, v)
	switch {
	case o.index != nil:
		o.index[key] = len(o.keys) - 1
	case len(o.keys) > indexFrom:
		o.index = make(map[string]int, 2*len(o.keys))
		for i, k := range o.keys {
			o.index[k] = i
		}
	}
}

// Delete removes a key and reports whether it was there.
func (o *Object) Delete(key string) bool {
	i := o.find(key)
	if i < 0 {
		return false
	}
	o.keys = slices.Delete(o.keys, i, i+1)
	o.vals = slices.Delete(o.vals, i, i+1)
	o.index = nil
	if len(o.keys) > indexFrom {
		o.index = make(map[string]int, len(o.keys))
		for j, k := range o.keys {
			o.index[k] = j
		}
	}
	return true
}

// subObject returns the object under a key and makes it if there is none.
func (o *Object) subObject(key string) *Object {
	if sub := o.Obj(key); sub != nil {
		return sub
	}
	sub := &Object{}
	o.Set(key, sub)
	return sub
}

// Clone copies a JSON value deeply.
func Clone(v any) any {
	switch v := v.(type) {
	case []any:
		c := make([]any, len(v))
		for i, x := range v {
			c[i] = Clone(x)
		}
		return c
	case *Object:
		return v.clone()
	}
	return v
}

func (o *Object) clone() *Object {
	if o == nil {
		return nil
	}
	c := &Object{line: o.line}
	for i, k := range o.keys {
		c.Set(k, Clone(o.vals[i]))
	}
	return c
}
