// Package law names the sources that everything else rests on: statutes, rules and our own
// policies, each cited by its rule id and article, and the two languages that people read.
//
// A Citation is what a lawyer looks for first: which article says so. A Text is one sentence in
// Chinese, which decides, and in English, which helps.
package law

import (
	"fmt"
	"strconv"
)

// Text is one sentence in both languages. ZH is the text that counts.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// In returns the text in lang: English for "en", Chinese for everything else.
func (t Text) In(lang string) string {
	if lang == "en" && t.EN != "" {
		return t.EN
	}
	return t.ZH
}

// IsZero says that there is no text at all.
func (t Text) IsZero() bool { return t.ZH == "" && t.EN == "" }

// Confidence says how the wording behind a citation was checked (可信度).
type Confidence string

// A citation is Verified when the article's text was read, Recalled when it was written from
// memory and needs a lawyer's check, Policy when it is our own proposal and no law.
const (
	Verified Confidence = "verified"
	Recalled Confidence = "recalled"
	Policy   Confidence = "policy"
)

// Citation names one rule: our stable id, and the source and article to show.
type Citation struct {
	Rule       string     `json:"rule"`
	ZH         string     `json:"zh"`
	EN         string     `json:"en"`
	Confidence Confidence `json:"confidence"`
}

// In returns the citation as people read it, in lang.
func (c Citation) In(lang string) string { return Text{c.ZH, c.EN}.In(lang) }

// IsZero says that nothing is cited.
func (c Citation) IsZero() bool { return c.Rule == "" }

func (c Citation) String() string { return c.ZH }

// Recalled marks a citation whose text still wants a lawyer's check.
func (c Citation) Recalled() Citation { c.Confidence = Recalled; return c }

// Policy marks a citation that leans on the article but whose reading is our own.
func (c Citation) Policy() Citation { c.Confidence = Policy; return c }

func cite(key, zh, en string, article int, part ...int) Citation {
	c := Citation{
		Rule:       fmt.Sprintf("%s-%d", key, article),
		ZH:         zh + "第" + Numeral(article) + "条",
		EN:         en + ", Art. " + strconv.Itoa(article),
		Confidence: Verified,
	}
	if len(part) > 0 {
		c.Rule += "-" + strconv.Itoa(part[0])
	}
	return c
}

// Arbitration cites the Labor Dispute Mediation and Arbitration Law (劳动争议调解仲裁法).
// A second number is the part of the article that our rule id names, as in LDMA-43-1.
func Arbitration(article int, part ...int) Citation {
	return cite("LDMA", "调解仲裁法", "Mediation and Arbitration Law", article, part...)
}

// CaseRules cites the Case-handling Rules, MOHRSS Order 33 (劳动人事争议仲裁办案规则).
func CaseRules(article int, part ...int) Citation {
	return cite("R33", "办案规则", "Case-handling Rules", article, part...)
}

// Zhejiang cites the Zhejiang Regulation (浙江省劳动人事争议调解仲裁条例).
func Zhejiang(article int, part ...int) Citation {
	return cite("ZJ", "浙江省条例", "Zhejiang Regulation", article, part...)
}

// EnterpriseRules cites the Enterprise Consultation and Mediation Rules, Order 17 (企业劳动争议协商调解规定).
func EnterpriseRules(article int) Citation {
	return cite("R17", "协商调解规定", "Consultation and Mediation Rules", article).Recalled()
}

// CivilProcedure cites the Civil Procedure Law (民事诉讼法).
func CivilProcedure(article int) Citation {
	return cite("CPL", "民事诉讼法", "Civil Procedure Law", article)
}

// CivilCode cites the Civil Code (民法典).
func CivilCode(article int) Citation {
	return cite("CC", "民法典", "Civil Code", article)
}

// Privacy cites the Personal Information Protection Law (个人信息保护法).
func Privacy(article int) Citation {
	return cite("PIPL", "个人信息保护法", "Personal Information Protection Law", article)
}

// House cites a rule of our own (办案规程): not law, but enforced and shown as what it is.
func House(id, zh, en string) Citation {
	return Citation{Rule: id, ZH: "本会办案规程：" + zh, EN: "House rule: " + en, Confidence: Policy}
}

// Numeral writes n, 0 to 9999, as articles are numbered: 四十三, 一百零二.
func Numeral(n int) string {
	digits := []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	if n < 10 {
		return digits[n]
	}
	units := []string{"", "十", "百", "千"}
	s, zero := "", false
	for place := 3; place >= 0; place-- {
		d := n
		for range place {
			d /= 10
		}
		d %= 10
		switch {
		case d == 0:
			zero = s != ""
		case d == 1 && place == 1 && s == "":
			s = "十"
		default:
			if zero {
				s += "零"
			}
			s += digits[d] + units[place]
			zero = false
		}
	}
	return s
}
