package runtime

import "github.com/go-python/gpython/py"

// What the evaluation loop's inline caches need beyond AtStr and SetAtStr.

// HashStr is the hash of a string key, computed once per place in the code.
func HashStr(name string) int64 { return hashString(name) }

// GetStrHash is GetStr for a name whose hash is known.
func (d *Dict) GetStrHash(name string, h int64) (py.Object, bool) {
	if at := d.findStr(name, h); at >= 0 {
		return d.entries[at].value, true
	}
	return nil, false
}

// LacksStr reports that a string key is absent. It may say false for an absent key of a large dict, never true for a
// present one.
func (d *Dict) LacksStr(h int64) bool {
	if d.index != nil {
		return false
	}
	for i := range d.entries {
		if d.entries[i].hash == h {
			return false
		}
	}
	return true
}

// AttrKind says how an attribute of a class's instances is found, for inline caches.
type AttrKind uint8

// The kinds: through the whole lookup; in the instance's dictionary, the class having nothing of that name; a plain
// function of the class that the instance's dictionary may shadow; a value of the class that it may shadow; a property.
const (
	AttrSlow AttrKind = iota
	AttrInstance
	AttrMethod
	AttrValue
	AttrProperty
)

// ClassifyAttr tells how instances of cls find an attribute; v is the function, value or property of the class. The
// answer holds while ClassEpoch stays the same.
func ClassifyAttr(cls *py.Type, name string) (kind AttrKind, v py.Object) {
	if !PlainGet(cls) {
		return AttrSlow, nil
	}
	v, owner := lookupOwner(cls, name)
	switch d := v.(type) {
	case nil:
		return AttrInstance, nil
	case *Property:
		if d.Get != nil {
			return AttrProperty, d.Get
		}
		return AttrSlow, nil
	case py.Int, py.Float, py.String, py.Bool, py.NoneType, *py.List, *Dict, *Set, py.Tuple:
		return AttrValue, v
	}
	if bindsPlainly(v, owner) {
		return AttrMethod, v
	}
	return AttrSlow, nil
}

// ClassifySet reports whether assignment to an attribute of instances of cls goes straight to the instance's
// dictionary. The answer holds while ClassEpoch stays the same.
func ClassifySet(cls *py.Type, name string) bool {
	if !PlainSet(cls) {
		return false
	}
	if c := classOf(cls); c == nil || c.payload != nil {
		return false
	}
	v, _ := lookupOwner(cls, name)
	return v == nil || !isData(v)
}

// ClassifyTypeAttr tells whether reading an attribute from the class object cls gives a value that stays the same while
// ClassEpoch does.
func ClassifyTypeAttr(cls *py.Type, name string) (v py.Object, ok bool) {
	if cls.ObjectType != py.TypeType {
		return nil, false
	}
	if m, _ := lookupOwner(py.TypeType, name); m != nil {
		return nil, false
	}
	v, owner := lookupOwner(cls, name)
	switch d := v.(type) {
	case *Native:
		if !isHeap(owner) {
			d.ownedBy(owner)
		}
		return d, true
	case *StaticMethod:
		return d.Fn, true
	case py.Int, py.Float, py.String, py.Bool, py.NoneType, *py.List, *Dict, *Set, py.Tuple:
		return v, true
	case Binder:
		return d, owner != nil
	}
	return nil, false
}

// PlainInit is the __init__ of a class whose call means: make an instance, then run __init__ on it. It is nil for all
// other classes.
func PlainInit(cls *py.Type) py.Object {
	c := classOf(cls)
	if c == nil || c.ObjectType != py.TypeType || c.payload != nil || len(c.abstract) > 0 {
		return nil
	}
	if _, owner := lookupOwner(cls, "__new__"); owner != py.ObjectType {
		return nil
	}
	init, owner := lookupOwner(cls, "__init__")
	if owner == py.ObjectType || !bindsPlainly(init, owner) {
		return nil
	}
	return init
}
