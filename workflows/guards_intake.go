package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Transfers between commissions.
var (
	// TransferWaits: there is a transferred case to take over (移送待接收).
	TransferWaits = Guard{
		Code:  "no-transfer-waiting",
		Says:  text("这不是移送来的案件，或者已经接收。", "This case was not transferred here, or was taken over already."),
		Law:   law.CaseRules(9).Recalled(),
		Holds: func(f Facts) bool { return f.Intake.Arrived && f.Intake.Taken.IsZero() },
	}
	// NotInDispute: what was reported to the superior is taken over only if it decided for us.
	NotInDispute = Guard{
		Code:  "designation-awaited",
		Says:  text("已经报请上级指定管辖：等指定由本会管辖以后才能接收。", "The superior was asked: the case is taken over once it is designated to this commission."),
		Law:   law.Zhejiang(17),
		Holds: func(f Facts) bool { return f.Intake.Disputed.IsZero() || f.Intake.Ours },
	}
	// NotYetDisputed: reported once.
	NotYetDisputed = Guard{
		Code:  "already-reported",
		Says:  text("已经报请上级指定管辖。", "It was reported to the superior already."),
		Law:   law.CaseRules(9).Recalled(),
		Holds: func(f Facts) bool { return f.Intake.Disputed.IsZero() },
	}
	// DisputeOpen: a report is not answered yet.
	DisputeOpen = Guard{
		Code:  "no-report",
		Says:  text("还没有报请指定管辖，或者已经指定。", "Nothing was reported to the superior, or it has decided already."),
		Law:   law.Zhejiang(17),
		Holds: func(f Facts) bool { return !f.Intake.Disputed.IsZero() && f.Intake.Designated.IsZero() },
	}
	// ReferOnlyIfDesignated: a transferred case goes on to another commission only if the superior says
	// so: nobody transfers it again by themselves (不得再自行移送).
	ReferOnlyIfDesignated = Guard{
		Code: "transferred-not-again",
		Says: text("移送来的案件不能再自行移送；认为不属于本会管辖的，报请共同的上级指定。", "A transferred case is not passed on again; if you think it is not yours, report to the common superior."),
		Law:  law.CaseRules(9).Recalled(),
		Holds: func(f Facts) bool {
			return !f.Intake.Arrived || (!f.Intake.Designated.IsZero() && !f.Intake.Ours)
		},
	}
)

// Objections to jurisdiction.
var (
	// NoObjectionWaits: one at a time.
	NoObjectionWaits = Guard{
		Code:  "objection-waiting",
		Says:  text("已经有一件管辖异议等待决定。", "An objection is waiting for its decision."),
		Law:   law.CaseRules(10).Recalled(),
		Holds: func(f Facts) bool { return f.Intake.Objected.IsZero() },
	}
	// ObjectionWaits is the opposite.
	ObjectionWaits = Guard{
		Code:  "no-objection",
		Says:  text("没有等待决定的管辖异议。", "No objection to jurisdiction is waiting."),
		Law:   law.CaseRules(10).Recalled(),
		Holds: func(f Facts) bool { return !f.Intake.Objected.IsZero() },
	}
	// ObjectionInTime: in writing, before the defence period ends; a late one does not affect the case.
	ObjectionInTime = Guard{
		Code:  "objection-too-late",
		Says:  text("管辖异议应当在答辩期满前书面提出；逾期提出的，不影响案件审理。", "An objection is raised in writing before the defence period ends; a late one does not affect the case."),
		Law:   law.CaseRules(10).Recalled(),
		Holds: func(f Facts) bool { due := f.objectionEnds(); return due.IsZero() || !f.On.After(due) },
	}
)

// objectionEnds is the last day of the defence period of whoever was served last; an early defence
// does not cut it short. None while nobody was served.
func (f Facts) objectionEnds() calendar.Date {
	var last calendar.Date
	for _, s := range f.CopyServed {
		if s.On.IsZero() {
			return calendar.Date{} // a respondent whose time has not begun
		}
		last = calendar.Latest(last, f.Law.Days.Due(s.On, f.lengthFrom(DefencePeriod, s.On)).Statutory)
	}
	return last
}

// Agents.
var (
	// NoCharge: relatives, an employer's staff and recommended persons may not charge (不得收费).
	NoCharge = Guard{
		Code:  "agent-may-not-charge",
		Says:  text("近亲属、工作人员和被推荐的人代理不得收费，请由代理人声明不收费；收费的，代理终止。", "Relatives, staff and recommended persons may not charge: the agent must declare so; charging ends the agency."),
		Law:   law.Zhejiang(19),
		Holds: func(f Facts) bool { return f.Act.Agents == 0 || f.Act.Intake.ChargeFree },
	}
	// PowerOfAttorney: the signed power of attorney is in the commission's hands (授权委托书).
	PowerOfAttorney = Guard{
		Code:  "power-of-attorney-missing",
		Says:  text("请先把签名或盖章的授权委托书作为文件提交，再写明它的编号；交到窗口的，由工作人员登记。", "Please hand in the signed power of attorney as a file and give its number; at the counter the staff enter it."),
		Law:   law.Arbitration(24),
		Holds: func(f Facts) bool { return f.Act.Agents == 0 || f.Act.Intake.Proven },
	}
)

// Unpaid says whether an agent of this kind may not charge.
func Unpaid(kind string) bool { return kind == "relative" || kind == "staff" || kind == "recommended" }
