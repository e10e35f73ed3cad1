package ndarray

import (
	"fmt"
	"strconv"
	"strings"
)

// Kind classifies an Error by the exception that NumPy raises in its place.
type Kind uint8

// The kinds of errors.
const (
	ValueError Kind = iota
	IndexError
	TypeError
	MemoryError
	OverflowError
	AxisError    // numpy.exceptions.AxisError: a ValueError and an IndexError
	LinAlgError  // numpy.linalg.LinAlgError: a ValueError
	UFuncTypeErr // a TypeError
	ZeroDivision
	RuntimeErr  // RuntimeError
	NotProvided // NotImplementedError: NumPy has it, this package does not
)

var kindNames = [...]string{"ValueError", "IndexError", "TypeError", "MemoryError", "OverflowError", "AxisError", "LinAlgError",
	"UFuncTypeError", "ZeroDivisionError", "RuntimeError", "NotImplementedError"}

func (k Kind) String() string { return kindNames[k] }

// Error is the error of this package. Msg is NumPy's text for the same mistake.
type Error struct {
	Kind Kind
	Msg  string
}

func (e *Error) Error() string { return e.Msg }

func errf(k Kind, format string, args ...any) error {
	return &Error{Kind: k, Msg: fmt.Sprintf(format, args...)}
}

func valueErr(format string, args ...any) error { return errf(ValueError, format, args...) }
func typeErr(format string, args ...any) error  { return errf(TypeError, format, args...) }
func indexErr(format string, args ...any) error { return errf(IndexError, format, args...) }

// ShapeString writes a shape as error texts do: "(2,3)", "(4,)", "()".
func ShapeString(shape []int) string { return shapeText(shape, ",") }

// ShapeTuple writes a shape as the language prints a tuple: "(2, 3)".
func ShapeTuple(shape []int) string { return shapeText(shape, ", ") }

func shapeText(shape []int, sep string) string {
	var b strings.Builder
	b.WriteByte('(')
	for i, n := range shape {
		if i > 0 {
			b.WriteString(sep)
		}
		b.WriteString(strconv.Itoa(n))
	}
	if len(shape) == 1 {
		b.WriteByte(',')
	}
	b.WriteByte(')')
	return b.String()
}

func broadcastErr(shapes ...[]int) error {
	var b strings.Builder
	b.WriteString("operands could not be broadcast together with shapes ")
	for _, s := range shapes {
		b.WriteString(ShapeString(s))
		b.WriteByte(' ')
	}
	return valueErr("%s", b.String())
}

func axisErr(axis, ndim int) error {
	return errf(AxisError, "axis %d is out of bounds for array of dimension %d", axis, ndim)
}

// prefixed puts text before the message of an axis error, as functions with two axis arguments do.
func prefixed(text string, err error) error {
	if e, ok := err.(*Error); ok && e.Kind == AxisError {
		return &Error{e.Kind, text + e.Msg}
	}
	return err
}

func itoa(n int) string { return strconv.Itoa(n) }
