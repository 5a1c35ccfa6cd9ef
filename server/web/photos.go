package web

import (
	"errors"
	"io"
	"mime/multipart"
	"net/http"

	"tiaocai/server/casework"
	"tiaocai/server/evidence/photos"
	"tiaocai/server/pages"
)

// Photos come many in one form; each is read, looked at and kept before the next.

// takePhotos takes photos in, one after another; those before one that is refused stay.
func (s *Server) takePhotos(c ctx, draft int64) error {
	no, err := numberOf(c, "no")
	if err != nil {
		return err
	}
	next, err := s.photosOf(c)
	if err != nil {
		return err
	}
	for n := 1; ; n++ {
		name, r, err := next()
		switch {
		case errors.Is(err, io.EOF) && n > 1:
			return nil
		case errors.Is(err, io.EOF):
			return casework.NoPhotos
		case err == nil:
			err = s.desk.AddPhoto(c.Request.Context(), draft, int(no), name, r)
		}
		if err != nil {
			return casework.Nth(n, err)
		}
	}
}

// photosOf reads the photos of a multipart form one after another, the particulars before them.
func (s *Server) photosOf(c ctx) (casework.NextPhoto, error) {
	parts, err := s.manyParts(c)
	if err != nil {
		return nil, err
	}
	_, first, err := particulars(parts)
	if err != nil {
		return nil, err
	}
	return following(parts, first), nil
}

func (s *Server) manyParts(c ctx) (*multipart.Reader, error) {
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, photos.MostPages*photos.MostBytes+slack)
	parts, err := c.Request.MultipartReader()
	if err != nil {
		return nil, broken(err)
	}
	return parts, nil
}

// following gives the file that was found and those after it.
func following(parts *multipart.Reader, first *multipart.Part) casework.NextPhoto {
	return func() (string, io.Reader, error) {
		if p := first; p != nil {
			first = nil
			return p.FileName(), p, nil
		}
		for {
			p, err := parts.NextPart()
			if errors.Is(err, io.EOF) {
				return "", nil, io.EOF
			}
			if err != nil {
				return "", nil, broken(err)
			}
			if p.FileName() != "" {
				return p.FileName(), p, nil
			}
		}
	}
}

// filePhotos makes one exhibit of many photos.
func (s *Server) filePhotos(c ctx) (*casework.Done, error) {
	who, err := s.actor(c)
	if err != nil {
		return nil, err
	}
	if err := s.desk.MayTake(c.Request.Context(), who, caseOf(c), "file-evidence"); err != nil {
		return nil, err
	}
	parts, err := s.manyParts(c)
	if err != nil {
		return nil, err
	}
	values, first, err := particulars(parts)
	if err != nil {
		return nil, err
	}
	c.Set("kept", values)
	var cmd casework.FileEvidence
	body, err := s.bindValues(c, values, &cmd)
	c.Set("meta", body.Meta)
	if err != nil {
		return nil, err
	}
	o, err := options(c, body)
	if err != nil {
		return nil, err
	}
	return s.desk.ReceivePhotos(c.Request.Context(), who, caseOf(c), cmd, following(parts, first), o)
}

func (s *Server) photosPage(c ctx, p pages.Page) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	if err := s.desk.MayTake(c.Request.Context(), who, caseOf(c), "file-evidence"); err != nil {
		return err
	}
	v, err := s.desk.SeeCase(c.Request.Context(), who, caseOf(c))
	if err != nil {
		return err
	}
	p.Body = pages.PhotosBody{Case: v, MostPhotos: photos.MostPages, MostMB: photos.MostBytes >> 20}
	return s.render(c, pages.Photos, p)
}
