package kernel_test

import (
	"errors"
	"testing"

	"monge/kernel"
	"monge/kernel/client"
)

// mirror is a comm handler that sends back what it gets.
type mirror struct{ closed chan string }

func (m *mirror) Message(c *kernel.Comm, msg kernel.CommMessage) {
	if string(msg.Data) == `{"panic":true}` {
		panic("in comm")
	}
	c.Send(msg.Data, map[string]int{"m": 1}, msg.Buffers...)
}

func (m *mirror) Closed(c *kernel.Comm, msg kernel.CommMessage) { m.closed <- c.ID }

func TestCommOfUnknownTargetIsClosed(t *testing.T) {
	r := start(t)
	call, _ := r.Start(client.Shell, "comm_open", map[string]any{"comm_id": "c1", "target_name": "jupyter.widget", "data": map[string]any{}})
	res := r.wait(call)
	equal(t, "types", res.Types(), []string{"busy", "comm_close", "idle"})
	equal(t, "close", content(t, res.Of("comm_close")[0]), map[string]any{"comm_id": "c1", "data": map[string]any{}})
	equal(t, "info", content(t, r.do(client.Shell, "comm_info_request", map[string]any{}).Reply)["comms"], map[string]any{})
}

func TestCommConversation(t *testing.T) {
	comms := kernel.NewComms()
	m := &mirror{closed: make(chan string, 1)}
	comms.Register("mirror", func(c *kernel.Comm, open kernel.CommMessage) (kernel.CommHandler, error) {
		if string(open.Data) == `{"refuse":true}` {
			return nil, errors.New("refused")
		}
		c.Send(map[string]string{"hello": c.ID}, nil)
		return m, nil
	})
	r := start(t, func(o *kernel.Options) { o.Comms = comms })
	send := func(typ string, content map[string]any, buffers ...[]byte) *client.Result {
		call, err := r.Start(client.Shell, typ, content, buffers...)
		if err != nil {
			t.Fatal(err)
		}
		return r.wait(call)
	}
	res := send("comm_open", map[string]any{"comm_id": "c1", "target_name": "mirror", "data": map[string]any{}})
	equal(t, "open", res.Types(), []string{"busy", "comm_msg", "idle"})
	res = send("comm_msg", map[string]any{"comm_id": "c1", "data": map[string]any{"x": 1}}, []byte{0, 1, 2}, nil)
	equal(t, "msg", res.Types(), []string{"busy", "comm_msg", "idle"})
	back := res.Of("comm_msg")[0]
	equal(t, "data", content(t, back), map[string]any{"comm_id": "c1", "data": map[string]any{"x": 1.0}})
	equal(t, "buffers", [2]string{string(back.Buffers[0]), string(back.Buffers[1])}, [2]string{"\x00\x01\x02", ""})
	equal(t, "metadata", string(back.Metadata), `{"m":1}`)
	equal(t, "panic", send("comm_msg", map[string]any{"comm_id": "c1", "data": map[string]any{"panic": true}}).Types(), []string{"busy", "idle"})

	info := func(target string) any {
		return content(t, r.do(client.Shell, "comm_info_request", map[string]any{"target_name": target}).Reply)["comms"]
	}
	equal(t, "info", info("mirror"), map[string]any{"c1": map[string]any{"target_name": "mirror"}})
	equal(t, "info, other target", info("other"), map[string]any{})
	equal(t, "refused", send("comm_open", map[string]any{"comm_id": "c2", "target_name": "mirror", "data": map[string]any{"refuse": true}}).Types(), []string{"busy", "comm_close", "idle"})

	send("comm_close", map[string]any{"comm_id": "c1", "data": map[string]any{}})
	equal(t, "closed", <-m.closed, "c1")
	equal(t, "info", info(""), map[string]any{})
	equal(t, "message to a closed comm", send("comm_msg", map[string]any{"comm_id": "c1", "data": map[string]any{}}).Types(), []string{"busy", "idle"})

	c := comms.Open("front", m, map[string]int{"v": 1}, nil)
	equal(t, "opened by the kernel", info("front"), map[string]any{c.ID: map[string]any{"target_name": "front"}})
	c.Close(nil)
	equal(t, "closed by the kernel", info("front"), map[string]any{})
}
