package compile

import (
	"github.com/go-python/gpython/py"

	"monge/dsl/syntax"
)

// block is an enclosing statement that return, break and continue have to leave properly.
type block struct {
	kind                blockKind
	onBreak, onContinue *label
	// handled is the number of exceptions being handled outside the statement.
	handled int32
	// finally is the body to run on the way out; exit the register of a with statement's exit method; name the
	// variable of an except clause.
	finally []syntax.Stmt
	exit    int32
	at      syntax.Span
	name    string
	// iter is the register of a loop's iterator, made tells that it may be a generator to be closed on the way out.
	iter int32
	made bool
	// ranges are the protected ranges so far, start the beginning of the open one, -1 while it is closed.
	ranges [][2]int
	start  int
}

type blockKind uint8

const (
	loopBlock    blockKind = iota
	tryBlock               // protected by handlers; nothing to do on the way out
	finallyBlock           // protected, and the finally body is to be run
	withBlock              // protected, and the exit method is to be called
	handlerBlock           // an except clause or the exceptional run of a finally body
)

func (u *unit) enterBlock(b *block) *block {
	b.start = -1
	b.handled = u.handled
	if b.kind == tryBlock || b.kind == finallyBlock || b.kind == withBlock || b.name != "" || b.made {
		b.start = u.pc()
	}
	u.blocks = append(u.blocks, b)
	return b
}

// closeRange ends the open protected range of a block.
func (u *unit) closeRange(b *block) {
	if b.start >= 0 && u.pc() > b.start {
		b.ranges = append(b.ranges, [2]int{b.start, u.pc()})
	}
	b.start = -1
}

func (u *unit) leaveBlock(b *block) {
	u.closeRange(b)
	u.blocks = u.blocks[:len(u.blocks)-1]
}

// handler makes the next instruction the handler of a block's ranges. The exception gets the register on top of the
// stack, which is pushed.
func (u *unit) handler(b *block, before []bool) int32 {
	reg := u.pushTemp()
	for _, r := range b.ranges {
		u.code.Handlers = append(u.code.Handlers, Handler{
			Start: int32(r[0]), End: int32(r[1]), Target: int32(u.pc()), Reg: reg, Handled: b.handled,
		})
	}
	u.handled = b.handled + 1
	u.restore(before)
	return reg
}

// unwind leaves the blocks from the innermost down to, but not including, the one at index to. When the run of their
// finishing code is over, resume opens their protected ranges again.
func (u *unit) unwind(to int) (resume func()) {
	blocks := u.blocks
	handled := u.handled
	var paused []*block
	for i := len(blocks) - 1; i >= to; i-- {
		b := blocks[i]
		if b.start >= 0 {
			u.closeRange(b)
			paused = append(paused, b)
		}
		u.blocks = blocks[:i:i]
		switch b.kind {
		case loopBlock:
			if b.made {
				u.emit(CloseIter, 0, b.iter, 0, 0)
			}
		case finallyBlock:
			u.handled = b.handled
			u.stmts(b.finally)
		case withBlock:
			u.handled = b.handled
			old := u.at
			u.at = b.at
			u.emit(WithExit, 0, b.exit, 0, 0)
			u.at = old
		case handlerBlock:
			u.emit(PopHandled, 0, b.handled, 0, 0)
			u.handled = b.handled
			if b.name != "" {
				u.clearName(b.name)
			}
		}
	}
	return func() {
		u.blocks = blocks
		u.handled = handled
		for _, b := range paused {
			b.start = u.pc()
		}
	}
}

// clearName is "name = None; del name" at the end of an except clause.
func (u *unit) clearName(name string) {
	u.pushConst(py.None)
	u.store(name)
	u.del(name)
}

func (u *unit) returnStmt(s *syntax.Return) {
	if u.scope.kind != funcScope {
		fail(s, "'return' outside function")
	}
	if s.X == nil {
		u.pushConst(py.None)
	} else {
		u.expr(s.X)
	}
	for _, b := range u.blocks {
		if b.made || b.kind != loopBlock && b.kind != tryBlock {
			// What runs on the way out must not change the value.
			u.settleTop()
			break
		}
	}
	at := u.at
	resume := u.unwind(0)
	u.at = at
	u.emit(Return, 0, 0, u.rk(u.depth()-1), 0)
	u.pop()
	resume()
	u.dead = true
}

// leaveLoop compiles break and continue.
func (u *unit) leaveLoop(s syntax.Stmt, isBreak bool) {
	for i := len(u.blocks) - 1; i >= 0; i-- {
		b := u.blocks[i]
		if b.kind != loopBlock {
			continue
		}
		resume := u.unwind(i + 1)
		l := b.onContinue
		if isBreak {
			l = b.onBreak
			if b.made {
				u.emit(CloseIter, 0, b.iter, 0, 0)
			}
		}
		u.jump(Jump, 0, 0, 0, l)
		resume()
		u.dead = true
		return
	}
	if isBreak {
		fail(s, "'break' outside loop")
	}
	fail(s, "'continue' not properly in loop")
}

func (u *unit) try(s *syntax.Try) {
	if len(s.Finally) == 0 {
		u.tryExcept(s)
		return
	}
	before := u.snapshot()
	end := newLabel()
	b := u.enterBlock(&block{kind: finallyBlock, finally: s.Finally})
	if len(s.Handlers) > 0 {
		u.tryExcept(s)
	} else {
		u.stmts(s.Body)
		u.stmts(s.Else)
	}
	u.leaveBlock(b)
	if !u.dead {
		u.stmts(s.Finally)
		u.jump(Jump, 0, 0, 0, end)
	}
	if len(b.ranges) > 0 {
		depth := u.depth()
		exc := u.handler(b, before)
		h := u.enterBlock(&block{kind: handlerBlock})
		h.handled = b.handled
		u.stmts(s.Finally)
		u.leaveBlock(h)
		u.emit(Reraise, 0, exc, 0, 0)
		u.dead = true
		u.cut(depth)
	}
	u.handled = b.handled
	u.bind(end)
}

func (u *unit) tryExcept(s *syntax.Try) {
	before := u.snapshot()
	end := newLabel()
	b := u.enterBlock(&block{kind: tryBlock})
	u.stmts(s.Body)
	u.leaveBlock(b)
	if !u.dead {
		u.stmts(s.Else)
		if !u.dead {
			u.jump(Jump, 0, 0, 0, end)
		}
	}
	if len(b.ranges) == 0 {
		u.bind(end)
		return
	}
	depth := u.depth()
	exc := u.handler(b, before)
	catchAll := false
	for i, h := range s.Handlers {
		next := newLabel()
		u.at = h.Span
		if h.Type == nil {
			if i < len(s.Handlers)-1 {
				fail(h, "default 'except:' must be last")
			}
			catchAll = true
		} else {
			u.expr(h.Type)
			u.at = h.Type.Range()
			u.jump(JumpNoMatch, 0, exc, u.pop(), next)
		}
		u.handlerBody(h, exc, b.handled, end)
		u.bind(next)
		u.handled = b.handled + 1
	}
	if !catchAll {
		u.emit(Reraise, 0, exc, 0, 0)
	}
	u.dead = true
	u.cut(depth)
	u.handled = b.handled
	u.bind(end)
}

// handlerBody compiles the body of an except clause and jumps to end.
func (u *unit) handlerBody(h *syntax.ExceptHandler, exc, handled int32, end *label) {
	if h.Name != "" {
		u.at = h.Span
		u.push(operand{kind: inTemp})
		t := u.reg(u.depth() - 1)
		u.emit(Move, 0, t, exc, 0)
		u.store(h.Name)
	}
	before := u.snapshot()
	hb := u.enterBlock(&block{kind: handlerBlock, name: h.Name})
	hb.handled = handled
	u.stmts(h.Body)
	u.leaveBlock(hb)
	if !u.dead {
		u.emit(PopHandled, 0, handled, 0, 0)
		u.handled = handled
		if h.Name != "" {
			u.clearName(h.Name)
		}
		u.jump(Jump, 0, 0, 0, end)
	}
	if h.Name != "" && len(hb.ranges) > 0 {
		// An exception in the body still unbinds the name. It is handled on top of the one the clause handles.
		depth := u.depth()
		hb.handled = handled + 1
		again := u.handler(hb, before)
		u.clearName(h.Name)
		u.emit(Reraise, 0, again, 0, 0)
		u.dead = true
		u.cut(depth)
		u.handled = handled + 1
	}
	u.dead = true
}

// with compiles the items of a with statement from the i-th on, then its body.
func (u *unit) with(s *syntax.With, i int) {
	if i == len(s.Items) {
		u.stmts(s.Body)
		return
	}
	item := s.Items[i]
	u.expr(item.X)
	at := s.Span
	u.at = at
	r := u.pop()
	exit := u.pushTemp()
	u.pushTemp() // the value of __enter__
	u.emit(WithEnter, 0, exit, r, 0)
	u.pop()
	before := u.snapshot()
	end := newLabel()
	b := u.enterBlock(&block{kind: withBlock, exit: exit, at: at})
	if item.Target != nil {
		u.pushTemp()
		u.assign(item.Target)
	}
	u.with(s, i+1)
	u.leaveBlock(b)
	if !u.dead {
		u.at = at
		u.emit(WithExit, 0, exit, 0, 0)
		u.jump(Jump, 0, 0, 0, end)
	}
	if len(b.ranges) > 0 {
		u.at = at
		exc := u.handler(b, before)
		swallow := u.pushTemp()
		u.emit(WithExcept, 0, swallow, exit, exc)
		suppressed := newLabel()
		u.jump(JumpIf, 0, swallow, 0, suppressed)
		u.emit(Reraise, 0, exc, 0, 0)
		u.dead = true
		u.bind(suppressed)
		u.emit(PopHandled, 0, b.handled, 0, 0)
		u.popN(2)
	}
	u.handled = b.handled
	u.bind(end)
	u.pop()
}
