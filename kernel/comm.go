package kernel

import (
	"encoding/json"
	"fmt"
	"sync"

	"monge/kernel/wire"
)

// Comms is the registry of comm targets and of the comms that are open. Make it before the kernel, register targets,
// and pass it in Options; it may be used from any goroutine.
type Comms struct {
	mu      sync.Mutex
	k       *Kernel
	targets map[string]CommTarget
	open    map[string]*Comm
}

// CommTarget is called when a client opens a comm. It returns what receives the comm's messages, or an error to
// close it again.
type CommTarget func(c *Comm, open CommMessage) (CommHandler, error)

// CommHandler receives what the other end of a comm sends. Its methods are called from the shell loop, between cells.
type CommHandler interface {
	Message(c *Comm, m CommMessage)
	Closed(c *Comm, m CommMessage)
}

// CommMessage is what comm messages carry.
type CommMessage struct {
	Data     json.RawMessage
	Metadata json.RawMessage
	Buffers  [][]byte
}

// Comm is one open comm.
type Comm struct {
	ID, Target string
	owner      *Comms
	handler    CommHandler
}

// NewComms returns an empty registry.
func NewComms() *Comms { return &Comms{targets: map[string]CommTarget{}, open: map[string]*Comm{}} }

func (cs *Comms) attach(k *Kernel) {
	cs.mu.Lock()
	cs.k = k
	cs.mu.Unlock()
}

// Register makes a target known; nil removes it.
func (cs *Comms) Register(target string, t CommTarget) {
	cs.mu.Lock()
	defer cs.mu.Unlock()
	if t == nil {
		delete(cs.targets, target)
		return
	}
	cs.targets[target] = t
}

// Open opens a comm from the kernel's side.
func (cs *Comms) Open(target string, h CommHandler, data, metadata any, buffers ...[]byte) *Comm {
	c := &Comm{ID: wire.NewID(), Target: target, owner: cs, handler: h}
	cs.mu.Lock()
	cs.open[c.ID] = c
	cs.mu.Unlock()
	cs.send("comm_open", map[string]any{"comm_id": c.ID, "target_name": target, "data": object(data)}, metadata, buffers)
	return c
}

// Send sends a message to the other end.
func (c *Comm) Send(data, metadata any, buffers ...[]byte) {
	c.owner.send("comm_msg", map[string]any{"comm_id": c.ID, "data": object(data)}, metadata, buffers)
}

// Close ends the comm and tells the other end.
func (c *Comm) Close(data any) {
	if c.owner.forget(c.ID) != nil {
		c.owner.send("comm_close", map[string]any{"comm_id": c.ID, "data": object(data)}, nil, nil)
	}
}

func object(v any) any {
	if v == nil {
		return map[string]any{}
	}
	return v
}

// send publishes a comm message; its parent is the request that is being served, if any.
func (cs *Comms) send(typ string, content any, metadata any, buffers [][]byte) {
	cs.mu.Lock()
	k := cs.k
	cs.mu.Unlock()
	if k == nil {
		return
	}
	var from *origin
	if r := k.current.Load(); r != nil {
		from = r.origin
	}
	e := &event{typ: typ, topic: k.iopub.topic + typ, from: from, content: wire.Marshal(content), buffers: buffers}
	if metadata != nil {
		e.metadata = wire.Marshal(metadata)
	}
	k.iopub.publish(e)
}

func (cs *Comms) find(id string) *Comm {
	cs.mu.Lock()
	defer cs.mu.Unlock()
	return cs.open[id]
}

func (cs *Comms) forget(id string) *Comm {
	cs.mu.Lock()
	defer cs.mu.Unlock()
	c := cs.open[id]
	delete(cs.open, id)
	return c
}

// commContent is the content of all comm messages from clients.
type commContent struct {
	ID     string          `json:"comm_id"`
	Target string          `json:"target_name"`
	Data   json.RawMessage `json:"data"`
}

func (k *Kernel) commOpen(r *request) {
	var m commContent
	if !k.decode(r, &m) || m.ID == "" {
		return
	}
	cs := k.comms
	cs.mu.Lock()
	target := cs.targets[m.Target]
	cs.mu.Unlock()
	c := &Comm{ID: m.ID, Target: m.Target, owner: cs}
	err := fmt.Errorf("no target %q", m.Target)
	if target != nil {
		cs.mu.Lock()
		cs.open[c.ID] = c
		cs.mu.Unlock()
		err = k.guarded(func() (err error) {
			c.handler, err = target(c, CommMessage{m.Data, r.Metadata, r.Buffers})
			return err
		})
	}
	if err != nil {
		// The protocol's answer to a comm that nobody takes: closed at once.
		k.log.Debug("comm refused", "target", m.Target, "err", err)
		cs.forget(c.ID)
		cs.send("comm_close", map[string]any{"comm_id": m.ID, "data": map[string]any{}}, nil, nil)
	}
}

func (k *Kernel) commMsg(r *request) {
	var m commContent
	if !k.decode(r, &m) {
		return
	}
	if c := k.comms.find(m.ID); c != nil && c.handler != nil {
		k.guarded(func() error { c.handler.Message(c, CommMessage{m.Data, r.Metadata, r.Buffers}); return nil })
	}
}

func (k *Kernel) commClose(r *request) {
	var m commContent
	if !k.decode(r, &m) {
		return
	}
	if c := k.comms.forget(m.ID); c != nil && c.handler != nil {
		k.guarded(func() error { c.handler.Closed(c, CommMessage{m.Data, r.Metadata, r.Buffers}); return nil })
	}
}

// guarded makes an error of a panic in a comm handler.
func (k *Kernel) guarded(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			k.internalError(p)
			err = fmt.Errorf("kernel: comm handler panicked: %v", p)
		}
	}()
	return f()
}

func (k *Kernel) commInfo(r *request) {
	var c struct {
		Target string `json:"target_name"`
	}
	if !k.decode(r, &c) {
		return
	}
	type entry struct {
		Target string `json:"target_name"`
	}
	open := map[string]entry{}
	k.comms.mu.Lock()
	for id, comm := range k.comms.open {
		if c.Target == "" || c.Target == comm.Target {
			open[id] = entry{comm.Target}
		}
	}
	k.comms.mu.Unlock()
	k.reply(r, map[string]any{"status": "ok", "comms": open})
}
