package models

import (
	"context"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/mozillazg/go-pinyin"
	"gorm.io/gorm"
)

// surnames are signs that sound different in a family name: the library knows the common sound only.
var surnames = map[rune]string{'单': "shan", '仇': "qiu", '区': "ou", '解': "xie", '曾': "zeng", '任': "ren", '朴': "piao", '查': "zha", '盖': "ge", '翟': "zhai", '尉': "yu",
	'缪': "miao", '乐': "yue", '员': "yun", '覃': "qin", '折': "she", '华': "hua", '召': "shao", '冼': "xian", '洗': "xian", '种': "chong", '隗': "wei", '秘': "bi", '繁': "po",
	'宓': "fu", '逄': "pang", '牟': "mou", '佴': "nai", '撒': "sa", '黑': "he", '万': "wan", '句': "gou", '那': "na", '曲': "qu", '燕': "yan", '宁': "ning", '应': "ying"}

// Spell writes names as they are typed without their signs (拼音): each sign's sound, with a point between, then the
// first letters; of a person also the family name with first letters. Names in other letters stay, in small letters.
// Every spelling begins with a space, so that what begins with it is found.
func Spell(names ...string) string {
	var b strings.Builder
	for _, name := range names {
		sounds := syllables(name)
		if len(sounds) == 0 {
			continue
		}
		add(&b, sounds, 1)
		if s, other := surnames[[]rune(name)[0]]; other && s != sounds[0] {
			add(&b, append([]string{s}, sounds[1:]...), 1)
		}
	}
	return b.String()
}

func add(b *strings.Builder, sounds []string, family int) {
	first := make([]string, len(sounds))
	for i, s := range sounds {
		first[i] = string([]rune(s)[0])
	}
	b.WriteString(" " + strings.Join(sounds, "."))
	b.WriteString(" " + strings.Join(first, "."))
	if n := len(sounds); n > 1 && n <= 4 {
		b.WriteString(" " + strings.Join(append(append([]string{}, sounds[:family]...), first[family:]...), "."))
	}
}

// syllables are the sounds of a name's signs; letters and digits that follow each other are one.
func syllables(name string) (sounds []string) {
	args, run := pinyin.NewArgs(), ""
	flush := func() {
		if run != "" {
			sounds = append(sounds, run)
		}
		run = ""
	}
	for _, r := range name {
		if s := pinyin.SinglePinyin(r, args); len(s) > 0 {
			flush()
			sounds = append(sounds, s[0])
			continue
		}
		if (unicode.IsLetter(r) || unicode.IsDigit(r)) && r < 0x250 {
			run += string(unicode.ToLower(r))
			continue
		}
		flush()
	}
	flush()
	return sounds
}

// spelling is what somebody typed if it may be one: letters and digits, at least two, a letter among them. The marks
// that input methods write between syllables are taken off, and ü may be written as v.
func spelling(text string) string {
	s := strings.ToLower(strings.NewReplacer(" ", "", "'", "", "’", "", "-", "", "ü", "v").Replace(text))
	if len(s) < 2 || !strings.ContainsFunc(s, func(r rune) bool { return r >= 'a' && r <= 'z' }) ||
		strings.ContainsFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		return ""
	}
	return s
}

// spelledSo is how a spelling is looked for: from the beginning of a syllable on; two letters only from the beginning
// of a name, because somewhere in a firm's name nearly every two are found.
func spelledSo(s string) (pattern, triples string) {
	letters := strings.Split(s, "")
	if len(s) == 2 {
		return " " + strings.Join(letters, `\.?`), " " + s
	}
	return "[ .]" + strings.Join(letters, `\.?`), s
}

// soundsLike says whether a name is spelled so.
func soundsLike(spelled, text string) bool {
	s := spelling(text)
	if s == "" {
		return false
	}
	pattern, _ := spelledSo(s)
	ok, err := regexp.MatchString(pattern, spelled)
	return err == nil && ok
}

// BeforeSave spells the names with every change.
func (p *Party) BeforeSave(*gorm.DB) error {
	s := Spell(p.Name, p.FormerName)
	p.Spelled = &s
	return nil
}

// spellAtOnce is how many rows are spelled in one transaction.
const spellAtOnce = 200

// SpellNames spells the names of parties from before there were spellings, and says how many.
func (db *DB) SpellNames(ctx context.Context, now func() time.Time) (n int, err error) {
	for {
		var rows []Party
		err := db.InTx(ctx, now(), func(tx *Tx) error {
			if err := tx.Select("id", "commission_id", "name", "former_name").Where("spelled is null").Order("id").Limit(spellAtOnce).Find(&rows).Error; err != nil {
				return err
			}
			of, ids, spelled := make([]int64, len(rows)), make([]int64, len(rows)), make([]string, len(rows))
			for i, r := range rows {
				of[i], ids[i], spelled[i] = r.CommissionID, r.ID, Spell(r.Name, r.FormerName)
			}
			b := tx.batch()
			b.query("update parties p set spelled = x.s from unnest($1::bigint[], $2::bigint[], $3::text[]) x(c, id, s) where p.commission_id = x.c and p.id = x.id", nil, of, ids, spelled)
			return b.send()
		})
		if n += len(rows); err != nil || len(rows) < spellAtOnce {
			return n, err
		}
	}
}
