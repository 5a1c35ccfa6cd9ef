package documents

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// 调解协议书: in force when the last of four marks is put: both sides, the mediator, the organisation.
var _ = register(workflows.Agreement, paper{org: true, needs: needs([]Need{needRespondents}, FieldTerms, FieldPerformBy), signs: agreementSigns,
	body: func(d Data) []string {
		return append(sides(d), "经调解，双方自愿达成如下协议：", d.Fields[FieldTerms], performance(d), "",
			"本协议自双方当事人签名或者盖章、调解员签名并加盖调解组织印章后生效，对双方当事人具有约束力，当事人应当履行（"+art(law.Arbitration(14))+"）。",
			"双方可以自协议生效之日起十五日内，共同向仲裁委员会申请审查（"+art(law.Zhejiang(11))+"）；也可以自协议生效之日起三十日内，共同向人民法院申请司法确认（"+art(law.CivilProcedure(205))+"）。一方在约定的期限内不履行的，另一方可以依法申请仲裁（"+art(law.Arbitration(15))+"）。")
	}})

// performance says what is paid and by when; an agreement need not be about money.
func performance(d Data) string {
	if a := d.Fields[FieldAmount]; a != "" && a != "0.00" {
		return "协议金额 " + a + " 元，" + noLater(d.day(FieldPerformBy)) + "履行。"
	}
	return "上述协议" + noLater(d.day(FieldPerformBy)) + "履行。"
}

func agreementSigns(Data) []string {
	return []string{"申请人（签名或者盖章）：", "被申请人（签名或者盖章）：", "调解员（签名）：", ""}
}
