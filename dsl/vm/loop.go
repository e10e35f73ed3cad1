package vm

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/compile"
	"monge/dsl/runtime"
	"monge/dsl/syntax"
)

// rk is an operand: a register, or a constant when negative.
func rk(regs, consts []py.Object, x int32) py.Object {
	if x >= 0 {
		return regs[x]
	}
	return consts[^x]
}

// loop runs the innermost frame, and those it calls, until an entry frame returns or suspends. A pending error is raised
// first, where the innermost frame stands.
func (m *machine) loop(err error) (py.Object, error) {
	t := m.t
	f := m.top
	again := false
	var (
		ins    []compile.Instr
		regs   []py.Object
		consts []py.Object
		pc     int
	)
frames:
	for {
		if err != nil {
			next, e := m.unwind(err, again)
			if next == nil {
				return nil, e
			}
			f, err, again = next, nil, false
		}
		ins, regs, consts, pc = f.code.Instrs, f.regs, f.code.Consts, f.pc
		for {
			in := &ins[pc]
			f.pc = pc
			pc++
			switch in.Op {
			case compile.Nop:

			case compile.Move:
				regs[in.A] = rk(regs, consts, in.B)

			case compile.LoadCheck:
				v := regs[in.B]
				if v == nil {
					err = f.unbound(int(in.B))
					continue frames
				}
				regs[in.A] = v

			case compile.LoadCell:
				v := regs[in.B].(*runtime.Cell).V
				if v == nil {
					err = f.unbound(int(in.B))
					continue frames
				}
				regs[in.A] = v

			case compile.LoadFree:
				v := f.closure[in.B].V
				if v == nil {
					err = f.unboundFree(int(in.B))
					continue frames
				}
				regs[in.A] = v

			case compile.StoreCell:
				regs[in.A].(*runtime.Cell).V = rk(regs, consts, in.B)

			case compile.StoreFree:
				f.closure[in.A].V = rk(regs, consts, in.B)

			case compile.NewCell:
				regs[in.A] = &runtime.Cell{}

			case compile.DeleteFast:
				if in.F == 0 && regs[in.A] == nil {
					err = f.unbound(int(in.A))
					continue frames
				}
				regs[in.A] = nil

			case compile.DeleteCell, compile.DeleteFree, compile.DeleteGlobal, compile.DeleteName:
				if err = m.deleteVar(f, in); err != nil {
					continue frames
				}

			case compile.LoadGlobal:
				c := f.caches[pc-1]
				if c.dict == f.globals {
					if c.builtin {
						if c.version == f.globals.KeyVersion() {
							if v, ok := f.builtins.AtStr(c.index, c.name); ok {
								regs[in.A] = v
								continue
							}
						}
					} else if v, ok := f.globals.AtStr(c.index, c.name); ok {
						regs[in.A] = v
						continue
					}
				}
				v, e := m.loadGlobal(f, c)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.StoreGlobal:
				c := f.caches[pc-1]
				v := rk(regs, consts, in.B)
				if c.dict == f.globals && f.globals.SetAtStr(c.index, c.name, v) {
					continue
				}
				f.globals.SetStr(c.name, v)
				c.dict, c.index = f.globals, f.globals.IndexStr(c.name)

			case compile.LoadName:
				v, e := m.loadName(f, f.code.Names[in.B])
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.StoreName:
				f.locals.SetStr(f.code.Names[in.A], rk(regs, consts, in.B))

			case compile.LoadNameFree:
				if v, ok := f.locals.GetStr(f.code.Names[in.B]); ok {
					regs[in.A] = v
				} else if v := f.closure[in.C].V; v != nil {
					regs[in.A] = v
				} else {
					err = f.unboundFree(int(in.C))
					continue frames
				}

			case compile.Add:
				b, c := rk(regs, consts, in.B), rk(regs, consts, in.C)
				switch x := b.(type) {
				case py.Int:
					if y, ok := c.(py.Int); ok {
						if z := x + y; (z^x)&(z^y) >= 0 {
							regs[in.A] = m.boxInt(z)
							continue
						}
					}
				case py.Float:
					if y, ok := c.(py.Float); ok {
						regs[in.A] = m.boxFloat(x + y)
						continue
					}
				}
				v, e := m.arith(runtime.OpAdd, in.F, b, c)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.Sub:
				b, c := rk(regs, consts, in.B), rk(regs, consts, in.C)
				switch x := b.(type) {
				case py.Int:
					if y, ok := c.(py.Int); ok {
						if z := x - y; (x^y)&(z^x) >= 0 {
							regs[in.A] = m.boxInt(z)
							continue
						}
					}
				case py.Float:
					if y, ok := c.(py.Float); ok {
						regs[in.A] = m.boxFloat(x - y)
						continue
					}
				}
				v, e := m.arith(runtime.OpSub, in.F, b, c)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.Mul:
				b, c := rk(regs, consts, in.B), rk(regs, consts, in.C)
				switch x := b.(type) {
				case py.Int:
					if y, ok := c.(py.Int); ok {
						// Both within 32 bits: the product fits.
						if x == py.Int(int32(x)) && y == py.Int(int32(y)) {
							regs[in.A] = m.boxInt(x * y)
							continue
						}
					}
				case py.Float:
					if y, ok := c.(py.Float); ok {
						regs[in.A] = m.boxFloat(x * y)
						continue
					}
				}
				v, e := m.arith(runtime.OpMul, in.F, b, c)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.Arith:
				b, c := rk(regs, consts, in.B), rk(regs, consts, in.C)
				op := runtime.BinOp(in.F >> 1)
				if v := m.quickArith(op, b, c); v != nil {
					regs[in.A] = v
					continue
				}
				v, e := m.arith(op, in.F&1, b, c)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.Neg:
				b := rk(regs, consts, in.B)
				if x, ok := b.(py.Float); ok {
					regs[in.A] = m.boxFloat(-x)
					continue
				}
				v, e := runtime.UnaryNeg(t, b)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.Pos:
				v, e := runtime.UnaryPos(t, rk(regs, consts, in.B))
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.Invert:
				v, e := runtime.UnaryInvert(t, rk(regs, consts, in.B))
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.Not:
				b, e := m.truth(rk(regs, consts, in.B))
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = py.Bool(!b)

			case compile.Compare:
				b, c := rk(regs, consts, in.B), rk(regs, consts, in.C)
				if r, ok := quickCompare(syntax.CompareOp(in.F), b, c); ok {
					regs[in.A] = py.Bool(r)
					continue
				}
				v, e := runtime.Compare(t, runtime.CmpOp(in.F), b, c)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.IsOp:
				regs[in.A] = py.Bool(runtime.Is(rk(regs, consts, in.B), rk(regs, consts, in.C)) != (in.F == 1))

			case compile.InOp:
				b, e := runtime.Contains(t, rk(regs, consts, in.C), rk(regs, consts, in.B))
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = py.Bool(b != (in.F == 1))

			case compile.GetItem:
				o, k := rk(regs, consts, in.B), rk(regs, consts, in.C)
				if i, ok := k.(py.Int); ok {
					switch x := o.(type) {
					case *py.List:
						if i < 0 {
							i += py.Int(len(x.Items))
						}
						if uint64(i) < uint64(len(x.Items)) {
							regs[in.A] = x.Items[i]
							continue
						}
					case py.Tuple:
						if i < 0 {
							i += py.Int(len(x))
						}
						if uint64(i) < uint64(len(x)) {
							regs[in.A] = x[i]
							continue
						}
					}
				}
				v, e := runtime.GetItem(t, o, k)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.SetItem:
				o, k, v := rk(regs, consts, in.A), rk(regs, consts, in.B), rk(regs, consts, in.C)
				if l, ok := o.(*py.List); ok {
					if i, ok := k.(py.Int); ok {
						if i < 0 {
							i += py.Int(len(l.Items))
						}
						if uint64(i) < uint64(len(l.Items)) {
							l.Items[i] = v
							continue
						}
					}
				}
				if err = runtime.SetItem(t, o, k, v); err != nil {
					continue frames
				}

			case compile.DelItem:
				if err = runtime.DelItem(t, rk(regs, consts, in.A), rk(regs, consts, in.B)); err != nil {
					continue frames
				}

			case compile.GetAttr:
				o := rk(regs, consts, in.B)
				c := f.caches[pc-1]
				if x, ok := o.(*runtime.Instance); ok && c.cls == x.Class && c.kind == runtime.AttrInstance && c.epoch == runtime.ClassEpoch() && x.Dict != nil {
					if v, ok := x.Dict.AtStr(c.index, c.name); ok {
						regs[in.A] = v
						continue
					}
				}
				v, e := m.getAttr(c, o)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.SetAttr:
				if err = m.setAttr(f.caches[pc-1], rk(regs, consts, in.A), rk(regs, consts, in.B)); err != nil {
					continue frames
				}

			case compile.DelAttr:
				if err = runtime.DelAttr(t, rk(regs, consts, in.A), f.code.Names[in.C]); err != nil {
					continue frames
				}

			case compile.LoadMethod:
				fn, self, e := m.loadMethod(f.caches[pc-1], rk(regs, consts, in.B))
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A], regs[in.A+1] = fn, self

			case compile.SuperMeth:
				fn, self, e := m.superMethod(f, in)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A], regs[in.A+1] = fn, self

			case compile.Call:
				if t.Pending() {
					if err = t.Tick(); err != nil {
						continue frames
					}
				}
				switch fn := regs[in.B].(type) {
				case *Function:
					if !fn.Code.Generator {
						nf, e := m.enter(f, fn, in.B+1, int(in.F), in.A)
						if e != nil {
							err = e
							continue frames
						}
						f = nf
						continue frames
					}
					v, e := m.makeGenerator(fn, regs[in.B+1:in.B+1+int32(in.F)], nil)
					if e != nil {
						err = e
						continue frames
					}
					m.fresh, m.freshIn, m.freshPC = v, f, pc
					regs[in.A] = v
					continue
				case *runtime.Native:
					v, e := fn.Fn(t, regs[in.B+1:in.B+1+int32(in.F):in.B+1+int32(in.F)], nil)
					if e != nil {
						err = e
						continue frames
					}
					regs[in.A] = v
					continue
				case *py.Type:
					nf, v, e := m.construct(f, f.caches[pc-1], fn, in)
					if e != nil {
						err = e
						continue frames
					}
					if nf != nil {
						f = nf
						continue frames
					}
					regs[in.A] = v
					continue
				case *runtime.BoundMethod:
					if fo, ok := fn.Fn.(*Function); ok && !fo.Code.Generator {
						regs[in.B] = fn.Self
						nf, e := m.enter(f, fo, in.B, int(in.F)+1, in.A)
						if e != nil {
							err = e
							continue frames
						}
						f = nf
						continue frames
					}
				}
				v, e := runtime.Call(t, regs[in.B], regs[in.B+1:in.B+1+int32(in.F):in.B+1+int32(in.F)], nil)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.CallMethod:
				if t.Pending() {
					if err = t.Tick(); err != nil {
						continue frames
					}
				}
				first, argc := in.B+1, int32(in.F)+1
				if regs[first] == nil {
					first, argc = first+1, argc-1
				}
				switch fn := regs[in.B].(type) {
				case *Function:
					if !fn.Code.Generator {
						nf, e := m.enter(f, fn, first, int(argc), in.A)
						if e != nil {
							err = e
							continue frames
						}
						f = nf
						continue frames
					}
					v, e := m.makeGenerator(fn, regs[first:first+argc], nil)
					if e != nil {
						err = e
						continue frames
					}
					m.fresh, m.freshIn, m.freshPC = v, f, pc
					regs[in.A] = v
					continue
				case *runtime.Native:
					v, e := fn.Fn(t, regs[first:first+argc:first+argc], nil)
					if e != nil {
						err = e
						continue frames
					}
					regs[in.A] = v
					continue
				}
				v, e := runtime.Call(t, regs[in.B], regs[first:first+argc:first+argc], nil)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.CallKw, compile.CallMethodKw:
				nf, v, e := m.callKw(f, in)
				if e != nil {
					err = e
					continue frames
				}
				if nf != nil {
					f = nf
					continue frames
				}
				regs[in.A] = v

			case compile.CallEx:
				v, e := m.callEx(regs[in.B], regs[in.B+1], regs[in.B+2])
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.Return:
				v := rk(regs, consts, in.B)
				if len(t.Handling) > f.handled {
					t.Handling = t.Handling[:f.handled]
				}
				if f.made != nil {
					if v != py.Object(py.None) {
						err = runtime.TypeErrorf("__init__() should return None, not '%s'", v.Type().Name)
						f.made = nil
						m.release(f)
						f = m.top
						continue frames
					}
					v, f.made = f.made, nil
				}
				isEntry, dst := f.entry, f.dst
				if f.gen != nil {
					f.gen.finished()
				}
				m.release(f)
				if isEntry {
					return v, nil
				}
				f = m.top
				ins, regs, consts, pc = f.code.Instrs, f.regs, f.code.Consts, f.pc+1
				regs[dst] = v

			case compile.Yield:
				v := rk(regs, consts, in.B)
				m.suspend(f)
				return v, nil

			case compile.YieldFrom:
				v, done, e := m.yieldFrom(regs[in.B], regs[in.C])
				if e != nil {
					err = e
					continue frames
				}
				if !done {
					m.suspend(f)
					return v, nil
				}
				regs[in.A] = v

			case compile.BuildTuple:
				items := make(py.Tuple, in.C)
				copy(items, regs[in.B:in.B+in.C])
				regs[in.A] = items

			case compile.BuildList:
				items := make([]py.Object, in.C)
				copy(items, regs[in.B:in.B+in.C])
				regs[in.A] = &py.List{Items: items}

			case compile.BuildSet:
				s := runtime.NewSet()
				for _, v := range regs[in.B : in.B+in.C] {
					if err = s.Add(t, v); err != nil {
						continue frames
					}
				}
				regs[in.A] = s

			case compile.BuildDict:
				d := runtime.NewDictSize(int(in.C))
				for i := in.B; i < in.B+2*in.C; i += 2 {
					if err = d.Set(t, regs[i], regs[i+1]); err != nil {
						continue frames
					}
				}
				regs[in.A] = d

			case compile.BuildString:
				regs[in.A] = joinStrings(regs[in.B : in.B+in.C])

			case compile.BuildSlice:
				regs[in.A] = &py.Slice{Start: regs[in.B], Stop: regs[in.B+1], Step: regs[in.B+2]}

			case compile.ListAppend:
				l := regs[in.A].(*py.List)
				l.Items = append(l.Items, rk(regs, consts, in.B))

			case compile.SetAdd:
				if err = regs[in.A].(*runtime.Set).Add(t, rk(regs, consts, in.B)); err != nil {
					continue frames
				}

			case compile.DictSet:
				if err = regs[in.A].(*runtime.Dict).Set(t, rk(regs, consts, in.B), rk(regs, consts, in.C)); err != nil {
					continue frames
				}

			case compile.ListExtend:
				l := regs[in.A].(*py.List)
				items, e := m.spread(rk(regs, consts, in.B))
				if e != nil {
					err = e
					continue frames
				}
				l.Items = append(l.Items, items...)

			case compile.SetUpdate:
				if err = m.setUpdate(regs[in.A].(*runtime.Set), rk(regs, consts, in.B)); err != nil {
					continue frames
				}

			case compile.DictUpdate:
				if err = m.dictUpdate(regs[in.A].(*runtime.Dict), rk(regs, consts, in.B)); err != nil {
					continue frames
				}

			case compile.DictMerge:
				if err = m.dictMerge(regs[in.A].(*runtime.Dict), rk(regs, consts, in.B), regs[in.C]); err != nil {
					continue frames
				}

			case compile.ListTuple:
				items := regs[in.B].(*py.List).Items
				if items == nil {
					items = []py.Object{}
				}
				regs[in.A] = py.Tuple(items)

			case compile.Format:
				var spec py.Object
				if in.F&256 != 0 {
					spec = rk(regs, consts, in.C)
				}
				v, e := m.format(rk(regs, consts, in.B), byte(in.F), spec)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.Unpack:
				if err = m.unpack(regs, in.A, rk(regs, consts, in.B), int(in.C)); err != nil {
					continue frames
				}

			case compile.UnpackEx:
				items, e := runtime.Unpack(t, rk(regs, consts, in.B), int(in.C)+1+int(in.F), int(in.C))
				if e != nil {
					err = e
					continue frames
				}
				copy(regs[in.A:], items)

			case compile.GetIter:
				b := rk(regs, consts, in.B)
				if g, ok := b.(*Generator); ok {
					// What the instruction before made is known here only.
					g.owned = in.F == 2 && m.fresh == g && m.freshIn == f && m.freshPC == pc-1
					regs[in.A] = g
					continue
				}
				it, e := runtime.Iter(t, b)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = it

			case compile.CloseIter:
				if g, ok := regs[in.A].(*Generator); ok && g.owned {
					// CPython reports an error in a forgotten generator and goes on.
					_ = g.Close(t)
				}

			case compile.ForIter:
				if t.Pending() {
					if err = t.Tick(); err != nil {
						continue frames
					}
				}
				var v py.Object
				switch it := regs[in.B].(type) {
				case *runtime.RangeIter:
					if it.Left > 0 {
						regs[in.A] = m.boxInt(py.Int(it.Cur))
						it.Cur += it.Step
						it.Left--
						pc = int(in.C)
					}
					continue
				case *runtime.ListIter:
					v, _ = it.Next(t)
				case *runtime.TupleIter:
					v, _ = it.Next(t)
				case *Generator:
					v, err = it.resume(t, py.None, nil)
				case runtime.Iterator:
					v, err = it.Next(t)
				}
				if err != nil {
					continue frames
				}
				if v != nil {
					regs[in.A] = v
					pc = int(in.C)
				}

			case compile.Jump:
				if int(in.C) < pc && t.Pending() {
					if err = t.Tick(); err != nil {
						continue frames
					}
				}
				pc = int(in.C)

			case compile.JumpIf, compile.JumpIfNot:
				b, e := m.truth(rk(regs, consts, in.A))
				if e != nil {
					err = e
					continue frames
				}
				if b == (in.Op == compile.JumpIf) {
					if int(in.C) < pc && t.Pending() {
						if err = t.Tick(); err != nil {
							continue frames
						}
					}
					pc = int(in.C)
				}

			case compile.JumpNone:
				if regs[in.A] == py.Object(py.None) {
					pc = int(in.C)
				}

			case compile.JumpCmp:
				b, c := rk(regs, consts, in.A), rk(regs, consts, in.B)
				r, ok := quickCompare(syntax.CompareOp(in.F&255), b, c)
				if !ok {
					if r, err = runtime.CompareBool(t, runtime.CmpOp(in.F&255), b, c); err != nil {
						continue frames
					}
				}
				if r == (in.F>>8 == 1) {
					if int(in.C) < pc && t.Pending() {
						if err = t.Tick(); err != nil {
							continue frames
						}
					}
					pc = int(in.C)
				}

			case compile.JumpIs:
				if runtime.Is(rk(regs, consts, in.A), rk(regs, consts, in.B)) == (in.F == 1) {
					if int(in.C) < pc && t.Pending() {
						if err = t.Tick(); err != nil {
							continue frames
						}
					}
					pc = int(in.C)
				}

			case compile.JumpIn:
				b, e := runtime.Contains(t, rk(regs, consts, in.B), rk(regs, consts, in.A))
				if e != nil {
					err = e
					continue frames
				}
				if b == (in.F == 1) {
					if int(in.C) < pc && t.Pending() {
						if err = t.Tick(); err != nil {
							continue frames
						}
					}
					pc = int(in.C)
				}

			case compile.JumpNoMatch:
				b, e := m.matches(regs[in.A], rk(regs, consts, in.B))
				if e != nil {
					err = e
					continue frames
				}
				if !b {
					pc = int(in.C)
				}

			case compile.Raise:
				var x, cause py.Object
				if in.F > 0 {
					x = rk(regs, consts, in.A)
				}
				if in.F > 1 {
					cause = rk(regs, consts, in.B)
				}
				err, again = m.raise(in.F, x, cause)
				continue frames

			case compile.Reraise:
				err, again = regs[in.A].(*runtime.Exception), true
				continue frames

			case compile.PopHandled:
				t.Handling = t.Handling[:f.handled+int(in.A)]

			case compile.AssertFail:
				if in.F == 1 {
					err = runtime.NewException(py.AssertionError, rk(regs, consts, in.A))
				} else {
					err = runtime.NewException(py.AssertionError)
				}
				continue frames

			case compile.WithEnter:
				exit, v, e := m.withEnter(rk(regs, consts, in.B))
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A], regs[in.A+1] = exit, v

			case compile.WithExit:
				if _, err = runtime.Call(t, regs[in.A], []py.Object{py.None, py.None, py.None}, nil); err != nil {
					continue frames
				}

			case compile.WithExcept:
				b, e := m.withExcept(regs[in.B], regs[in.C].(*runtime.Exception))
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = py.Bool(b)

			case compile.MakeFunction:
				regs[in.A] = f.function(in)

			case compile.BuildClass:
				v, e := m.buildClass(f, in)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.ImportName:
				v, e := m.importName(f, f.code.Names[in.C], int(in.F), in.B == 1)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.ImportFrom:
				v, e := m.importFrom(f, regs[in.B], f.code.Names[in.C])
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.ImportStar:
				if err = m.importStar(f, regs[in.B]); err != nil {
					continue frames
				}

			case compile.Annotations:
				ns := f.Locals()
				if _, ok := ns.GetStr("__annotations__"); !ok {
					ns.SetStr("__annotations__", runtime.NewDict())
				}

			case compile.MatchSeq, compile.MatchMap:
				b, e := m.matchShape(in.Op, regs[in.A], int(in.B), in.F == 1)
				if e != nil {
					err = e
					continue frames
				}
				if !b {
					pc = int(in.C)
				}

			case compile.MatchKeys:
				v, e := m.matchKeys(regs[in.B], regs[in.C].(py.Tuple))
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.MatchRest:
				v, e := m.matchRest(regs[in.B], regs[in.C].(py.Tuple))
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.MatchItem:
				v, e := m.matchItem(regs[in.B], int(in.C), in.F == 1)
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			case compile.MatchClass:
				v, e := m.matchClass(regs[in.B], regs[in.C], int(in.F), regs[in.C+1].(py.Tuple))
				if e != nil {
					err = e
					continue frames
				}
				regs[in.A] = v

			default:
				err = runtime.Errorf(py.SystemError, "unknown instruction %s", in.Op)
				continue frames
			}
		}
	}
}
