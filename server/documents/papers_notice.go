package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 公告: names the recipient and the paper, says why it is announced, from when it counts as served,
// and what runs from then. Nothing else about anybody stands on a paper that everybody reads.
var _ = register(workflows.PublicNoticePaper, paper{open: true, needs: needs([]Need{needRespondents}, FieldRecipient, FieldPaper, FieldDays, FieldNewDue, FieldGround, FieldItems), body: func(d Data) []string {
	return []string{d.Fields[FieldRecipient] + "：",
		"本委办理的" + cause(d) + "，因" + d.Fields[FieldGround] + "，现依法向你方公告送达" + d.Fields[FieldPaper] + "。请自公告之日起 " + d.Fields[FieldDays] + "内到本委领取；逾期不领取的，自公告之日起经过 " +
			d.Fields[FieldDays] + "，即于" + d.day(FieldNewDue) + "视为送达（" + arts(law.CivilProcedure(95)) + "，" + arts(law.Zhejiang(35), law.Zhejiang(41)) + "）。",
		d.Fields[FieldItems], "",
		"领取地点：" + d.Address}
}})
