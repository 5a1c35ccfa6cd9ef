package config

import (
	"fmt"
	"io"
	"net/url"
	"regexp"
)

// Print writes every setting with its value and its meaning in both languages. Secrets, and
// passwords inside addresses, are hidden.
func (c Config) Print(w io.Writer) error {
	for _, s := range table() {
		origin := "默认 default"
		if c.from[s.Name] {
			origin = "已设置 set"
		}
		value := s.show(c)
		if value == "" {
			value = "（无 none）"
		}
		_, err := fmt.Fprintf(w, "%s = %s  [%s]\n    %s\n    %s\n", s.Name, value, origin, s.Means.ZH, s.Means.EN)
		if err != nil {
			return err
		}
	}
	return nil
}

// wordPassword finds the password in the form host=… password=…, quoted or not.
var wordPassword = regexp.MustCompile(`(?i)\b((?:ssl)?password\s*=\s*)('(?:[^'\\]|\\.)*'?|(?:[^\s\\]|\\.)+)`)

// redactDatabase shows where the database is, without any password.
func redactDatabase(v string) string {
	u, err := url.Parse(v)
	if err != nil {
		return stars
	}
	if u.Scheme == "" {
		return wordPassword.ReplaceAllString(v, "${1}"+stars)
	}
	q := u.Query()
	for _, name := range []string{"password", "sslpassword"} {
		if q.Has(name) {
			q.Set(name, "xxxxx")
		}
	}
	u.RawQuery = q.Encode()
	return u.Redacted()
}
