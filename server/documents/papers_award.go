package documents

import (
	"fmt"
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

var awardNeeds = append([]Need{needTribunal, needClaims}, everyCase...)

// 仲裁裁决书（终局） and 仲裁裁决书（非终局）: an award that mixed both would be non-final as a whole
// (浙江省条例第三十七条), so each holds its own items and its own remedies.
var (
	_ = register(workflows.AwardFinalPaper, award(true))
	_ = register(workflows.AwardNonFinalPaper, award(false))
)

func award(final bool) paper {
	return paper{needs: awardNeeds, signs: tribunalSigns,
		check: func(d Data) error { return checkAward(ofKind(d, final)) },
		body:  func(d Data) []string { return awardBody(d, final) }}
}

// ofKind are the claims that this award decides.
func ofKind(d Data, final bool) []Claim {
	var out []Claim
	for _, c := range d.Claims {
		if len(c.Shares) > 0 {
			if c = c.sharesOf(final); len(c.Shares) == 0 {
				continue
			}
		}
		if c.Final == final {
			out = append(out, c)
		}
	}
	return out
}

// sharesOf is the part of a divided claim that is final, or not: each worker's remedies are their own.
func (c Claim) sharesOf(final bool) Claim {
	all := c.Shares
	c.Shares, c.Awarded, c.Final = nil, 0, final
	for _, s := range all {
		if s.Final == final {
			c.Shares, c.Awarded = append(c.Shares, s), c.Awarded+s.Amount
		}
	}
	return c
}

// checkAward finds an award that decides nothing, or a claim without a decision or its reasons.
func checkAward(list []Claim) error {
	if len(list) == 0 {
		return fmt.Errorf("lacks claims of its kind")
	}
	for _, c := range list {
		switch {
		case c.Decision != "supported" && c.Decision != "partly" && c.Decision != "rejected":
			return fmt.Errorf("lacks decision of claim %d", c.No)
		case c.Reasons == "":
			return fmt.Errorf("lacks reasons of claim %d", c.No)
		}
	}
	return nil
}

func awardBody(d Data, final bool) []string {
	list := ofKind(d, final)
	out := append(parties(d, true), cause(d)+"，本委受理后依法组成仲裁庭进行审理。"+absent(d)+"裁决前经仲裁庭先行调解，未能达成协议。本案现已审理终结。", "", "申请人的请求：")
	out = append(append(out, wanted(list)...), story(d)...)
	if len(ofKind(d, !final)) > 0 {
		out = append(out, "本案其余请求，本委另行制作裁决书。")
	}
	out = append(out, "", "本委认为：")
	for _, c := range list {
		out = append(out, fmt.Sprintf("关于第 %d 项请求（%s）：%s%s", c.No, c.Title, stop(c.Reasons), worked(c)))
	}
	out = append(out, "", "依照"+basis(final)+"，裁决如下：")
	out = append(out, ordered(d, list)...)
	if final || len(ofKind(d, true)) == 0 { // in one of two awards only
		out = append(out, d.Fields[FieldAppraisal])
	}
	out = append(out, "")
	return append(out, remedies(d, final)...)
}

// absent says who stayed away from the hearing; nothing where both came.
func absent(d Data) string {
	if d.Fields[FieldDefault] == "" {
		return ""
	}
	return d.Fields[FieldDefault] + "，本委依法缺席审理和裁决（" + art(law.Arbitration(36)) + "）。"
}

// worked is how the amount of an item was worked out, in yuan.
func worked(c Claim) string {
	if c.Formula == "" {
		return ""
	}
	return "计算：" + stop(c.Formula+" 元")
}

// basis is what every award of the kind rests on; the articles on the claims stand in the reasons.
func basis(final bool) string {
	if final {
		return arts(law.Arbitration(46), law.Arbitration(47))
	}
	return arts(law.Arbitration(46), law.Arbitration(50))
}

// ordered are the numbered items, and their sum where more than one is about money.
func ordered(d Data, list []Claim) []string {
	var out []string
	var sum claims.Fen
	paid := 0
	for i, c := range list {
		out = append(out, fmt.Sprintf("%d. %s", i+1, item(d, c)))
		if c.Money && c.Decision != "rejected" && !c.Counter {
			sum += c.Awarded
			paid++
		}
	}
	if paid > 1 {
		out = append(out, "以上款项合计 "+sum.Grouped()+" 元。")
	}
	return out
}

func item(d Data, c Claim) string {
	who, payer, payee := "申请人", "被申请人 "+names(d.Respondents), "申请人 "+names(d.Applicants)
	if c.Counter {
		who, payer, payee = "被申请人反申请的", payee, payer
	}
	switch {
	case c.Decision == "rejected":
		return fmt.Sprintf("不支持%s第 %d 项请求（%s）。", who, c.No, c.Title)
	case c.Money:
		s := fmt.Sprintf("%s %s支付%s：%s %s 元", payer, payBy(d), payee, c.Title, c.Awarded.Grouped())
		if len(c.Shares) > 0 {
			s = fmt.Sprintf("被申请人 %s %s支付%s：%s", names(d.Respondents), payBy(d), c.Title, divided(c))
		}
		if c.Decision == "partly" {
			s += "；不支持该项请求的其余部分"
		}
		return s + "。"
	case c.Decision == "partly":
		return fmt.Sprintf("部分支持%s第 %d 项请求（%s），范围以本委认为部分所述为准。", who, c.No, c.Title)
	}
	return fmt.Sprintf("支持%s第 %d 项请求：%s。", who, c.No, c.Title)
}

// divided says what each worker gets of a sum that several claim together, and who gets nothing.
func divided(c Claim) string {
	var gets, none []string
	for _, x := range c.Shares {
		if x.Amount == 0 {
			none = append(none, x.Name)
			continue
		}
		gets = append(gets, x.Name+" "+x.Amount.Grouped()+" 元")
	}
	s := strings.Join(gets, "，")
	if len(gets) > 1 {
		s += "，共 " + c.Awarded.Grouped() + " 元"
	}
	if len(none) > 0 {
		s += "；不支持 " + strings.Join(none, "、") + " 的该项请求"
	}
	return strings.TrimPrefix(s, "；")
}

func payBy(d Data) string {
	if by := d.day(FieldPerformBy); by != "" {
		return noLater(by)
	}
	return "于本裁决书生效之日起十日内"
}
