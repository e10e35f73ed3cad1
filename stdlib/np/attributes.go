package np

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/bind"
	"monge/dsl/runtime"
	"monge/internal/ndarray"
)

func getter(name, typ, doc string, get func(a *ndarray.Array) py.Object) bind.Attr {
	return bind.Attr{Name: name, Type: typ, Doc: doc, Get: func(t *runtime.Thread, self py.Object) (py.Object, error) {
		switch x := self.(type) {
		case *Array:
			return get(x.ND()), nil
		case scalarValue:
			return get(x.array()), nil
		}
		return nil, runtime.TypeErrorf("not an array: '%s'", self.Type().Name)
	}}
}

// scalarAttrs are those that scalars share with arrays.
var scalarAttrs = []bind.Attr{
	getter("shape", "tuple of int", "Length of each dimension.", func(a *ndarray.Array) py.Object { return tupleOf(a.Shape()) }),
	getter("ndim", "int", "Number of dimensions.", func(a *ndarray.Array) py.Object { return py.Int(a.NDim()) }),
	getter("size", "int", "Number of elements.", func(a *ndarray.Array) py.Object { return py.Int(a.Size()) }),
	getter("dtype", "dtype", "Type of the elements.", func(a *ndarray.Array) py.Object { return DType{a.Dtype()} }),
	getter("itemsize", "int", "Bytes of an element.", func(a *ndarray.Array) py.Object { return py.Int(a.Dtype().Size()) }),
	getter("nbytes", "int", "Bytes of all elements.", func(a *ndarray.Array) py.Object { return py.Int(a.NBytes()) }),
	getter("T", "array", "The transpose, a view.", func(a *ndarray.Array) py.Object { return Object(a.T()) }),
	getter("real", "array", "Real parts, a view.", func(a *ndarray.Array) py.Object { return Object(a.Real()) }),
	getter("imag", "array", "Imaginary parts, a view.", func(a *ndarray.Array) py.Object { return Object(a.Imag()) }),
}

var arrayAttrs = func() []bind.Attr {
	attrs := append([]bind.Attr(nil), scalarAttrs...)
	for i := range attrs {
		if attrs[i].Name == "shape" {
			attrs[i].Set = setShape
		}
		if part := attrs[i].Name; part == "real" || part == "imag" {
			attrs[i].Set = func(t *runtime.Thread, self, v py.Object) error { return setPart(t, self.(*Array).ND(), part, v) }
		}
		if attrs[i].Name == "T" || attrs[i].Name == "real" || attrs[i].Name == "imag" {
			get := map[string]func(*ndarray.Array) *ndarray.Array{"T": (*ndarray.Array).T, "real": (*ndarray.Array).Real, "imag": (*ndarray.Array).Imag}[attrs[i].Name]
			attrs[i].Get = func(_ *runtime.Thread, self py.Object) (py.Object, error) { return New(get(self.(*Array).ND())), nil }
		}
	}
	return append(attrs,
		bind.Attr{Name: "mT", Type: "array", Doc: "The last two dimensions exchanged, a view.", Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) {
			a := self.(*Array).ND()
			if a.NDim() < 2 {
				return nil, runtime.ValueErrorf("matrix transpose with ndim < 2 is undefined")
			}
			r, err := a.SwapAxes(-1, -2)
			return give(r, err)
		}},
		getter("strides", "tuple of int", "Distance of neighbours along each dimension in bytes.", func(a *ndarray.Array) py.Object {
			st := make([]int, a.NDim())
			for i, s := range a.Strides() {
				st[i] = s * a.Dtype().Size()
			}
			return tupleOf(st)
		}),
		bind.Attr{Name: "base", Type: "array or None", Doc: "The array whose memory this view shows, None for an owner.",
			Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) {
				if b := self.(*Array).ND().Base(); b != nil {
					return New(b), nil
				}
				return py.None, nil
			}},
		bind.Attr{Name: "flat", Type: "flatiter", Doc: "The elements in row-major order, to iterate over, index and assign.",
			Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) { return &flat{a: self.(*Array).ND()}, nil },
			Set: func(t *runtime.Thread, self, v py.Object) error {
				return (&flat{a: self.(*Array).ND()}).SetItem(t, &py.Slice{Start: py.None, Stop: py.None, Step: py.None}, v)
			}},
		bind.Attr{Name: "flags", Type: "flagsobj", Doc: "How the array lies in memory and whether it can be written.",
			Get: func(_ *runtime.Thread, self py.Object) (py.Object, error) { return flags{self.(*Array).ND()}, nil }},
	)
}()

func setShape(t *runtime.Thread, self, v py.Object) error {
	x := self.(*Array)
	dims, err := bind.Shape.Convert(t, v)
	if err != nil {
		return runtime.TypeErrorf("expected a sequence of integers or a single integer, got '%s'", bind.Short(t, v))
	}
	r, err := x.ND().Reshape(dims.([]int)...)
	if err != nil {
		return raise(err)
	}
	if x.ND().Size() > 0 && !r.SharesMemory(x.ND()) {
		return runtime.AttributeErrorf("Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.")
	}
	x.ND().Become(r)
	return nil
}

func setPart(t *runtime.Thread, a *ndarray.Array, part string, v py.Object) error {
	val, err := asArray(t, v)
	if err != nil {
		return err
	}
	if part == "real" {
		return raise(a.Real().Assign(val))
	}
	if a.Dtype() != ndarray.Complex128 {
		return runtime.TypeErrorf("array does not have imaginary part to set")
	}
	return raise(a.Imag().Assign(val))
}
