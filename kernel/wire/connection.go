package wire

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net"
	"os"
	"strconv"
)

// Connection is the content of a connection file: where the five sockets are and the key that signs messages.
// String and LogValue leave the key out, so that it cannot end in a log by accident.
type Connection struct {
	Transport       string `json:"transport"`
	IP              string `json:"ip"`
	ShellPort       int    `json:"shell_port"`
	IOPubPort       int    `json:"iopub_port"`
	StdinPort       int    `json:"stdin_port"`
	ControlPort     int    `json:"control_port"`
	HBPort          int    `json:"hb_port"`
	Key             string `json:"key"`
	SignatureScheme string `json:"signature_scheme"`
	KernelName      string `json:"kernel_name,omitempty"`
	CurvePublicKey  string `json:"curve_publickey,omitempty"`
}

// maxConnectionFile is far above what a connection file needs.
const maxConnectionFile = 1 << 20

// ReadConnection reads a connection file. It refuses a file that another user owns, since that user would hold the
// key, and warns about one that others can read or write.
func ReadConnection(path string, log *slog.Logger) (Connection, error) {
	var c Connection
	f, err := os.Open(path)
	if err != nil {
		return c, fmt.Errorf("kernel: cannot read the connection file: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return c, err
	}
	if info.Size() > maxConnectionFile || !info.Mode().IsRegular() {
		return c, fmt.Errorf("kernel: %s is not a connection file", path)
	}
	if owner, ok := foreignOwner(info); ok {
		return c, fmt.Errorf("kernel: connection file %s belongs to user %d, who could sign messages; copy it to a file of your own", path, owner)
	}
	if perm := info.Mode().Perm(); perm&0o077 != 0 && log != nil && ownerKnown {
		log.Warn("connection file is open to other users of this machine; mode 0600 would be right", "file", path, "mode", perm.String())
	}
	if err := json.NewDecoder(f).Decode(&c); err != nil {
		return c, fmt.Errorf("kernel: connection file %s is not valid JSON: %w", path, err)
	}
	return c, c.check(path)
}

func (c *Connection) check(path string) error {
	switch c.Transport {
	case "":
		c.Transport = "tcp"
	case "tcp", "ipc":
	default:
		return fmt.Errorf("kernel: connection file %s: transport %q is not supported; tcp and ipc are", path, c.Transport)
	}
	if c.IP == "" {
		if c.Transport == "ipc" {
			return fmt.Errorf("kernel: connection file %s: ip must hold the path of the ipc sockets", path)
		}
		c.IP = "127.0.0.1"
	}
	for name, port := range map[string]int{"shell_port": c.ShellPort, "iopub_port": c.IOPubPort, "stdin_port": c.StdinPort,
		"control_port": c.ControlPort, "hb_port": c.HBPort} {
		if port < 0 || port > 65535 {
			return fmt.Errorf("kernel: connection file %s: %s = %d is not a port", path, name, port)
		}
	}
	return nil
}

// Endpoint is the network and address for one port, as package net names them.
func (c Connection) Endpoint(port int) (network, address string) {
	if c.Transport == "ipc" {
		return "unix", c.IP + "-" + strconv.Itoa(port)
	}
	ip := c.IP
	if ip == "*" {
		ip = ""
	}
	return "tcp", net.JoinHostPort(ip, strconv.Itoa(port))
}

// LogValue leaves out the key.
func (c Connection) LogValue() slog.Value {
	return slog.GroupValue(slog.String("transport", c.Transport), slog.String("ip", c.IP), slog.Int("shell", c.ShellPort),
		slog.Int("iopub", c.IOPubPort), slog.Int("stdin", c.StdinPort), slog.Int("control", c.ControlPort), slog.Int("hb", c.HBPort))
}

// String leaves out the key.
func (c Connection) String() string {
	return fmt.Sprintf("%s://%s shell %d iopub %d stdin %d control %d hb %d", c.Transport, c.IP, c.ShellPort, c.IOPubPort,
		c.StdinPort, c.ControlPort, c.HBPort)
}
