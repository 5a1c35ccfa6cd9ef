package models

import "testing"

func TestNamesAreFoundAsTheyAreTyped(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		name, typed string
		found       bool
	}{
		{"王小明", "wangxiaoming", true}, {"王小明", "wxm", true}, {"王小明", "WangXM", true}, {"王小明", "xiaom", true}, {"王小明", "Wang Xiao Ming", true},
		{"王小明", "wx", true}, {"王小明", "xm", false}, // two letters only from the beginning
		{"王小明", "angxiao", false}, // not from the middle of a sound
		{"单志强", "shanzhiqiang", true}, {"单志强", "szq", true}, {"单志强", "danzq", true},
		{"吕玉", "lvyu", true}, {"吕玉", "lüyu", true},
		{"西安大华公司", "xi'an", true}, {"西安大华公司", "xadh", true},
		{"仙居县宏达机械有限公司", "hongda", true}, {"仙居县宏达机械有限公司", "hdjx", true}, {"仙居县宏达机械有限公司", "hd", false},
		{"3M科技公司", "3mkeji", true}, {"ABC公司", "abc", true},
		{"王小明", "123", false}, {"王小明", "王", false}, {"", "wx", false},
	} {
		if got := soundsLike(Spell(x.name), x.typed); got != x.found {
			t.Errorf("%s typed as %s: %t, want %t (%q)", x.name, x.typed, got, x.found, Spell(x.name))
		}
	}
	if s := Spell("仙居县宏达机械厂", "仙居县红星机械厂"); !soundsLike(s, "hongxing") || !soundsLike(s, "xjxhd") {
		t.Errorf("a former name is not spelled: %q", s)
	}
}

func FuzzSpell(f *testing.F) {
	f.Add("王小明", "wxm")
	f.Add("单", "s(")
	f.Fuzz(func(t *testing.T, name, typed string) {
		s := Spell(name)
		if s != "" && s[0] != ' ' {
			t.Errorf("%q is spelled %q", name, s)
		}
		soundsLike(s, typed) // a pattern that cannot be compiled would panic in SQL instead
	})
}
