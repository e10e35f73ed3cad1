package runtime

import "github.com/go-python/gpython/py"

func setMethod(both bool, name, spec, doc string, fn func(t *Thread, s *Set, a []py.Object) (py.Object, error)) {
	TypeMethod(py.SetType, name, spec, doc, fn)
	if both {
		TypeMethod(py.FrozenSetType, name, spec, doc, fn)
	}
}

func init() {
	setMethod(false, "add", "object, /", "Add an element to a set.\n\nThis has no effect if the element is already present.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		return None, s.Add(t, a[0])
	})
	setMethod(false, "discard", "object, /", "Remove an element from a set if it is a member.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		_, err := s.Discard(t, a[0])
		return None, err
	})
	setMethod(false, "remove", "object, /", "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		ok, err := s.Discard(t, a[0])
		if err == nil && !ok {
			err = KeyErr(a[0])
		}
		return None, err
	})
	setMethod(false, "pop", "/", "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		if v := s.pop(); v != nil {
			return v, nil
		}
		return nil, NewException(py.KeyError, py.String("pop from an empty set"))
	})
	setMethod(false, "clear", "/", "Remove all elements from this set.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		s.Clear()
		return None, nil
	})
	setMethod(true, "copy", "/", "Return a shallow copy of a set.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		if s.frozen {
			return s, nil
		}
		return s.Copy(), nil
	})
	setMethod(false, "update", "*others", "Update a set with the union of itself and others.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		for _, o := range a {
			if err := s.Update(t, o); err != nil {
				return nil, err
			}
		}
		return None, nil
	})
	setMethod(true, "union", "*others", "Return the union of sets as a new set.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		r := s.Copy()
		for _, o := range a {
			if err := r.Update(t, o); err != nil {
				return nil, err
			}
		}
		return r, nil
	})
	fold := func(name, doc string, step func(s *Set, t *Thread, o py.Object) (*Set, error)) {
		setMethod(true, name, "*others", doc, func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
			r := s
			if len(a) == 0 {
				return s.Copy(), nil
			}
			for _, o := range a {
				var err error
				if r, err = step(r, t, o); err != nil {
					return nil, err
				}
				r.frozen = s.frozen
			}
			return r, nil
		})
	}
	fold("intersection", "Return the intersection of two sets as a new set.", (*Set).intersection)
	fold("difference", "Return the difference of two or more sets as a new set.", (*Set).difference)
	setMethod(true, "symmetric_difference", "other, /", "Return the symmetric difference of two sets as a new set.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		r, err := s.symmetric(t, a[0])
		if err != nil {
			return nil, err
		}
		return r, nil
	})
	setMethod(false, "intersection_update", "*others", "Update a set with the intersection of itself and another.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		r := s
		for _, o := range a {
			var err error
			if r, err = r.intersection(t, o); err != nil {
				return nil, err
			}
		}
		s.become(r)
		return None, nil
	})
	setMethod(false, "difference_update", "*others", "Remove all elements of another set from this set.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		for _, o := range a {
			if err := s.differenceUpdate(t, o); err != nil {
				return nil, err
			}
		}
		return None, nil
	})
	setMethod(false, "symmetric_difference_update", "other, /", "Update a set with the symmetric difference of itself and another.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		return None, s.symmetricUpdate(t, a[0])
	})
	setMethod(true, "isdisjoint", "other, /", "Return True if two sets have a null intersection.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		r, err := s.intersection(t, a[0])
		if err != nil {
			return nil, err
		}
		return py.Bool(r.used == 0), nil
	})
	setMethod(true, "issubset", "other, /", "Report whether another set contains this set.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		o, err := asSet(t, a[0])
		if err != nil {
			return nil, err
		}
		r, err := s.subset(t, o)
		return py.Bool(r), err
	})
	setMethod(true, "issuperset", "other, /", "Report whether this set contains another set.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		o, err := asSet(t, a[0])
		if err != nil {
			return nil, err
		}
		r, err := o.subset(t, s)
		return py.Bool(r), err
	})
	setMethod(false, "__init__", "iterable=, /", "Initialize self.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		s.Clear()
		if a[0] == nil {
			return None, nil
		}
		return None, s.Update(t, a[0])
	})
	py.SetType.Dict["__new__"] = NewNative("__new__", "", func(t *Thread, args []py.Object, kw Kwargs) (py.Object, error) {
		cls, err := newTarget(py.SetType, args)
		if err != nil {
			return nil, err
		}
		return wrapNew(cls, NewSet()), nil
	})
	TypeNew(py.FrozenSetType, "iterable=, /", "", func(t *Thread, cls *py.Type, a []py.Object) (py.Object, error) {
		return newFrozenSet(t, a[0])
	})
}

func newFrozenSet(t *Thread, o py.Object) (py.Object, error) {
	if o == nil {
		return NewFrozenSet(NewSet()), nil
	}
	if s, ok := o.(*Set); ok && s.frozen {
		return s, nil
	}
	s, err := SetOf(t, o)
	if err != nil {
		return nil, err
	}
	return NewFrozenSet(s), nil
}
