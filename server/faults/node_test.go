//go:build linux

package faults

import (
	"bufio"
	"bytes"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"
)

// node is one process of the program; it may be killed and started again, each time somewhere else.
type node struct {
	c    *cluster
	name string

	mu   sync.Mutex
	cmd  *exec.Cmd
	gone chan struct{}
	base string // http://127.0.0.1:port; "" while it is down
	log  safeBuffer
}

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// start starts the process and waits until it says where it is. A process that cannot start, as
// while the database is away, is started again, as a supervisor does.
func (n *node) start() {
	n.c.t.Helper()
	for end := time.Now().Add(40 * time.Second); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		if n.try() {
			return
		}
	}
	n.c.t.Errorf("%s does not start:\n%s", n.name, n.log.tail())
}

func (n *node) try() bool {
	cmd := exec.Command(binary)
	cmd.Env = n.c.environ(n.name)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	cmd.Stderr = &n.log
	out, err := cmd.StdoutPipe()
	if err != nil || cmd.Start() != nil {
		return false
	}
	found, gone := make(chan string, 1), make(chan struct{})
	go func() {
		defer close(gone)
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if u := address.FindString(lines.Text()); u != "" {
				select {
				case found <- u:
				default:
				}
			}
		}
		cmd.Wait()
	}()
	select {
	case u := <-found:
		n.mu.Lock()
		n.cmd, n.gone, n.base = cmd, gone, u
		n.mu.Unlock()
		return true
	case <-gone:
	case <-time.After(30 * time.Second):
		cmd.Process.Kill()
		<-gone
	}
	return false
}

// kill ends the process with -9 in the middle of whatever it does.
func (n *node) kill() { n.end(syscall.SIGKILL) }

// stop ends it in order, as an update does.
func (n *node) stop() { n.end(syscall.SIGTERM) }

func (n *node) end(sig syscall.Signal) {
	n.mu.Lock()
	cmd, gone := n.cmd, n.gone
	n.cmd, n.base = nil, ""
	n.mu.Unlock()
	if cmd != nil {
		cmd.Process.Signal(sig)
		<-gone
	}
}

// where is the address now, "" while it is down.
func (n *node) where() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.base
}

// safeBuffer keeps what a process logs.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

func (b *safeBuffer) tail() string {
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	return strings.Join(lines[max(0, len(lines)-12):], "\n")
}
