package evidence

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/minio/minio-go/v7"
)

// Put sends the file in one piece with its SHA-256 in the header: the server itself compares, and
// the object appears whole or not at all. In pieces the header would be compared with a piece.
func (s *S3) Put(ctx context.Context, key string, file *os.File, size int64, sum [32]byte, mediaType string) (string, error) {
	if err := checkKey(key); err != nil {
		return "", err
	}
	if err := s.prepare(ctx); err != nil {
		return "", s.fault(ctx, "put", key, err)
	}
	if err := s.sameOrFree(ctx, key, size, sum); err != nil {
		return "", s.fault(ctx, "put", key, err)
	}
	within, cancel := context.WithTimeout(ctx, slowAnswer+time.Duration(size/slowestWrite)*time.Second)
	defer cancel()
	want := base64.StdEncoding.EncodeToString(sum[:])
	info, err := s.slow.PutObject(within, s.bucket, key, io.NewSectionReader(file, 0, size), size, minio.PutObjectOptions{
		ContentType:      mediaType,
		DisableMultipart: true,
		UserMetadata:     map[string]string{"x-amz-checksum-sha256": want},
	})
	if err == nil && info.ChecksumSHA256 != want {
		err = s.readBack(ctx, key, info.VersionID, size, sum)
	}
	if err != nil {
		return "", s.fault(ctx, "put", key, err)
	}
	return version(info.VersionID), nil
}

// sameOrFree guards an object in a bucket without versions, where a Put replaces. With versions
// there is nothing to guard. It also notices a server that hangs before a long upload begins.
func (s *S3) sameOrFree(ctx context.Context, key string, size int64, sum [32]byte) error {
	info, err := s.quick.StatObject(ctx, s.bucket, key, minio.StatObjectOptions{Checksum: true})
	if minio.ToErrorResponse(err).StatusCode == http.StatusNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	if s.Versioned() || info.ChecksumSHA256 == base64.StdEncoding.EncodeToString(sum[:]) {
		return nil
	}
	if info.Size == size && info.ChecksumSHA256 == "" { // a server that keeps no checksums
		err := s.compare(ctx, key, "", size, sum)
		if !errors.Is(err, ErrChecksum) {
			return err
		}
	}
	return ErrTaken
}

// readBack is for servers that don't confirm the checksum: there are some that pass over the
// header, and one that stored other bytes than it was sent. What differs is removed.
func (s *S3) readBack(ctx context.Context, key, version string, size int64, sum [32]byte) error {
	err := s.compare(ctx, key, version, size, sum)
	if errors.Is(err, ErrChecksum) {
		err = errors.Join(err, s.quick.RemoveObject(ctx, s.bucket, key, minio.RemoveObjectOptions{VersionID: version}))
	}
	return err
}

// compare reads an object whole and answers ErrChecksum if it is another.
func (s *S3) compare(ctx context.Context, key, version string, size int64, sum [32]byte) error {
	body, _, _, err := minio.Core{Client: s.quick}.GetObject(ctx, s.bucket, key, minio.GetObjectOptions{VersionID: version})
	if err != nil {
		return err
	}
	defer body.Close()
	n, err := io.Copy(io.Discard, Verify(body, sum, size, nil))
	if errors.Is(err, ErrDamaged) || err == nil && n != size {
		return ErrChecksum
	}
	return err
}

// version is our name of a version: servers say "null" for what was put without versions.
func version(id string) string {
	if id == "null" {
		return ""
	}
	return id
}

// Open starts to read. Errors on the way are in our words as well.
func (s *S3) Open(ctx context.Context, key, version string, from, length int64) (io.ReadCloser, error) {
	if err := checkKey(key); err != nil {
		return nil, err
	}
	if from < 0 || length < -1 || length == 0 {
		return nil, fmt.Errorf("%w: %d bytes from %d", ErrRange, length, from)
	}
	if err := s.prepare(ctx); err != nil {
		return nil, s.fault(ctx, "open", key, err)
	}
	if s.Versioned() {
		version = named(version)
	}
	opts := minio.GetObjectOptions{VersionID: version}
	switch {
	case length > 0:
		opts.SetRange(from, from+length-1)
	case from > 0:
		opts.SetRange(from, 0) // to the end
	}
	body, info, _, err := minio.Core{Client: s.quick}.GetObject(ctx, s.bucket, key, opts)
	if err == nil && length > 0 && info.Size != length { // cut at the end of the object
		err = errors.Join(fmt.Errorf("%w: %d bytes from %d", ErrRange, length, from), body.Close())
	}
	if err != nil {
		return nil, s.fault(ctx, "open", key, err)
	}
	return &download{body, s, ctx, key}, nil
}

// download is the body of an answer.
type download struct {
	io.ReadCloser
	store *S3
	ctx   context.Context
	key   string
}

func (d *download) Read(p []byte) (int, error) {
	n, err := d.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		err = d.store.fault(d.ctx, "read", d.key, err)
	}
	return n, err
}

// Stat asks for one version, or for the newest.
func (s *S3) Stat(ctx context.Context, key, version string) (Info, error) {
	if err := checkKey(key); err != nil {
		return Info{}, err
	}
	if err := s.prepare(ctx); err != nil { // else a server that knows us not looks like an empty one
		return Info{}, s.fault(ctx, "stat", key, err)
	}
	info, err := s.quick.StatObject(ctx, s.bucket, key, minio.StatObjectOptions{VersionID: version})
	if err != nil {
		return Info{}, s.fault(ctx, "stat", key, err)
	}
	return about(key, info), nil
}

// about puts what the server tells into our words.
func about(key string, info minio.ObjectInfo) Info {
	return Info{Key: key, Version: version(info.VersionID), Size: info.Size, Modified: info.LastModified}
}

// Delete removes one version. Without naming it, a server with versions would only hide the object
// behind a marker, sealed or not, and call that success; so one is always named there.
//
// In a bucket without versions, a file that is handed over again between the question for its age
// and the removal is lost: one more reason to have versions.
func (s *S3) Delete(ctx context.Context, key, version string, before time.Time) (bool, error) {
	if err := checkKey(key); err != nil {
		return false, err
	}
	if err := s.prepare(ctx); err != nil {
		return false, s.fault(ctx, "delete", key, err)
	}
	if s.Versioned() && version == "" {
		version = "null" // an object from before versions were switched on has this one
	}
	info, err := s.quick.StatObject(ctx, s.bucket, key, minio.StatObjectOptions{VersionID: version})
	if err != nil {
		if minio.ToErrorResponse(err).StatusCode == http.StatusNotFound {
			err = nil
		}
		return false, s.fault(ctx, "delete", key, err)
	}
	if !before.IsZero() && !info.LastModified.Before(before) {
		return false, nil
	}
	err = s.quick.RemoveObject(ctx, s.bucket, key, minio.RemoveObjectOptions{VersionID: version})
	if err != nil && answered(err) && s.isLocked(ctx, key, version) {
		return false, fmt.Errorf("evidence: delete %s: %w: %w", key, ErrLocked, err)
	}
	return err == nil, s.fault(ctx, "delete", key, err)
}

// List names every version of every object; markers of deleted ones are passed over.
func (s *S3) List(ctx context.Context, prefix string, each func(Info) error) error {
	if err := s.prepare(ctx); err != nil {
		return s.fault(ctx, "list", prefix, err)
	}
	ctx, cancel := context.WithCancel(ctx) // ends the listing when each says stop
	defer cancel()
	opts := minio.ListObjectsOptions{Prefix: prefix, Recursive: true, WithVersions: s.Versioned()}
	for info := range s.quick.ListObjectsIter(ctx, s.bucket, opts) {
		if info.Err != nil {
			return s.fault(ctx, "list", prefix, info.Err)
		}
		if info.IsDeleteMarker {
			continue
		}
		if err := each(about(info.Key, info)); err != nil {
			return err
		}
	}
	return ctx.Err()
}
