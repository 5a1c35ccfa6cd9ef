package evidence

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxName is the longest name of a file, in characters.
const maxName = 120

// cleanName makes a file name safe to show and to send back: only its last part, composed
// characters, nothing invisible, and an ending that fits the content, or the download would be
// opened by the wrong program.
func cleanName(name string, endings []string) string {
	name = norm.NFC.String(strings.ToValidUTF8(name, "_"))
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(visible, name)
	name = strings.Trim(strings.Join(strings.Fields(name), " "), ". ")
	ending := path.Ext(name)
	stem := strings.TrimSuffix(name, ending)
	if !slices.Contains(endings, strings.ToLower(ending)) {
		stem, ending = name, endings[0]
	}
	if stem == "" {
		stem = "未命名"
	}
	return shorten(stem, maxName-utf8.RuneCountInString(ending)) + ending
}

// visible drops control characters, and those that turn the direction of writing or can't be seen:
// with them "gepj.exe" can be made to look like "exe.jpeg". What Windows forbids becomes "_".
func visible(r rune) rune {
	switch {
	case strings.ContainsRune(`<>:"|?*`, r):
		return '_'
	case unicode.IsSpace(r):
		return ' '
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp):
		return -1
	}
	return r
}

// shorten keeps the first n characters.
func shorten(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return strings.TrimSpace(string(r[:n]))
	}
	return s
}
