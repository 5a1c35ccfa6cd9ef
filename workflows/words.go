package workflows

import "tiaocai/workflows/law"

// Words are the three names of a state: what the worker reads, what the employer reads, and the
// term that staff use.
type Words struct {
	Worker, Employer, Staff law.Text
}

// Says are the words for a state. There is one for every state: a test sees to it.
func (s State) Says() Words { return stateWords[s] }

var stateWords = map[State]Words{
	Consulting: {
		Worker:   law.Text{ZH: "您的问题已登记，等待答复", EN: "Your question is registered; an answer will follow"},
		Employer: law.Text{ZH: "对方正在咨询", EN: "The other side is asking for advice"},
		Staff:    law.Text{ZH: "咨询", EN: "Consulting"},
	},
	Advised: {
		Worker:   law.Text{ZH: "您的问题已经答复", EN: "Your question has been answered"},
		Employer: law.Text{ZH: "咨询已答复", EN: "The question has been answered"},
		Staff:    law.Text{ZH: "已答复", EN: "Advised"},
	},
	Mediating: {
		Worker:   law.Text{ZH: "正在调解", EN: "Mediation is under way"},
		Employer: law.Text{ZH: "正在调解", EN: "Mediation is under way"},
		Staff:    law.Text{ZH: "调解中", EN: "Mediating"},
	},
	Settled: {
		Worker:   law.Text{ZH: "已经达成协议", EN: "You have reached an agreement"},
		Employer: law.Text{ZH: "已经达成协议，请按期履行", EN: "An agreement was reached; please perform it in time"},
		Staff:    law.Text{ZH: "已达成协议", EN: "Settled"},
	},
	Unsettled: {
		Worker:   law.Text{ZH: "没有达成协议，您可以申请仲裁", EN: "No agreement; you may apply for arbitration"},
		Employer: law.Text{ZH: "没有达成协议", EN: "No agreement was reached"},
		Staff:    law.Text{ZH: "未达成协议", EN: "Unsettled"},
	},
	Filed: {
		Worker:   law.Text{ZH: "申请已收到，等待是否受理的决定", EN: "Your application has arrived; a decision on acceptance will follow"},
		Employer: law.Text{ZH: "对方已申请仲裁，等待是否受理的决定", EN: "The other side has applied; a decision on acceptance will follow"},
		Staff:    law.Text{ZH: "待受理", EN: "Filed"},
	},
	NotAccepted: {
		Worker:   law.Text{ZH: "不予受理，您可以向法院起诉", EN: "Not accepted; you may sue in court"},
		Employer: law.Text{ZH: "不予受理", EN: "Not accepted"},
		Staff:    law.Text{ZH: "不予受理", EN: "Not accepted"},
	},
	Referred: {
		Worker:   law.Text{ZH: "请向有管辖权的仲裁委申请", EN: "Please apply to the competent commission"},
		Employer: law.Text{ZH: "已告知由其他仲裁委管辖", EN: "Referred to another commission"},
		Staff:    law.Text{ZH: "告知管辖", EN: "Referred"},
	},
	Accepted: {
		Worker:   law.Text{ZH: "已经受理，正在准备开庭", EN: "Accepted; the hearing is being prepared"},
		Employer: law.Text{ZH: "案件已受理，请答辩和举证", EN: "Accepted; please answer and file your evidence"},
		Staff:    law.Text{ZH: "庭前准备", EN: "Before hearing"},
	},
	Scheduled: {
		Worker:   law.Text{ZH: "已经排期，等待开庭", EN: "The hearing has a date"},
		Employer: law.Text{ZH: "已经排期，等待开庭", EN: "The hearing has a date"},
		Staff:    law.Text{ZH: "待开庭", EN: "Scheduled"},
	},
	Hearing: {
		Worker:   law.Text{ZH: "正在开庭", EN: "The hearing is open"},
		Employer: law.Text{ZH: "正在开庭", EN: "The hearing is open"},
		Staff:    law.Text{ZH: "庭审中", EN: "Hearing"},
	},
	Deliberating: {
		Worker:   law.Text{ZH: "已经开庭，等待裁决", EN: "The hearing is over; the award is being written"},
		Employer: law.Text{ZH: "已经开庭，等待裁决", EN: "The hearing is over; the award is being written"},
		Staff:    law.Text{ZH: "评议", EN: "Deliberating"},
	},
	Closed: {
		Worker:   law.Text{ZH: "已经结案", EN: "The case is closed"},
		Employer: law.Text{ZH: "已经结案", EN: "The case is closed"},
		Staff:    law.Text{ZH: "已结案", EN: "Closed"},
	},
}
