package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

// flat is numpy.flatiter: the elements of an array in row-major order.
type flat struct {
	a *ndarray.Array
	i int
}

var flatClass = runtime.NewBuiltinType("flatiter", "Iterator over the elements of an array.", nil)

func (f *flat) Type() *py.Type { return flatClass }

func (f *flat) Iter(*runtime.Thread) (runtime.Iterator, error) { return f, nil }

func (f *flat) Next(*runtime.Thread) (py.Object, error) {
	if f.i >= f.a.Size() {
		return nil, nil
	}
	f.i++
	return scalarOf(f.a.Flat(f.i - 1)), nil
}

func (f *flat) M__len__() (py.Object, error) { return py.Int(f.a.Size()), nil }

func (f *flat) GetItem(t *runtime.Thread, key py.Object) (py.Object, error) {
	r, err := f.a.Ravel()
	if err != nil {
		return nil, raise(err)
	}
	v, err := New(r).GetItem(t, key)
	if err != nil {
		return nil, err
	}
	if x, ok := v.(*Array); ok {
		c, err := x.ND().Copy()
		return giveArray(c, err)
	}
	return v, nil
}

func (f *flat) SetItem(t *runtime.Thread, key, v py.Object) error {
	r, err := f.a.Ravel()
	if err != nil {
		return raise(err)
	}
	val, err := asArray(t, v)
	if err != nil {
		return err
	}
	idx, _, err := indices(t, key)
	if err != nil {
		return err
	}
	if val.NDim() > 1 {
		if val, err = val.Ravel(); err != nil {
			return raise(err)
		}
	}
	part, err := r.Get(idx...)
	if err != nil {
		return raise(err)
	}
	if n := part.Size(); val.NDim() == 1 && val.Size() > 0 && val.Size() != n { // values repeat
		reps := (n + val.Size() - 1) / val.Size()
		if val, err = ndarray.Tile(val, reps); err != nil {
			return raise(err)
		}
		stop := n
		if val, err = val.Get(ndarray.Slice(nil, &stop, nil)); err != nil {
			return raise(err)
		}
	}
	if err := r.Set(val, idx...); err != nil {
		return raise(err)
	}
	if !r.SharesMemory(f.a) {
		back, err := r.Reshape(f.a.Shape()...)
		if err != nil {
			return raise(err)
		}
		return raise(f.a.Assign(back))
	}
	return nil
}

// flags is numpy.flagsobj.
type flags struct{ a *ndarray.Array }

var flagsClass = &bind.Class{
	Name: "flagsobj", Module: "numpy._core.multiarray",
	Doc:     "How an array lies in memory.",
	Example: ">>> np.zeros(3).flags.c_contiguous\nTrue",
	Attrs: []bind.Attr{
		flagAttr("c_contiguous", "Row-major order without gaps.", (*ndarray.Array).IsContiguous),
		flagAttr("f_contiguous", "Column-major order without gaps.", (*ndarray.Array).IsFortran),
		flagAttr("owndata", "The array is no view.", func(a *ndarray.Array) bool { return a.Base() == nil }),
		func() bind.Attr {
			f := flagAttr("writeable", "Elements can be assigned.", func(a *ndarray.Array) bool { return !a.ReadOnly() })
			f.Set = func(t *runtime.Thread, self, v py.Object) error {
				on, err := runtime.Truth(t, v)
				self.(flags).a.SetReadOnly(!on)
				return err
			}
			return f
		}(),
	},
}

func flagAttr(name, doc string, get func(*ndarray.Array) bool) bind.Attr {
	return bind.Attr{Name: name, Type: "bool", Doc: doc, Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) {
		return py.Bool(get(self.(flags).a)), nil
	}}
}

func (f flags) Type() *py.Type { return flagsClass.Type() }

// Repr lists the flags as NumPy does.
func (f flags) Repr(*runtime.Thread) (string, error) {
	word := func(b bool) string {
		if b {
			return "True"
		}
		return "False"
	}
	return "  C_CONTIGUOUS : " + word(f.a.IsContiguous()) + "\n  F_CONTIGUOUS : " + word(f.a.IsFortran()) + "\n  OWNDATA : " + word(f.a.Base() == nil) +
		"\n  WRITEABLE : " + word(!f.a.ReadOnly()) + "\n  ALIGNED : True\n  WRITEBACKIFCOPY : False\n", nil
}

// GetItem is flags['WRITEABLE'].
func (f flags) GetItem(t *runtime.Thread, key py.Object) (py.Object, error) {
	if s, ok := key.(py.String); ok {
		switch s {
		case "C_CONTIGUOUS", "C", "CONTIGUOUS":
			return py.Bool(f.a.IsContiguous()), nil
		case "F_CONTIGUOUS", "F", "FORTRAN":
			return py.Bool(f.a.IsFortran()), nil
		case "OWNDATA", "O":
			return py.Bool(f.a.Base() == nil), nil
		case "WRITEABLE", "W":
			return py.Bool(!f.a.ReadOnly()), nil
		case "ALIGNED", "A":
			return py.True, nil
		}
	}
	return nil, runtime.NewException(py.KeyError, py.String("Unknown flag"))
}
