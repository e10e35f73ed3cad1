package ot

import (
	"errors"
	"fmt"
	"strings"
)

// What can be wrong with an input, for errors.Is. The error that carries one of them is an *InputError.
var (
	ErrEmpty        = errors.New("empty problem")
	ErrShape        = errors.New("shapes do not match")
	ErrNonFinite    = errors.New("value is not finite")
	ErrNegative     = errors.New("weights must be non-negative")
	ErrZeroWeight   = errors.New("zero weight: remove it or set DropZeroMass")
	ErrZeroMass     = errors.New("total mass is zero")
	ErrMassMismatch = errors.New("total masses differ")
	ErrEps          = errors.New("regularisation must be positive and finite")
	ErrOption       = errors.New("bad option")
)

// ErrNotConverged is wrapped by the error of a solve that ran out of its budget. The result that comes with it holds
// the best point reached and its certificate.
var ErrNotConverged = errors.New("not converged")

// InputError says what is wrong with one argument. Several are joined by errors.Join.
type InputError struct {
	Kind   error  // one of the Err values above
	Field  string // argument or option: "a", "cost", "Tol"
	Index  []int  // where in the field; nil when the field as a whole is meant
	Value  any    // the offending value; nil when there is none to show
	Detail string // replaces the text of Kind when set
}

// Error reads "ot: b[17] = -0.2: weights must be non-negative".
func (e *InputError) Error() string {
	var s strings.Builder
	s.WriteString("ot: ")
	s.WriteString(e.Field)
	if len(e.Index) > 0 {
		s.WriteByte('[')
		for k, i := range e.Index {
			if k > 0 {
				s.WriteString(", ")
			}
			fmt.Fprint(&s, i)
		}
		s.WriteByte(']')
	}
	if e.Value != nil {
		fmt.Fprintf(&s, " = %v", e.Value)
	}
	s.WriteString(": ")
	if e.Detail != "" {
		s.WriteString(e.Detail)
	} else {
		s.WriteString(e.Kind.Error())
	}
	return s.String()
}

// Unwrap returns Kind.
func (e *InputError) Unwrap() error { return e.Kind }
