package devstack

import (
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// ObjectServer is a running S3 server for tests, on the loopback address, over a folder of its
// own. It dies with this process, and by Stop.
type ObjectServer struct {
	Endpoint  string // host:port, plain HTTP
	AccessKey string
	SecretKey string

	cmd  *exec.Cmd
	gone chan struct{} // closed when the process has ended
	once sync.Once
}

// sign is how a server shows that it is ready: the status that it answers for a path.
type sign struct {
	path   string
	status int
}

// MinIO calls itself healthy a moment before it knows its users, and then refuses everybody as "not
// initialized yet"; it is ready once it refuses a nameless caller for having no name.
var (
	minioReady     = sign{"/", http.StatusForbidden}
	versityGWReady = sign{"/health", http.StatusOK}
)

// StartMinIO starts a MinIO server over dir and waits until it answers.
func StartMinIO(ctx context.Context, bin, dir string) (*ObjectServer, error) {
	return startObjectServer(ctx, minioReady, dir, func(s *ObjectServer) *exec.Cmd {
		data := filepath.Join(dir, "data")
		c := exec.Command(bin, "server", "--quiet", "--address", s.Endpoint,
			"--console-address", "127.0.0.1:0", data)
		c.Env = []string{"MINIO_ROOT_USER=" + s.AccessKey, "MINIO_ROOT_PASSWORD=" + s.SecretKey,
			"MINIO_BROWSER=off", "MINIO_UPDATE=off", "MINIO_CALLHOME_ENABLE=off", "MINIO_COMPRESSION_ENABLE=off"}
		return c
	})
}

// StartVersityGW starts a versitygw server over dir and waits until it answers. Its notes on each
// object lie in files beside the data, because not every file system keeps extended attributes.
func StartVersityGW(ctx context.Context, bin, dir string) (*ObjectServer, error) {
	return startObjectServer(ctx, versityGWReady, dir, func(s *ObjectServer) *exec.Cmd {
		c := exec.Command(bin, "--port", s.Endpoint, "--health", "/health", "--quiet", "posix",
			"--versioning-dir", filepath.Join(dir, "versions"),
			"--sidecar", filepath.Join(dir, "sidecar"), filepath.Join(dir, "data"))
		c.Env = []string{"ROOT_ACCESS_KEY=" + s.AccessKey, "ROOT_SECRET_KEY=" + s.SecretKey}
		return c
	})
}

// startObjectServer tries up to five ports: between finding a free one and the server's taking it,
// somebody else may be quicker.
func startObjectServer(ctx context.Context, health sign, dir string, command func(*ObjectServer) *exec.Cmd) (*ObjectServer, error) {
	for _, sub := range []string{"data", "versions", "sidecar"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o700); err != nil {
			return nil, fmt.Errorf("start object store: %w", err)
		}
	}
	var err error
	for range 5 {
		var s *ObjectServer
		if s, err = launchObjectServer(ctx, health, dir, command); err == nil {
			return s, nil
		}
		if ctx.Err() != nil {
			break
		}
	}
	return nil, fmt.Errorf("start object store: %w", err)
}

// launchObjectServer starts the program once, on one port.
func launchObjectServer(ctx context.Context, health sign, dir string, command func(*ObjectServer) *exec.Cmd) (*ObjectServer, error) {
	endpoint, err := freeEndpoint()
	if err != nil {
		return nil, err
	}
	s := &ObjectServer{Endpoint: endpoint, AccessKey: "test" + rand.Text()[:8], SecretKey: rand.Text(),
		gone: make(chan struct{})}
	log, err := os.Create(filepath.Join(dir, "server.log"))
	if err != nil {
		return nil, err
	}
	defer log.Close() // the child keeps its own
	s.cmd = command(s)
	s.cmd.Env = append(s.cmd.Env, "PATH=/usr/bin:/bin", "HOME="+dir)
	s.cmd.Dir, s.cmd.Stdout, s.cmd.Stderr = dir, log, log
	s.cmd.SysProcAttr = dieWithParent()
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { s.cmd.Wait(); close(s.gone) }()
	if err := s.ready(ctx, health); err != nil {
		s.Stop()
		said, _ := os.ReadFile(log.Name())
		return nil, fmt.Errorf("%w\n%s", err, lastLines(string(said), 5))
	}
	return s, nil
}

// ready waits until the server answers its health question, for half a minute at most.
func (s *ObjectServer) ready(ctx context.Context, health sign) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	for {
		if s.healthy(ctx, health) {
			return nil
		}
		select {
		case <-s.gone:
			return fmt.Errorf("it ended at once: %s", s.cmd.ProcessState)
		case <-ctx.Done():
			return fmt.Errorf("no answer: %w", ctx.Err())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// healthy asks once. The answer only counts while our process lives: if another had taken the
// port, ours would end.
func (s *ObjectServer) healthy(ctx context.Context, health sign) bool {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+s.Endpoint+health.path, nil)
	if err != nil {
		return false
	}
	answer, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	answer.Body.Close()
	return answer.StatusCode == health.status
}

// Stop ends the server and waits until it is gone; a second call does nothing.
func (s *ObjectServer) Stop() {
	s.once.Do(func() {
		s.cmd.Process.Signal(syscall.SIGTERM)
		select {
		case <-s.gone:
		case <-time.After(5 * time.Second):
			s.cmd.Process.Kill()
			<-s.gone
		}
	})
}

// freeEndpoint asks the kernel for a free port on the loopback address.
func freeEndpoint() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}
