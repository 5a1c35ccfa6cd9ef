package pages

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed html static
var files embed.FS

const assetPrefix = "/assets/"

// mediaTypes are the kinds of file that the pages use; there is no other.
var mediaTypes = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png"}

// asset is one file under its checksum, so that it may be kept for good.
type asset struct {
	kind   string
	data   []byte
	packed []byte // compressed once; nil where that makes it no smaller
}

// loadAssets reads static/ and gives each file an address with its checksum in it. A folder there is one file in parts,
// put together in the order of their names: look/ is look.css.
func loadAssets() (byURL map[string]asset, urls map[string]string, err error) {
	byURL, urls = map[string]asset{}, map[string]string{}
	list, err := files.ReadDir("static")
	if err != nil {
		return nil, nil, err
	}
	for _, f := range list {
		name, data, err := assetOf(f)
		if err != nil {
			return nil, nil, err
		}
		ext := path.Ext(name)
		kind, ok := mediaTypes[ext]
		if !ok {
			return nil, nil, fmt.Errorf("pages: static/%s is of no known kind", name)
		}
		sum := sha256.Sum256(data)
		at := fmt.Sprintf("%s%s-%x%s", assetPrefix, strings.TrimSuffix(name, ext), sum[:6], ext)
		byURL[at], urls[name] = asset{kind, data, packed(data)}, at
	}
	return byURL, urls, nil
}

// assetOf is one file of static/, or the parts of one, which are of one kind.
func assetOf(f fs.DirEntry) (name string, data []byte, err error) {
	if !f.IsDir() {
		data, err = files.ReadFile("static/" + f.Name())
		return f.Name(), data, err
	}
	parts, err := files.ReadDir("static/" + f.Name())
	if err != nil {
		return "", nil, err
	}
	for _, p := range parts {
		part, err := files.ReadFile("static/" + f.Name() + "/" + p.Name())
		if err != nil {
			return "", nil, err
		}
		name, data = f.Name()+path.Ext(p.Name()), append(data, part...)
	}
	return name, data, nil
}

// packed is the data compressed as well as can be, or nil if it does not get smaller.
func packed(data []byte) []byte {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil || b.Len() >= len(data) {
		return nil
	}
	return b.Bytes()
}

// takesGzip says whether a browser unpacks what is sent.
func takesGzip(r *http.Request) bool {
	for _, kind := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(strings.ReplaceAll(kind, " ", ""), ";")
		if name == "gzip" && strings.Trim(weight, "q=0.") != "" || name == "gzip" && weight == "" {
			return true
		}
	}
	return false
}

// Assets are the files that pages refer to, and the prefix under which to serve them. A file's
// address changes with its content, so browsers may keep it for a year.
func (p *Pages) Assets() (prefix string, h http.Handler) {
	return assetPrefix, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, ok := p.assets[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", a.kind)
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Vary", "Accept-Encoding")
		data := a.data
		if a.packed != nil && takesGzip(r) {
			w.Header().Set("Content-Encoding", "gzip")
			data = a.packed
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
	})
}
