package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"tiaocai/server/devstack"
)

const uploadSize = 100 << 20

// recording is a sound file of the size, different for each seed.
func recording(seed uint64) []byte {
	b := make([]byte, uploadSize)
	r := rand.New(rand.NewPCG(seed, 1))
	for i := 0; i+8 <= len(b); i += 8 {
		binary.LittleEndian.PutUint64(b[i:], r.Uint64())
	}
	copy(b, "RIFF")
	binary.LittleEndian.PutUint32(b[4:], uint32(len(b)-8))
	copy(b[8:], "WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00data")
	binary.LittleEndian.PutUint32(b[40:], uint32(len(b)-44))
	return b
}

// uploads measures a file on its way into the vault against the same bytes put with minio-go.
func (b *bench) uploads(ctx context.Context, store *devstack.ObjectServer) (line, error) {
	l := line{what: "upload of 100 MB / plain minio-go put", aim: 0.9}
	h := http.Header{}
	if err := b.token(ctx, "lian", h); err != nil {
		return l, err
	}
	refs, err := b.strings(ctx, `select ref from cases where state = 'filed' order by md5(ref) limit 1`)
	if err != nil || len(refs) == 0 {
		return l, fmt.Errorf("no case to file evidence in: %w", err)
	}
	client, err := minio.New(store.Endpoint, &minio.Options{Creds: credentials.NewStaticV4(store.AccessKey, store.SecretKey, "")})
	if err != nil {
		return l, err
	}
	before, err := b.snapshot(ctx, refs[0])
	if err != nil {
		return l, err
	}
	for round := range b.rounds + 1 {
		content := recording(uint64(time.Now().UnixNano()))
		key := fmt.Sprintf("bench-upload-%d-%d", time.Now().UnixNano(), round)
		ours, err := timed(1, func(int) error { return b.upload(ctx, refs[0], key, h, content) })
		if err != nil {
			return l, err
		}
		content[uploadSize-1]++
		put, err := timed(1, func(int) error {
			_, err := client.PutObject(ctx, bucket, key, bytes.NewReader(content), int64(len(content)), minio.PutObjectOptions{ContentType: "audio/wav"})
			return err
		})
		if err != nil {
			return l, err
		}
		if round > 0 {
			l.ours, l.bare = append(l.ours, ours), append(l.bare, put)
		}
		if err := b.restore(ctx, before, key); err != nil {
			return l, err
		}
	}
	_, err = b.bare.pool.Exec(ctx, "delete from river_job")
	return l, err
}

func (b *bench) upload(ctx context.Context, ref, key string, h http.Header, content []byte) error {
	r, w := io.Pipe()
	form := multipart.NewWriter(w)
	go func() {
		form.WriteField("title", "录音")
		form.WriteField("proves", "拖欠工资")
		form.WriteField("side", "applicant")
		part, err := form.CreateFormFile("file", "录音.wav")
		if err == nil {
			_, err = part.Write(content)
		}
		form.Close()
		w.CloseWithError(err)
	}()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.base+"/api/v1/cases/"+ref+"/file-evidence", r)
	if err != nil {
		return err
	}
	req.Header = h.Clone()
	req.Header.Set("Content-Type", form.FormDataContentType())
	req.Header.Set("Idempotency-Key", key)
	res, err := b.client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err == nil && res.StatusCode != http.StatusOK {
		err = fmt.Errorf("upload: %d %.300s", res.StatusCode, text)
	}
	return err
}
