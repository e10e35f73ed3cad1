package kernel

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"monge/dsl"
)

// running knows the cell that runs, so that an interrupt finds it.
type running struct {
	mu   sync.Mutex
	cell *execution
}

// execution is one run of a cell, from before the evaluator is called until it has returned.
type execution struct {
	r           *request
	out         *cell
	cancel      context.CancelFunc
	done        chan struct{} // closed when the evaluator has returned
	interrupted chan struct{} // closed by the first interrupt
	since       time.Time     // of the first interrupt; zero: none. Under running.mu
}

func (x *execution) wasInterrupted() bool {
	select {
	case <-x.interrupted:
		return true
	default:
		return false
	}
}

func (n *running) begin(r *request, out *cell, cancel context.CancelFunc) *execution {
	x := &execution{r: r, out: out, cancel: cancel, done: make(chan struct{}), interrupted: make(chan struct{})}
	n.mu.Lock()
	n.cell = x
	n.mu.Unlock()
	return x
}

func (n *running) end(x *execution) {
	n.mu.Lock()
	n.cell = nil
	n.mu.Unlock()
	close(x.done)
	x.cancel()
}

func (n *running) busy() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.cell != nil
}

// whileBusy calls f if a cell runs; the cell does not count as ended before f returns.
func (n *running) whileBusy(f func(*origin)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.cell != nil {
		f(n.cell.r.origin)
	}
}

// mark notes an interrupt. It returns the cell that runs, nil when idle, and whether it was interrupted before.
func (n *running) mark() (x *execution, again bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	x = n.cell
	if x == nil {
		return nil, false
	}
	if again = !x.since.IsZero(); !again {
		x.since = time.Now()
		close(x.interrupted)
	}
	return x, again
}

// stop makes the running cell end, for good.
func (n *running) stop(eval func() dsl.Evaluator) {
	if x, _ := n.mark(); x != nil {
		x.cancel()
		go deliver(x, eval)
	}
}

// deliver interrupts the evaluator once it has begun the cell: an interrupt of an idle evaluator would be forgotten.
func deliver(x *execution, eval func() dsl.Evaluator) {
	ev := eval()
	for !ev.Busy() {
		select {
		case <-x.done:
			return
		case <-time.After(time.Millisecond):
		}
	}
	ev.Interrupt()
}

// Patience with a cell that was interrupted: before its user is told, and before a second interrupt is answered.
const (
	interruptWarning  = 5 * time.Second
	interruptPatience = 500 * time.Millisecond
)

var errStillRunning = errors.New("the cell has not stopped yet; it is inside an operation that cannot be interrupted. " +
	"It stops when that operation ends; restarting the kernel stops it now, and loses the variables")

// Interrupt makes the running cell raise KeyboardInterrupt and drops the cells that wait behind it. When idle it is
// harmless. It returns at once, except for a cell that has been interrupted before: then it tries harder, and returns
// an error when that was of no use.
func (k *Kernel) Interrupt() error {
	k.shellQueue.abortExecutes()
	x, again := k.running.mark()
	if x == nil {
		return nil
	}
	if !again {
		go func() {
			deliver(x, k.eval)
			select {
			case <-x.done:
			case <-time.After(interruptWarning):
				k.log.Warn("an interrupt has had no effect yet", "after", interruptWarning)
				x.out.notice(fmt.Sprintf("\n[monge: interrupted %v ago: %v]\n", interruptWarning, errStillRunning))
			}
		}()
		return nil
	}
	x.cancel()
	go deliver(x, k.eval)
	select {
	case <-x.done:
		return nil
	case <-time.After(interruptPatience):
		return errStillRunning
	}
}

func (k *Kernel) interruptRequest(r *request) {
	if err := k.Interrupt(); err != nil {
		k.refuse(r, "InterruptPending", err.Error())
		return
	}
	k.reply(r, ok)
}
