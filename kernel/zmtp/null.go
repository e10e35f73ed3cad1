package zmtp

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/go-zeromq/zmq4"
)

// nullSecurity is the NULL mechanism with a bounds-checked parser of the peer's properties: the codec's own reads past
// the end of a READY that was cut short, and panics on a socket type that it does not know.
type nullSecurity struct{ typ zmq4.SocketType }

var _ zmq4.Security = nullSecurity{}

// Type makes the codec pass frames through unchanged.
func (nullSecurity) Type() zmq4.SecurityType { return zmq4.NullSecurity }

// Handshake exchanges READY commands.
func (s nullSecurity) Handshake(c *zmq4.Conn, _ bool) error {
	raw, err := c.Meta.MarshalZMTP()
	if err != nil {
		return err
	}
	if err := c.SendCmd(zmq4.CmdReady, raw); err != nil {
		return err
	}
	cmd, err := c.RecvCmd()
	if err != nil {
		return err
	}
	if cmd.Name != zmq4.CmdReady {
		return fmt.Errorf("zmtp: peer sent %q instead of READY", cmd.Name)
	}
	meta, err := parseProperties(cmd.Body)
	if err != nil {
		return err
	}
	peer := zmq4.SocketType(meta["Socket-Type"])
	if !s.typ.IsCompatible(peer) {
		return fmt.Errorf("zmtp: a %s socket cannot talk to %q", s.typ, peer)
	}
	for k, v := range meta {
		c.Peer.Meta[k] = v
	}
	return nil
}

// Encrypt and Decrypt pass the data on.
func (nullSecurity) Encrypt(w io.Writer, data []byte) (int, error) { return w.Write(data) }
func (nullSecurity) Decrypt(w io.Writer, data []byte) (int, error) { return w.Write(data) }

var errProperties = errors.New("zmtp: malformed properties in READY")

// parseProperties reads name-length, name, value-length, value until the end. Names are case-insensitive; the two that
// ZMTP defines are returned in its spelling.
func parseProperties(p []byte) (map[string]string, error) {
	m := map[string]string{}
	for len(p) > 0 {
		n := int(p[0])
		if len(p) < 1+n+4 {
			return nil, errProperties
		}
		name := string(p[1 : 1+n])
		size := binary.BigEndian.Uint32(p[1+n:])
		p = p[1+n+4:]
		if uint64(size) > uint64(len(p)) {
			return nil, errProperties
		}
		switch {
		case strings.EqualFold(name, "Socket-Type"):
			name = "Socket-Type"
		case strings.EqualFold(name, "Identity"):
			name = "Identity"
		}
		m[name] = string(p[:size])
		p = p[size:]
	}
	return m, nil
}
