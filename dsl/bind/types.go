package bind

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
)

// Type converts an argument to the Go value that the function wants. Convert's error says what would be right
// ("must be an integer"); function, argument and value are put before it. A *runtime.Exception of class TypeError or
// ValueError keeps its class, and its message follows the argument's name instead ("x[3] = 'a': must be a number").
type Type struct {
	// Name is what the documentation shows: "int", "array_like", "callable".
	Name    string
	Convert func(t *runtime.Thread, o py.Object) (any, error)
	// Values are the accepted strings of an enumeration, for completion.
	Values []string
}

func (ty Type) convert(t *runtime.Thread, o py.Object) (any, error) {
	if ty.Convert == nil {
		return o, nil
	}
	return ty.Convert(t, o)
}

// The ready-made types. Their Go values: Any and Callable py.Object, Int, Natural and Positive int, Float and
// PositiveFloat float64, Bool bool, Str string, Shape []int.
var (
	Any = Type{Name: "object"}
	Int = Type{Name: "int", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		n, err := runtime.AsInt(t, o)
		if err != nil {
			return nil, errors.New("must be an integer")
		}
		return n, nil
	}}
	// Natural is an integer that is not negative, Positive one that is at least 1.
	Natural  = intFrom("int >= 0", 0, "must be an integer that is not negative")
	Positive = intFrom("int >= 1", 1, "must be an integer of at least 1")

	Float = Type{Name: "float", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		x, err := runtime.AsFloat(t, o)
		if err != nil {
			return nil, errors.New("must be a number")
		}
		return x, nil
	}}
	// PositiveFloat is finite and above zero.
	PositiveFloat = Type{Name: "float > 0", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		x, err := runtime.AsFloat(t, o)
		if err != nil {
			return nil, errors.New("must be a number")
		}
		if !(x > 0) || math.IsInf(x, 1) {
			return nil, valueErrorf(t, o, "must be positive and finite")
		}
		return x, nil
	}}
	Bool = Type{Name: "bool", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		b, err := runtime.Truth(t, o)
		if err != nil {
			return nil, errors.New("must be True or False")
		}
		return b, nil
	}}
	Str = Type{Name: "str", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		s, ok := o.(py.String)
		if !ok {
			return nil, errors.New("must be a string")
		}
		return string(s), nil
	}}
	Callable = Type{Name: "callable", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		if !runtime.IsCallable(o) {
			return nil, errors.New("must be callable")
		}
		return o, nil
	}}
	// Shape is an int or a sequence of ints, converted to []int.
	Shape = Type{Name: "int or tuple of int", Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		if n, err := runtime.AsInt(t, o); err == nil {
			return []int{n}, nil
		}
		items, err := runtime.Collect(t, o)
		if err != nil {
			return nil, errors.New("must be an integer or a tuple of integers")
		}
		dims := make([]int, len(items))
		for i, it := range items {
			if dims[i], err = runtime.AsInt(t, it); err != nil {
				return nil, runtime.TypeErrorf("[%d] = %s: must be an integer", i, Short(t, it))
			}
		}
		return dims, nil
	}}
)

func intFrom(name string, low int, text string) Type {
	return Type{Name: name, Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		n, err := runtime.AsInt(t, o)
		if err != nil {
			return nil, errors.New(text)
		}
		if n < low {
			return nil, valueErrorf(t, o, "%s", text)
		}
		return n, nil
	}}
}

// OneOf accepts one of the given strings.
func OneOf(values ...string) Type {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = "'" + v + "'"
	}
	name := "{" + strings.Join(quoted, ", ") + "}"
	return Type{Name: name, Values: values, Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		s, ok := o.(py.String)
		if ok {
			for _, v := range values {
				if v == string(s) {
					return v, nil
				}
			}
		}
		return nil, valueErrorf(t, o, "must be one of %s", strings.Join(quoted, ", "))
	}}
}

// Either accepts what one of the types accepts, tried in order.
func Either(types ...Type) Type {
	names := make([]string, len(types))
	var values []string
	for i, ty := range types {
		names[i] = ty.Name
		values = append(values, ty.Values...)
	}
	name := strings.Join(names, " or ")
	return Type{Name: name, Values: values, Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		for _, ty := range types {
			if v, err := ty.convert(t, o); err == nil {
				return v, nil
			}
		}
		return nil, errors.New("must be " + name)
	}}
}

// ListOf accepts any iterable whose items the type accepts; the Go value is []any of converted items.
func ListOf(item Type) Type {
	return Type{Name: "sequence of " + item.Name, Convert: func(t *runtime.Thread, o py.Object) (any, error) {
		items, err := runtime.Collect(t, o)
		if err != nil {
			return nil, fmt.Errorf("must be a sequence of %s", item.Name)
		}
		out := make([]any, len(items))
		for i, it := range items {
			if out[i], err = item.convert(t, it); err != nil {
				return nil, runtime.TypeErrorf("[%d] = %s: %s", i, Short(t, it), message(t, err))
			}
		}
		return out, nil
	}}
}

// valueErrorf is a ValueError whose message begins with the value.
func valueErrorf(t *runtime.Thread, o py.Object, format string, args ...any) error {
	return runtime.ValueErrorf("%s: %s", Short(t, o), fmt.Sprintf(format, args...))
}

// message is the text of an error without its class.
func message(t *runtime.Thread, err error) string {
	if e, ok := err.(*runtime.Exception); ok {
		if s, err := runtime.Str(t, e); err == nil {
			return s
		}
	}
	return err.Error()
}
