package evidence

import (
	"encoding/hex"
	"fmt"
	"strings"
)

// maxKey is the longest key; S3 takes 1,024 bytes and a path on disk must hold it as well.
const maxKey = 512

// Key is where a file of a case lies: commission, case, and the digest of the content, as in
// "c7/2026-000123/9f86…". The digest makes it content-addressed: the same file handed over twice in
// one case is one object. The case is part of it so that removing one case's evidence can never
// touch another's.
func Key(commission int64, caseRef string, sum [32]byte) string {
	return fmt.Sprintf("c%d/%s/%s", commission, segment(caseRef), hex.EncodeToString(sum[:]))
}

// BundleKey is where a bundle of a case's exhibits lies. It never meets the key of an exhibit, not even if somebody hands
// the bundle in as one: what is made goes after a while, and what was handed in stays.
func BundleKey(commission int64, caseRef string, sum [32]byte) string {
	return fmt.Sprintf("c%d/%s/bundle-%s", commission, segment(caseRef), hex.EncodeToString(sum[:]))
}

// segment writes a reference as one part of a key. References of plain letters and digits stand as
// they are; others in hexadecimal behind a "=", which no plain one holds, so no two can meet.
func segment(ref string) string {
	if plain(ref) && len(ref) <= 100 && !strings.HasPrefix(ref, ".") {
		return ref
	}
	return "=" + hex.EncodeToString([]byte(ref))
}

// plain says whether s has only characters that mean nothing special to any store.
func plain(s string) bool {
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '-', r == '_', r == '.':
		default:
			return false
		}
	}
	return s != ""
}

// checkKey refuses whatever could lead out of the store's folder or mean something else to another
// store: empty parts, parts that begin with a dot, and every character that isn't plain.
func checkKey(key string) error {
	if len(key) > maxKey {
		return fmt.Errorf("%w: %d bytes", ErrKey, len(key))
	}
	for part := range strings.SplitSeq(key, "/") {
		if !plain(strings.TrimPrefix(part, "=")) || strings.HasPrefix(part, ".") {
			return fmt.Errorf("%w: %q", ErrKey, key)
		}
	}
	return nil
}
