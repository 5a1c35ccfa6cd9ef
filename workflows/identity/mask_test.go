package identity

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMasks(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		mask     func(string) string
		in, want string
	}{
		{"resident ID", MaskID, "331024199001014628", "3310**********4628"},
		{"credit code", MaskID, "91350100M000100Y43", "9135**********0Y43"},
		{"passport", MaskID, "E12345678", "*********"},
		{"no number", MaskID, "", ""},
		{"mobile", MaskPhone, "13812345678", "138****5678"},
		{"landline", MaskPhone, "0576-87770000", "0576-****0000"},
		{"landline of seven digits", MaskPhone, "021-6677889", "021-***7889"},
		{"short number", MaskPhone, "110", "***"},
		{"odd hyphen", MaskPhone, "0576-110", "********"},
		{"hyphen in a mobile", MaskPhone, "138123-45678", "138*****5678"},
		{"account", MaskAccount, "6222021207000004628", "****4628"},
		{"short account", MaskAccount, "4628", "****"},
		{"name", MaskName, "张三", "张**"},
		{"longer name", MaskName, "欧阳建国", "欧**"},
		{"a rare sign", MaskName, "𬭼某", "𬭼**"},
		{"no name", MaskName, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := tt.mask(tt.in); got != tt.want {
				t.Errorf("mask of %q = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

// No mask fails on what people type, and each hides at least three signs and shows at most eight.
func FuzzMasks(f *testing.F) {
	for _, s := range []string{"331024199001014628", "13812345678", "0576-87770000", "张三", "", "-", "----", "\xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, mask := range map[string]func(string) string{"MaskID": MaskID, "MaskPhone": MaskPhone, "MaskAccount": MaskAccount} {
			got := mask(s)
			shown := utf8.RuneCountInString(strings.NewReplacer("*", "", "-", "").Replace(got))
			hidden := strings.Count(got, "*")
			if shown > 8 || hidden < min(3, utf8.RuneCountInString(s)) {
				t.Errorf("%s(%q) = %q shows %d signs and hides %d", name, s, got, shown, hidden)
			}
		}
		if got := MaskName(s); s != "" && utf8.RuneCountInString(got) != 3 {
			t.Errorf("MaskName(%q) = %q, want one sign and two stars", s, got)
		}
	})
}
