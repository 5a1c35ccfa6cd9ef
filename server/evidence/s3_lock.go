package evidence

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"
)

const (
	// probeFolder holds the bytes on which locks are tried; a sweep takes them away after a day.
	probeFolder = "lock-check/"
	probeFor    = time.Minute
)

// Sealing is what the last Probe found; unknown before the first that went well.
func (s *S3) Sealing() Sealing {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sealing.Kind == "" {
		return sealUnknown
	}
	return s.sealing
}

// Probe tries a real lock, because servers differ and some accept one that doesn't hold: a byte is
// put under COMPLIANCE for a minute, and then we try to shorten the lock and to remove the byte.
func (s *S3) Probe(ctx context.Context) error {
	if err := s.prepare(ctx); err != nil {
		return s.fault(ctx, "probe", "", err)
	}
	found, err := s.tryLock(ctx)
	if err != nil {
		return s.fault(ctx, "probe", "", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sealing = found
	return nil
}

func (s *S3) tryLock(ctx context.Context) (Sealing, error) {
	key := probeFolder + strings.ToLower(rand.Text())
	put, err := s.quick.PutObject(ctx, s.bucket, key, bytes.NewReader([]byte{1}), 1, minio.PutObjectOptions{DisableMultipart: true})
	if err != nil {
		return Sealing{}, err
	}
	if !s.Versioned() || version(put.VersionID) == "" {
		return sealPlain, s.quick.RemoveObject(ctx, s.bucket, key, minio.RemoveObjectOptions{})
	}
	until := put.LastModified
	if until.IsZero() {
		info, err := s.quick.StatObject(ctx, s.bucket, key, minio.StatObjectOptions{VersionID: put.VersionID})
		if err != nil {
			return Sealing{}, err
		}
		until = info.LastModified // the server's own clock counts
	}
	until = until.Add(probeFor)
	if err := s.retain(ctx, key, put.VersionID, until); err != nil {
		if !answered(err) {
			return Sealing{}, err
		}
		return sealVersions, s.quick.RemoveObject(ctx, s.bucket, key, minio.RemoveObjectOptions{VersionID: put.VersionID})
	}
	held, err := s.holds(ctx, key, put.VersionID, until)
	if err != nil || !held {
		return sealVersions, err
	}
	return sealLocked, nil
}

// holds tries what somebody with our key would try: a shorter lock, and removal past the lock.
func (s *S3) holds(ctx context.Context, key, version string, until time.Time) (bool, error) {
	if err := s.retain(ctx, key, version, until.Add(-probeFor/2)); err == nil || !answered(err) {
		return false, err
	}
	err := s.quick.RemoveObject(ctx, s.bucket, key, minio.RemoveObjectOptions{VersionID: version, GovernanceBypass: true})
	if err != nil && !answered(err) {
		return false, err
	}
	_, err = s.quick.StatObject(ctx, s.bucket, key, minio.StatObjectOptions{VersionID: version})
	if minio.ToErrorResponse(err).StatusCode == http.StatusNotFound {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	kept, err := s.retention(ctx, key, version)
	return err == nil && !kept.Before(until.Truncate(time.Second)), err
}

// Lock puts COMPLIANCE retention on one version, or lengthens what it has.
func (s *S3) Lock(ctx context.Context, key, version string, until time.Time) error {
	if err := checkKey(key); err != nil {
		return err
	}
	if err := s.prepare(ctx); err != nil {
		return s.fault(ctx, "lock", key, err)
	}
	if !s.Versioned() {
		return fmt.Errorf("evidence: lock %s: %w", key, ErrNoLock)
	}
	until = until.UTC().Truncate(time.Second) // servers keep no more
	kept, err := s.retention(ctx, key, named(version))
	if err == nil && kept.Before(until) {
		if err = s.retain(ctx, key, named(version), until); err == nil {
			kept, err = s.retention(ctx, key, named(version))
		}
		if err == nil && kept.Before(until) { // accepted and not kept
			err = ErrNoLock
		}
	}
	return s.fault(ctx, "lock", key, err)
}

// Locked asks until when a version is locked.
func (s *S3) Locked(ctx context.Context, key, version string) (time.Time, error) {
	if err := checkKey(key); err != nil {
		return time.Time{}, err
	}
	if err := s.prepare(ctx); err != nil {
		return time.Time{}, s.fault(ctx, "ask the lock of", key, err)
	}
	if !s.Versioned() {
		return time.Time{}, nil
	}
	until, err := s.retention(ctx, key, named(version))
	return until, s.fault(ctx, "ask the lock of", key, err)
}

// isLocked says whether a refusal to remove a version has its reason in a lock.
func (s *S3) isLocked(ctx context.Context, key, version string) bool {
	until, err := s.retention(ctx, key, version)
	return err == nil && !until.IsZero()
}

func (s *S3) retain(ctx context.Context, key, version string, until time.Time) error {
	mode, until := minio.Compliance, until.UTC()
	return s.quick.PutObjectRetention(ctx, s.bucket, key, minio.PutObjectRetentionOptions{Mode: &mode, RetainUntilDate: &until, VersionID: version})
}

// retention reads the COMPLIANCE lock of a version; zero for none, or for one that privileged people
// could pass (GOVERNANCE). The client is not asked: it can't read versitygw's answer, whose root has
// another name, and the headers of a version that isn't the newest keep the lock to themselves there.
func (s *S3) retention(ctx context.Context, key, version string) (time.Time, error) {
	u, err := s.quick.Presign(ctx, http.MethodGet, s.bucket, key, time.Minute, url.Values{"retention": {""}, "versionId": {version}})
	if err != nil {
		return time.Time{}, err
	}
	ask, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return time.Time{}, err
	}
	answer, err := s.plain.Do(ask)
	if err != nil {
		return time.Time{}, errors.Join(errors.New("retention"), noAddress(err))
	}
	defer answer.Body.Close()
	var said struct { // an answer or a refusal, whatever its root is called
		Mode    string
		Until   time.Time `xml:"RetainUntilDate"`
		Code    string
		Message string
	}
	if err := xml.NewDecoder(io.LimitReader(answer.Body, 64<<10)).Decode(&said); err != nil {
		return time.Time{}, minio.ErrorResponse{StatusCode: answer.StatusCode, Code: answer.Status, Message: "retention: " + err.Error()}
	}
	switch {
	case answer.StatusCode == http.StatusOK && said.Mode == string(minio.Compliance):
		return said.Until, nil
	case answer.StatusCode == http.StatusOK, said.Code == "NoSuchObjectLockConfiguration",
		said.Code == "ObjectLockConfigurationNotFoundError", said.Code == "InvalidRequest": // no lock, or a bucket without
		return time.Time{}, nil
	}
	return time.Time{}, minio.ErrorResponse{StatusCode: answer.StatusCode, Code: said.Code, Message: said.Message}
}

// noAddress takes the signed address out of an error, so that no log can be used to ask again.
func noAddress(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

// named is the server's name of a version, so that it is never left to a marker which one is meant.
func named(version string) string {
	if version == "" {
		return "null"
	}
	return version
}
