package evidence

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// S3Config says where an S3 store is and who we are there.
type S3Config struct {
	Endpoint  string // host:port, without a scheme
	AccessKey string
	SecretKey string
	Bucket    string // made if it is missing
	Region    string // us-east-1 if empty
	Secure    bool   // HTTPS
}

// S3 is a Store on an S3 server: Ceph, AWS, one of the large clouds, versitygw or MinIO. Where the
// server has versions, each Put makes a new one and nothing is ever overwritten.
type S3 struct {
	quick  *minio.Client // questions and reads: a server that doesn't answer is noticed in seconds
	slow   *minio.Client // uploads: a server may take its time to write hundreds of megabytes
	plain  *http.Client  // for the one question that the client can't ask
	bucket string
	region string
	idle   []func() // let go of idle connections

	mu        sync.Mutex
	prepared  bool
	versioned bool
	sealing   Sealing
}

// Time limits. One retry follows, so a dead server is noticed in about twice the first.
const (
	dialTimeout  = 2 * time.Second
	quickAnswer  = 3 * time.Second
	slowAnswer   = time.Minute
	slowestWrite = 1 << 20 // bytes a second; an upload that is slower is given up
	tries        = 2
)

// NewS3 makes the store. It speaks to nobody yet, so the program starts while the store is down;
// the bucket is looked at, and made, by the first Check or Put.
func NewS3(c S3Config) (*S3, error) {
	s := &S3{bucket: c.Bucket, region: c.Region}
	if s.region == "" {
		s.region = "us-east-1" // named, so that the client doesn't have to ask
	}
	var err, err2 error
	s.quick, err = s.client(c, quickAnswer)
	s.slow, err2 = s.client(c, slowAnswer)
	if err := errors.Join(err, err2); err != nil {
		return nil, fmt.Errorf("evidence store at %s: %w", c.Endpoint, err)
	}
	return s, nil
}

// client makes a client that waits so long for the head of an answer.
func (s *S3) client(c S3Config, answer time.Duration) (*minio.Client, error) {
	t, err := minio.DefaultTransport(c.Secure)
	if err != nil {
		return nil, err
	}
	t.DialContext = (&net.Dialer{Timeout: dialTimeout, KeepAlive: 15 * time.Second}).DialContext
	t.TLSHandshakeTimeout = dialTimeout
	t.ResponseHeaderTimeout = answer
	s.idle = append(s.idle, t.CloseIdleConnections)
	if s.plain == nil {
		s.plain = &http.Client{Transport: t, Timeout: 2 * quickAnswer}
	}
	return minio.New(c.Endpoint, &minio.Options{
		Creds:           credentials.NewStaticV4(c.AccessKey, c.SecretKey, ""),
		Secure:          c.Secure,
		Region:          s.region,
		Transport:       t,
		TrailingHeaders: true, // else the checksum header of Put is not passed on
		MaxRetries:      tries,
	})
}

// Close lets go of idle connections.
func (s *S3) Close() error {
	for _, drop := range s.idle {
		drop()
	}
	return nil
}

// Check says whether the server answers and the bucket is there; it makes the bucket if need be.
func (s *S3) Check(ctx context.Context) error {
	if err := s.prepare(ctx); err != nil {
		return s.fault(ctx, "check", "", err)
	}
	there, err := s.quick.BucketExists(ctx, s.bucket)
	if err == nil && !there { // not made again: that would hide a disaster
		err = fmt.Errorf("the bucket %s is gone", s.bucket)
	}
	return s.fault(ctx, "check", "", err)
}

// Versioned says whether the server keeps versions; known after a Check or Put that went well.
func (s *S3) Versioned() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.versioned
}

// prepare makes the bucket if it is missing and switches versions on if the server can; once.
func (s *S3) prepare(ctx context.Context) error {
	if s.isPrepared() {
		return nil
	}
	// Not under the lock, or callers would queue up behind a dead server; doing it twice is no harm.
	there, err := s.quick.BucketExists(ctx, s.bucket)
	if err != nil {
		return err
	}
	if !there {
		if err := s.makeBucket(ctx); err != nil {
			return err
		}
	}
	versioned, err := s.versions(ctx)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.prepared, s.versioned = true, versioned
	return nil
}

func (s *S3) isPrepared() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.prepared
}

// makeBucket asks for a bucket with locks, which has versions too, and takes a plain one where the
// server has no locks. Locks can't be added to a bucket later.
func (s *S3) makeBucket(ctx context.Context) error {
	err := s.quick.MakeBucket(ctx, s.bucket, minio.MakeBucketOptions{Region: s.region, ObjectLocking: true})
	if err != nil && answered(err) && !ours(err) {
		err = s.quick.MakeBucket(ctx, s.bucket, minio.MakeBucketOptions{Region: s.region})
	}
	if ours(err) { // another process was quicker
		return nil
	}
	return err
}

// ours says that the bucket is there already and belongs to us.
func ours(err error) bool {
	return err != nil && minio.ToErrorResponse(err).Code == "BucketAlreadyOwnedByYou"
}

// versions says whether the bucket has versions, after trying to switch them on. A server that
// refuses has none; a server that didn't answer is an error, or we would take it for one without.
func (s *S3) versions(ctx context.Context) (bool, error) {
	now, err := s.quick.GetBucketVersioning(ctx, s.bucket)
	if err == nil && now.Enabled() {
		return true, nil
	}
	if err == nil {
		err = s.quick.EnableVersioning(ctx, s.bucket)
	}
	if err != nil && !answered(err) {
		return false, err
	}
	return err == nil, nil
}

// answered says that the server itself said no, in the words of S3, and not that it was down.
func answered(err error) bool {
	r := minio.ToErrorResponse(err)
	return r.StatusCode >= 400 && (r.StatusCode < 500 || r.StatusCode == http.StatusNotImplemented) &&
		r.StatusCode != http.StatusRequestTimeout && r.StatusCode != http.StatusTooManyRequests
}

// fault puts an error of the client into our words; nil stays nil, and a caller who went away is
// told just that.
func (s *S3) fault(ctx context.Context, act, key string, err error) error {
	if err == nil {
		return nil
	}
	response := minio.ToErrorResponse(err)
	switch {
	case ctx.Err() != nil:
		err = errors.Join(ctx.Err(), err)
	case errors.Is(err, ErrChecksum), errors.Is(err, ErrRange), errors.Is(err, ErrTaken):
	case turnedAway(response):
		err = refused(err)
	case response.Code == "NoSuchKey", response.Code == "NoSuchVersion", response.StatusCode == http.StatusNotFound && response.Code != "NoSuchBucket":
		err = missing(err)
	case response.Code == "InvalidRange":
		err = fmt.Errorf("%w: %w", ErrRange, err)
	case mismatch(response.Code):
		err = fmt.Errorf("%w: %w", ErrChecksum, err)
	case !answered(err), response.Code == "NoSuchBucket":
		err = unavailable(err)
	}
	return fmt.Errorf("evidence: %s %s: %w", act, key, err)
}

// turnedAway says that the server knows us not, or doesn't let us do what the vault needs. A locked
// version is refused in the same words, so who removes one looks at the lock first.
func turnedAway(r minio.ErrorResponse) bool {
	switch r.Code {
	case "InvalidAccessKeyId", "XAdminUserNotFound", "SignatureDoesNotMatch", "AccessDenied", "InvalidToken", "ExpiredToken", "AuthorizationHeaderMalformed":
		return true
	}
	return r.StatusCode == http.StatusForbidden || r.StatusCode == http.StatusUnauthorized
}

// mismatch names the ways in which servers say that the bytes don't have their checksum.
func mismatch(code string) bool {
	switch code {
	case "BadDigest", "InvalidDigest", "XAmzContentSHA256Mismatch", "XAmzContentChecksumMismatch":
		return true
	}
	return strings.Contains(code, "Checksum") && strings.Contains(code, "Mismatch")
}
