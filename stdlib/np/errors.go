package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// Exception classes of NumPy.
var (
	LinAlgError = runtime.NewExceptionType("numpy.linalg.LinAlgError", "Failure of a function of numpy.linalg.", py.ValueError)
	AxisError   = newAxisError()
	ufuncError  = runtime.NewExceptionType("numpy._core._exceptions._UFuncOutputCastingError", "A result does not fit the type of out.", py.TypeError)
	memoryError = runtime.NewExceptionType("numpy._core._exceptions._ArrayMemoryError", "An array does not fit into memory.", py.MemoryError)
)

// newAxisError derives from ValueError and IndexError, as in NumPy.
func newAxisError() *py.Type {
	t := runtime.NewExceptionType("numpy.exceptions.AxisError", "An axis is out of bounds.", py.ValueError)
	t.Bases = py.Tuple{py.ValueError, py.IndexError}
	mro := py.Tuple{t, py.ValueError, py.IndexError, py.LookupError}
	for _, c := range py.ValueError.Mro {
		if c != py.Object(py.ValueError) {
			mro = append(mro, c)
		}
	}
	t.Mro = mro
	return t
}

// raise turns an error of package ndarray into the exception that NumPy raises; other errors pass.
func raise(err error) error {
	if err == nil {
		return nil
	}
	e, ok := err.(*ndarray.Error)
	if !ok {
		return err
	}
	return runtime.Errorf(classOf(e.Kind), "%s", e.Msg)
}

func classOf(k ndarray.Kind) *py.Type {
	switch k {
	case ndarray.IndexError:
		return py.IndexError
	case ndarray.TypeError:
		return py.TypeError
	case ndarray.MemoryError:
		return memoryError
	case ndarray.OverflowError:
		return py.OverflowError
	case ndarray.AxisError:
		return AxisError
	case ndarray.LinAlgError:
		return LinAlgError
	case ndarray.UFuncTypeErr:
		return ufuncError
	case ndarray.ZeroDivision:
		return py.ZeroDivisionError
	case ndarray.RuntimeErr:
		return py.RuntimeError
	case ndarray.NotProvided:
		return py.NotImplementedError
	}
	return py.ValueError
}

// give is the end of most functions: an array, or the scalar inside a 0-dimensional one, or the exception.
func give(a *ndarray.Array, err error) (py.Object, error) {
	if err != nil {
		return nil, raise(err)
	}
	return Object(a), nil
}
