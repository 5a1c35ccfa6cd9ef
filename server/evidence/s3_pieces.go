package evidence

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/minio/minio-go/v7"
)

// s3Pieces is a multipart upload.
type s3Pieces struct {
	s       *S3
	key, id string

	mu    sync.Mutex
	parts []minio.CompletePart
}

// errUnconfirmed is a server that doesn't say which SHA-256 a piece had.
var errUnconfirmed = errors.New("the store does not confirm the SHA-256 of a piece")

// Begin starts an object that comes in pieces.
func (s *S3) Begin(ctx context.Context, key string) (Pieces, error) {
	if err := checkKey(key); err != nil {
		return nil, err
	}
	if err := s.prepare(ctx); err != nil {
		return nil, s.fault(ctx, "begin", key, err)
	}
	id, err := minio.Core{Client: s.quick}.NewMultipartUpload(ctx, s.bucket, key, minio.PutObjectOptions{
		ContentType: "application/octet-stream", UserMetadata: map[string]string{"x-amz-checksum-algorithm": "SHA256"}})
	if err != nil {
		return nil, s.fault(ctx, "begin", key, err)
	}
	return &s3Pieces{s: s, key: key, id: id}, nil
}

// Piece reads the section twice: for its digest, which goes ahead and signs it, and to send it.
func (p *s3Pieces) Piece(ctx context.Context, no int, r *io.SectionReader) error {
	h := sha256.New()
	if _, err := io.CopyBuffer(h, r, make([]byte, 256<<10)); err != nil {
		return err
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return err
	}
	sum := h.Sum(nil)
	want := base64.StdEncoding.EncodeToString(sum)
	within, cancel := context.WithTimeout(ctx, slowAnswer+time.Duration(r.Size()/slowestWrite)*time.Second)
	defer cancel()
	part, err := minio.Core{Client: p.s.slow}.PutObjectPart(within, p.s.bucket, p.key, p.id, no, r, r.Size(), minio.PutObjectPartOptions{
		Sha256Hex: hex.EncodeToString(sum), DisableContentSha256: true, CustomHeader: http.Header{"X-Amz-Checksum-Sha256": {want}}})
	if err == nil && part.ChecksumSHA256 != want {
		err = errUnconfirmed
	}
	if err != nil {
		return p.s.fault(ctx, "piece of", p.key, err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.parts = append(p.parts, minio.CompletePart{PartNumber: no, ETag: part.ETag, ChecksumSHA256: want})
	return nil
}

// Finish makes the object.
func (p *s3Pieces) Finish(ctx context.Context) (string, error) {
	slices.SortFunc(p.parts, func(a, b minio.CompletePart) int { return a.PartNumber - b.PartNumber })
	info, err := minio.Core{Client: p.s.slow}.CompleteMultipartUpload(ctx, p.s.bucket, p.key, p.id, p.parts, minio.PutObjectOptions{})
	if err != nil {
		return "", p.s.fault(ctx, "finish", p.key, err)
	}
	return version(info.VersionID), nil
}

// Drop takes the pieces back. What is left of a process that was killed, Tidy finds.
func (p *s3Pieces) Drop(ctx context.Context) {
	within, cancel := context.WithTimeout(ctx, quickAnswer)
	defer cancel()
	_ = minio.Core{Client: p.s.quick}.AbortMultipartUpload(within, p.s.bucket, p.key, p.id)
}

// Tidy takes back the pieces of uploads that were begun before a moment and never finished. (MinIO
// lists none, and takes them back by itself after a day.)
func (s *S3) Tidy(before time.Time) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	core := minio.Core{Client: s.quick}
	key, id := "", ""
	for {
		list, err := core.ListMultipartUploads(ctx, s.bucket, "", key, id, "", 1000)
		if err != nil && answered(err) { // a server that doesn't tell
			return nil
		}
		if err != nil {
			return s.fault(ctx, "tidy", "", err)
		}
		for _, u := range list.Uploads {
			if !u.Initiated.Before(before) {
				continue
			}
			if err := core.AbortMultipartUpload(ctx, s.bucket, u.Key, u.UploadID); err != nil && minio.ToErrorResponse(err).Code != "NoSuchUpload" {
				return s.fault(ctx, "tidy", u.Key, err)
			}
		}
		if !list.IsTruncated {
			return nil
		}
		key, id = list.NextKeyMarker, list.NextUploadIDMarker
	}
}
