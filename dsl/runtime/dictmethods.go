package runtime

import "github.com/go-python/gpython/py"

// Natives of dict that operations recognise, to take the direct way when a derived class does not override them.
var dictSetItem, dictDelItem, dictIter, dictReprMethod *Native

func dictMethod(name, spec, doc string, fn func(t *Thread, d *Dict, a []py.Object) (py.Object, error)) *Native {
	TypeMethod(py.DictType, name, spec, doc, fn)
	return py.DictType.Dict[name].(*Native)
}

func init() {
	py.DictType.Dict["get"] = NewMethod("get", "get(key, default=None)\n\nThe value of key, or default when the dict lacks the key.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
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
	dictMethod("setdefault", "key, default=, /", "setdefault(key, default=None)\n\nThe value of key. A dict that lacks the key first gets it with default as the value.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		v := a[1]
		if v == nil {
			v = None
		}
		return d.SetDefault(t, a[0], v)
	})
	dictMethod("pop", "key, default=, /", "pop(key[, default])\n\nTakes key out and returns its value. A missing key gives default, or KeyError without one.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		v, ok, err := d.Pop(t, a[0])
		if err != nil || ok {
			return v, err
		}
		if a[1] != nil {
			return a[1], nil
		}
		return nil, KeyErr(a[0])
	})
	dictMethod("popitem", "/", "popitem()\n\nTakes out the entry that was added last and returns key and value as a tuple. KeyError when the dict is empty.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		k, v, ok := d.popEnd(true)
		if !ok {
			return nil, NewException(py.KeyError, py.String("popitem(): dictionary is empty"))
		}
		return py.Tuple{k, v}, nil
	})
	dictMethod("keys", "/", "keys()\n\nThe keys, as a view that follows changes of the dict and has the operators of sets.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return &DictView{d, dictKeys}, nil
	})
	dictMethod("values", "/", "values()\n\nThe values, as a view that follows changes of the dict.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return &DictView{d, dictValues}, nil
	})
	dictMethod("items", "/", "items()\n\nTuples of key and value, as a view that follows changes of the dict and has the operators of sets.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return &DictView{d, dictItems}, nil
	})
	dictMethod("clear", "/", "clear()\n\nTakes out all entries.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		d.Clear()
		return None, nil
	})
	dictMethod("copy", "/", "copy()\n\nAnother dict with the same keys and the same values; the values themselves are not copied.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return d.Copy(), nil
	})
	py.DictType.Dict["update"] = NewMethod("update", "update([other], **names)\n\nSets the entries of other, a mapping or pairs of key and value, then the keyword arguments.", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		d, ok := Payload(args[0]).(*Dict)
		if !ok {
			return nil, TypeErrorf("descriptor 'update' for 'dict' objects doesn't apply to a '%s' object", typeName(args[0]))
		}
		return None, fillDict(t, d, "update", args[1:], kw)
	})
	py.DictType.Dict["__init__"] = NewMethod("__init__", "Fills the dict from the arguments of dict(...).", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
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
	py.DictType.Dict["fromkeys"] = &ClassMethod{Fn: Func("fromkeys", "cls, iterable, value=, /", "fromkeys(iterable, value=None)\n\nA dict with the items as keys, all having the same value.", func(t *Thread, a []py.Object) (py.Object, error) {
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
	dictMethod("__reversed__", "/", "The keys, from the one added last to the first.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return newDictIter(d, dictKeys, true), nil
	})
	dictSetItem = dictMethod("__setitem__", "key, value, /", "Does d[key] = value.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return None, d.Set(t, a[0], a[1])
	})
	dictDelItem = dictMethod("__delitem__", "key, /", "Does del d[key].", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		ok, err := d.Delete(t, a[0])
		if err == nil && !ok {
			err = KeyErr(a[0])
		}
		return None, err
	})
	dictIter = dictMethod("__iter__", "/", "Iterator over the keys.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		return newDictIter(d, dictKeys, false), nil
	})
	dictReprMethod = dictMethod("__repr__", "/", "The dict as repr() shows it.", func(t *Thread, d *Dict, a []py.Object) (py.Object, error) {
		s, err := reprDict(t, d)
		return py.String(s), err
	})

	TypeMethod(dictKeysType, "isdisjoint", "other, /", "isdisjoint(other)\n\nTells whether the view and other have no element in common.", viewDisjoint)
	TypeMethod(dictItemsType, "isdisjoint", "other, /", "isdisjoint(other)\n\nTells whether the view and other have no element in common.", viewDisjoint)
	for _, typ := range []*py.Type{dictKeysType, dictValuesType, dictItemsType} {
		TypeGetter(typ, "mapping", "The dict behind the view, for reading only.", func(v *DictView) py.Object { return &MappingProxy{v.d} })
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
