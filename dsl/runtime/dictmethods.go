package runtime

import "github.com/go-python/gpython/py"

// Natives of dict that operations recognise, to take the direct way when a derived class does not override them.
var dictSetItem, dictDelItem, dictIter, dictReprMethod *Native

func dictMethod(name, spec, doc string, fn func(t *Thread, d *Dict, a []py.Object) (py.Object, error)) *Native {
	TypeMethod(py.DictType, name, spec, doc, fn)
	return py.DictType.Dict[name].(*Native)
}

func init() {
	py.DictType.Dict["get"] = NewMethod("get", "Return the value for key if key is in the dictionary, else default.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		if len(kw) > 0 {
			return nil, TypeErrorf("dict.get() takes no keyword arguments")
		}
		if len(args) < 2 {
			return nil, TypeErrorf("get expected at least 1 argument, got %d", len(args)-1)
		}
		if len(args) > 3 {
			return nil, TypeErrorf("get expected at most 2 arguments, got %d", len(args)-1)
		}
		d, ok := Payload(args[0]).(*Dict)
		if !ok {
			return nil, TypeErrorf("descriptor 'get' for 'dict' objects doesn't apply to a '%s' object", typeName(args[0]))
		}
		v, ok, err := d.Get(t, args[1])
		if err != nil || ok {
			return v, err
		}
		if len(args) == 3 {
			return args[2], nil
		}
		return None, nil
	})
	dictMethod("setdefault", "key, default=, /", "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		v := a[1]
		if v == nil {
			v = None
		}
		return d.SetDefault(t, a[0], v)
	})
	dictMethod("pop", "key, default=, /", "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		v, ok, err := d.Pop(t, a[0])
		if err != nil || ok {
			return v, err
		}
		if a[1] != nil {
			return a[1], nil
		}
		return nil, KeyErr(a[0])
	})
	dictMethod("popitem", "/", "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		k, v, ok := d.popEnd(true)
		if !ok {
			return nil, NewException(py.KeyError, py.String("popitem(): dictionary is empty"))
		}
		return py.Tuple{k, v}, nil
	})
	dictMethod("keys", "/", "D.keys() -> a set-like object providing a view on D's keys", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return &DictView{d, dictKeys}, nil
	})
	dictMethod("values", "/", "D.values() -> an object providing a view on D's values", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return &DictView{d, dictValues}, nil
	})
	dictMethod("items", "/", "D.items() -> a set-like object providing a view on D's items", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return &DictView{d, dictItems}, nil
	})
	dictMethod("clear", "/", "D.clear() -> None.  Remove all items from D.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		d.Clear()
		return None, nil
	})
	dictMethod("copy", "/", "D.copy() -> a shallow copy of D", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return d.Copy(), nil
	})
	py.DictType.Dict["update"] = NewMethod("update", "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		d, ok := Payload(args[0]).(*Dict)
		if !ok {
			return nil, TypeErrorf("descriptor 'update' for 'dict' objects doesn't apply to a '%s' object", typeName(args[0]))
		}
		return None, fillDict(t, d, "update", args[1:], kw)
	})
	py.DictType.Dict["__init__"] = NewMethod("__init__", "Initialize self.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		d, ok := Payload(args[0]).(*Dict)
		if !ok {
			return nil, TypeErrorf("descriptor '__init__' requires a 'dict' object but received a '%s'", typeName(args[0]))
		}
		return None, fillDict(t, d, "dict", args[1:], kw)
	})
	py.DictType.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		cls, err := newTarget(py.DictType, args)
		if err != nil {
			return nil, err
		}
		return wrapNew(cls, NewDict()), nil
	})
	py.DictType.Dict["fromkeys"] = &ClassMethod{Fn: Func("fromkeys", "cls, iterable, value=, /", "Create a new dictionary with keys from iterable and values set to value.", func(t *Thread, a []py.Object) (py.Object, error) {
		v := a[2]
		if v == nil {
			v = None
		}
		if a[0] == py.DictType {
			d := NewDict()
			return d, ForEach(t, a[1], func(k py.Object) error { return d.Set(t, k, v) })
		}
		o, err := Call(t, a[0], nil, nil)
		if err != nil {
			return nil, err
		}
		return o, ForEach(t, a[1], func(k py.Object) error { return SetItem(t, o, k, v) })
	})}
	dictMethod("__reversed__", "/", "Return a reverse iterator over the dict keys.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return newDictIter(d, dictKeys, true), nil
	})
	dictSetItem = dictMethod("__setitem__", "key, value, /", "Set self[key] to value.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return None, d.Set(t, a[0], a[1])
	})
	dictDelItem = dictMethod("__delitem__", "key, /", "Delete self[key].", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		ok, err := d.Delete(t, a[0])
		if err == nil && !ok {
			err = KeyErr(a[0])
		}
		return None, err
	})
	dictIter = dictMethod("__iter__", "/", "Implement iter(self).", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return newDictIter(d, dictKeys, false), nil
	})
	dictReprMethod = dictMethod("__repr__", "/", "Return repr(self).", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		s, err := reprDict(t, d)
		return py.String(s), err
	})

	TypeMethod(dictKeysType, "isdisjoint", "other, /", "Return True if the view and the given iterable have a null intersection.", viewDisjoint)
	TypeMethod(dictItemsType, "isdisjoint", "other, /", "Return True if the view and the given iterable have a null intersection.", viewDisjoint)
	for _, typ := range []*py.Type{dictKeysType, dictValuesType, dictItemsType} {
		TypeGetter(typ, "mapping", "dictionary that this view refers to", func(v *DictView) py.Object { return &MappingProxy{v.d} })
	}
}

func viewDisjoint(t *Thread, v *DictView, a []py.Object) (py.Object, error) {
	found := false
	err := ForEach(t, a[0], func(x py.Object) error {
		in, err := v.Contains(t, x)
		found = found || in
		return err
	})
	return py.Bool(!found), err
}

// fillDict is dict.update and dict(...): a mapping or pairs, then keywords.
func fillDict(t *Thread, d *Dict, fname string, args []py.Object, kw Kwargs) error {
	if len(args) > 1 {
		return TypeErrorf("%s expected at most 1 argument, got %d", fname, len(args))
	}
	if len(args) == 1 {
		if err := updateDict(t, d, args[0]); err != nil {
			return err
		}
	}
	for _, k := range kw {
		d.SetStr(k.Name, k.Value)
	}
	return nil
}

// updateDict adds the entries of a mapping, or of an iterable of pairs.
func updateDict(t *Thread, d *Dict, o py.Object) error {
	if src, ok := o.(*Dict); ok && (src.class == nil || LookupType(src.class, "__iter__") == dictIter) {
		return d.Update(t, src)
	}
	if in, ok := o.(*Instance); ok {
		if src, ok := in.Value.(*Dict); ok && LookupType(in.Class, "keys") == py.DictType.Dict["keys"] && LookupType(in.Class, "__getitem__") == py.DictType.Dict["__getitem__"] {
			return d.Update(t, src)
		}
	}
	if p, ok := o.(*MappingProxy); ok {
		return d.Update(t, p.D)
	}
	keys, err := GetAttrOrNil(t, o, "keys")
	if err != nil {
		return err
	}
	if keys != nil {
		ks, err := Call(t, keys, nil, nil)
		if err != nil {
			return err
		}
		return ForEach(t, ks, func(k py.Object) error {
			v, err := GetItem(t, o, k)
			if err != nil {
				return err
			}
			return d.Set(t, k, v)
		})
	}
	i := 0
	return ForEach(t, o, func(pair py.Object) error {
		items, ok := pair.(py.Tuple)
		if !ok {
			var err error
			if !isIterable(pair) {
				return TypeErrorf("cannot convert dictionary update sequence element #%d to a sequence", i)
			}
			l, err := Collect(t, pair)
			if err != nil {
				return err
			}
			items = l
		}
		if len(items) != 2 {
			return ValueErrorf("dictionary update sequence element #%d has length %d; 2 is required", i, len(items))
		}
		if i++; i&(1<<20-1) == 0 {
			if err := t.Alloc(int64(d.live) * 64); err != nil {
				return err
			}
		}
		return d.Set(t, items[0], items[1])
	})
}
