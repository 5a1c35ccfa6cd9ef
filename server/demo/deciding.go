package demo

import (
	"crypto/sha256"
	"fmt"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/workflows/claims"
)

// reads has whoever decides note down what they found in the file, before the hearing: it is frozen there.
func (d *dispute) reads() {
	in := casework.WriteNotes{Facts: "工资条见申1-01，单位没有提交考勤原件。", Issues: "1. 拖欠工资的数额。\n2. 解除劳动合同是否违法。", Questions: "问单位：三月的工资为什么没有发？\n问申请人：谁通知离职的？", Law: "劳动合同法第三十条、第四十七条。"}
	if len(d.panel) > 1 {
		in.IssuesTo = "panel"
	}
	in.QuestionsTo = "all"
	d.notes(d.panel[0], in)
	if len(d.panel) > 1 {
		d.notes(d.panel[1], casework.WriteNotes{Issues: "加班是否经过批准，请首席注意。", IssuesTo: "panel"})
	}
}

func (d *dispute) notes(login string, in casework.WriteNotes) {
	_, err := d.w.desk.SaveWorkbook(d.ctx, d.who(login), d.ref, in, d.beside("notes "+login))
	d.fail(err)
}

// drafts has the award begun: the first claim is written, the others are not.
func (d *dispute) drafts() {
	said := []casework.AwardSaid{{Name: "items.0.no", Value: "1"}, {Name: "items.0.decision", Value: "supported"}, {Name: "items.0.reasons", Value: "工资条和考勤记录可以相互印证，单位没有提交相反证据。"}}
	if amount := d.claims[0].Amount; amount > 0 {
		said = append(said, casework.AwardSaid{Name: "items.0.amount", Value: amount.String()})
	}
	kind, _ := claims.Lookup(claims.Code(d.claims[0].Code))
	final := kind.Final.FinalAt(d.claims[0].Amount, claims.Fen(ceiling/12), d.cause == "A01")
	said = append(said, casework.AwardSaid{Name: "items.0.final", Value: strconv.FormatBool(final)})
	for i := 1; i < len(d.claims); i++ {
		said = append(said, casework.AwardSaid{Name: fmt.Sprintf("items.%d.no", i), Value: strconv.Itoa(i + 1)})
	}
	_, err := d.w.desk.SaveAwardDraft(d.ctx, d.who(d.panel[0]), d.ref, casework.SaveAward{Fields: said}, d.beside("award"))
	d.fail(err)
}

// beside are the options of what is no step of the case: it has a key of its own.
func (d *dispute) beside(what string) casework.Options {
	return casework.Options{Key: fmt.Sprintf("demo-%04d-%s", d.no, what), Route: "demo", Digest: sha256.Sum256([]byte(what))}
}
