package runtime

import "github.com/go-python/gpython/py"

func setMethod(both bool, name, spec, doc string, fn func(t *Thread, s *Set, a []py.Object) (py.Object, error)) {
	TypeMethod(py.SetType, name, spec, doc, fn)
	if both {
		TypeMethod(py.FrozenSetType, name, spec, doc, fn)
	}
}

func init() {
	setMethod(false, "add", "object, /", "add(object)\n\nPuts object into the set, if it is not there yet.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		return None, s.Add(t, a[0])
	})
	setMethod(false, "discard", "object, /", "discard(object)\n\nTakes object out of the set, if it is there.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		_, err := s.Discard(t, a[0])
		return None, err
	})
	setMethod(false, "remove", "object, /", "remove(object)\n\nTakes object out of the set. KeyError when it is not there.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		ok, err := s.Discard(t, a[0])
		if err == nil && !ok {
			err = KeyErr(a[0])
		}
		return None, err
	})
	setMethod(false, "pop", "/", "pop()\n\nTakes out some element and returns it. KeyError when the set is empty.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		if v := s.pop(); v != nil {
			return v, nil
		}
		return nil, NewException(py.KeyError, py.String("pop from an empty set"))
	})
	setMethod(false, "clear", "/", "clear()\n\nTakes out all elements.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		s.Clear()
		return None, nil
	})
	setMethod(true, "copy", "/", "copy()\n\nAnother set with the same elements.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		if s.frozen {
			return s, nil
		}
		return s.Copy(), nil
	})
	setMethod(false, "update", "*others", "update(*others)\n\nPuts the elements of all others into the set.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		for _, o := range a {
			if err := s.Update(t, o); err != nil {
				return nil, err
			}
		}
		return None, nil
	})
	setMethod(true, "union", "*others", "union(*others)\n\nA set of what is in this set or in any of the others.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
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
	fold("intersection", "intersection(*others)\n\nA set of what is in this set and in all others.", (*Set).intersection)
	fold("difference", "difference(*others)\n\nA set of what is in this set and in none of the others.", (*Set).difference)
	setMethod(true, "symmetric_difference", "other, /", "symmetric_difference(other)\n\nA set of what is in one of the two but not in both.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		r, err := s.symmetric(t, a[0])
		if err != nil {
			return nil, err
		}
		return r, nil
	})
	setMethod(false, "intersection_update", "*others", "intersection_update(*others)\n\nKeeps only the elements that are in all others too.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
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
	setMethod(false, "difference_update", "*others", "difference_update(*others)\n\nTakes out the elements that are in any of the others.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		for _, o := range a {
			if err := s.differenceUpdate(t, o); err != nil {
				return nil, err
			}
		}
		return None, nil
	})
	setMethod(false, "symmetric_difference_update", "other, /", "symmetric_difference_update(other)\n\nTakes out the elements common with other and puts the rest of other in.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		return None, s.symmetricUpdate(t, a[0])
	})
	setMethod(true, "isdisjoint", "other, /", "isdisjoint(other)\n\nTells whether the set and other have no element in common.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		r, err := s.intersection(t, a[0])
		if err != nil {
			return nil, err
		}
		return py.Bool(r.used == 0), nil
	})
	setMethod(true, "issubset", "other, /", "issubset(other)\n\nTells whether all elements of this set are in other.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		o, err := asSet(t, a[0])
		if err != nil {
			return nil, err
		}
		r, err := s.subset(t, o)
		return py.Bool(r), err
	})
	setMethod(true, "issuperset", "other, /", "issuperset(other)\n\nTells whether all elements of other are in this set.", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
		o, err := asSet(t, a[0])
		if err != nil {
			return nil, err
		}
		r, err := o.subset(t, s)
		return py.Bool(r), err
	})
	setMethod(false, "__init__", "iterable=, /", "Fills the set from the argument of set(...).", func(t *Thread, s *Set, a []py.Object) (py.Object, error) {
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
