package bundle

import "strings"

// Signs that begin no line, and signs that end none (避头尾).
const (
	noStart = "，。、；：？！）》」』】〕”’％%,.;:?!)]}…—·"
	noEnd   = "（《「『【〔“‘([{"
)

// lines breaks clean text to a width: between any two Chinese characters, between Latin words, and inside a word only if
// it is wider than the line.
func (p *pen) lines(s string, size, most float64) ([]string, error) {
	var out []string
	line, wide := "", 0.0
	for _, word := range words(s) {
		w, err := p.width(word, size)
		if err != nil {
			return nil, err
		}
		if line != "" && wide+w > most {
			out, line, wide = append(out, strings.TrimRight(line, " ")), "", 0
		}
		if line == "" && word == " " {
			continue
		}
		if w <= most {
			line, wide = line+word, wide+w
			continue
		}
		for _, r := range word {
			one, err := p.width(string(r), size)
			if err != nil {
				return nil, err
			}
			if line != "" && wide+one > most {
				out, line, wide = append(out, line), "", 0
			}
			line, wide = line+string(r), wide+one
		}
	}
	if line = strings.TrimRight(line, " "); line != "" {
		out = append(out, line)
	}
	return out, nil
}

// words are the smallest parts between which a line may be broken.
func words(s string) []string {
	var out []string
	latin := func(r rune) bool { return r > ' ' && r < 0x2000 }
	glued, before := false, ' ' // whether the next sign belongs to the part before
	for _, r := range s {
		join := glued || strings.ContainsRune(noStart, r) || latin(r) && latin(before)
		if len(out) > 0 && join && r != ' ' && before != ' ' {
			out[len(out)-1] += string(r)
		} else {
			out = append(out, string(r))
		}
		glued, before = strings.ContainsRune(noEnd, r), r
	}
	return out
}
