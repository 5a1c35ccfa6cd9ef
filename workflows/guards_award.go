package workflows

import (
	"slices"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// What is done about awards: before the last one, and after closing.
var (
	// AwardMade: there is an award document in the case, partial ones included.
	AwardMade = Guard{
		Code:  "no-award",
		Says:  law.Text{ZH: "本案没有裁决书。", EN: "There is no award in this case."},
		Law:   law.Arbitration(50),
		Holds: func(f Facts) bool { return f.Mode.Award() || len(f.After.Awards) > 0 },
	}
	// WorkerAlone: on a final award only the worker sues; the employer applies to set it aside (终局裁决的救济).
	WorkerAlone = Guard{
		Code: "remedy-of-other-side",
		Says: law.Text{ZH: "对终局裁决，只有劳动者可以起诉，用人单位可以向中级人民法院申请撤销；对非终局裁决，双方都只能起诉。", EN: "On a final award only the worker sues and the employer may apply to set it aside; on any other both may only sue."},
		Law:  law.Arbitration(48),
		Holds: func(f Facts) bool {
			doc, of := f.atHand()
			if doc == nil || f.Act.After.Court == NoEnforcement {
				return true
			}
			employer := of.Worker == ""
			return map[CourtKind]bool{Suit: !doc.Final || !employer, SetAside: doc.Final && employer}[f.Act.After.Court]
		},
	}
	// MovePending: an outcome belongs to a suit or application that is on record and not ended.
	MovePending = Guard{
		Code: "no-suit-pending",
		Says: law.Text{ZH: "没有登记这一起诉或者申请，或者已经登记过结果。", EN: "No such suit or application is pending."},
		Law:  law.SuitEnded(),
		Holds: func(f Facts) bool {
			return slices.ContainsFunc(f.After.Court, pending) && (!f.Act.After.Told || f.Act.After.MoveOpen)
		},
	}
	// OutcomeFits: judgments end suits; setting aside and non-enforcement are granted or refused.
	OutcomeFits = Guard{
		Code:  "outcome-of-other-kind",
		Says:  law.Text{ZH: "起诉的结果是判决、调解、撤诉或者驳回起诉；申请撤销和不予执行的结果是支持、驳回或者撤回。", EN: "A suit ends by judgment, settlement, withdrawal or dismissal; an application is granted, refused or withdrawn."},
		Law:   law.SuitEnded(),
		Holds: func(f Facts) bool { return f.Act.After.Court == "" || f.Act.After.Court.endsBy(f.Act.After.Ruling) },
	}
	// EffectDue: an award has come into force and that is not on record yet.
	EffectDue = Guard{
		Code:  "nothing-takes-effect",
		Says:  law.Text{ZH: "没有今天生效而尚未登记的裁决。", EN: "No award has come into force that is not on record."},
		Law:   law.Arbitration(50),
		Holds: func(f Facts) bool { return len(f.Unnoted()) > 0 },
		Opens: func(f Facts) calendar.Date { return f.nextEffect() },
	}
	// ProvenInForce: a proof of effect is only for an award in force, for the worker named (生效证明).
	ProvenInForce = Guard{
		Code: "award-not-in-force",
		Says: law.Text{ZH: "裁决对这位劳动者还没有发生法律效力。", EN: "The award is not in force for this worker."},
		Law:  law.Arbitration(51),
		Holds: func(f Facts) bool {
			if f.Act.After.Award == nil {
				return slices.ContainsFunc(Forces(f), func(e Force) bool { return e.State == Effective })
			}
			e, ok := f.forceOn(*f.Act.After.Award)
			return ok && e.State == Effective
		},
		Opens: func(f Facts) calendar.Date {
			if f.Act.After.Award != nil {
				e, _ := f.forceOn(*f.Act.After.Award)
				return e.On
			}
			return f.nextEffect()
		},
	}
	// PaymentOverdue: nobody is in default before the day agreed on has passed (约定期限内不履行).
	PaymentOverdue = Guard{
		Code: "payment-not-due",
		Says: law.Text{ZH: "约定的履行期限还没有过，不能登记未付；期限过后的次日起可以登记。", EN: "The day agreed for payment has not passed: that nothing was paid can be put on record from the day after it."},
		Law:  law.Arbitration(15),
		Holds: func(f Facts) bool {
			return !f.Act.After.Unpaid || f.Act.After.PayBy.IsZero() || f.On.After(f.Act.After.PayBy)
		},
		Opens: func(f Facts) calendar.Date { return f.Act.After.PayBy.Next(1) },
	}
	// PaymentUnsure: what the other side says it paid, the worker confirms or denies, once.
	PaymentUnsure = Guard{
		Code:  "no-payment-to-confirm",
		Says:  law.Text{ZH: "没有等待劳动者确认的付款。", EN: "No payment waits for the worker's word."},
		Law:   law.Arbitration(51),
		Holds: func(f Facts) bool { return f.After.Unsure > 0 },
	}
	// PreliminaryGrounds: clear rights, and a life that cannot wait; the worker asks and gives no security (先予执行).
	PreliminaryGrounds = Guard{
		Code:  "preliminary-grounds",
		Says:  law.Text{ZH: "先予执行须劳动者申请，当事人之间权利义务关系明确，不先予执行将严重影响申请人的生活；劳动者可以不提供担保。", EN: "Preliminary execution needs the worker's request, clear rights, and serious hardship without it; the worker need give no security."},
		Law:   law.Arbitration(44),
		Holds: func(f Facts) bool { return !f.Act.After.Told || f.Act.After.Grounds },
	}
	// PreliminaryClaims: pay, injury medical costs, severance or damages, and nothing else.
	PreliminaryClaims = Guard{
		Code:  "preliminary-claims",
		Says:  law.Text{ZH: "先予执行限于追索劳动报酬、工伤医疗费、经济补偿或者赔偿金。", EN: "Preliminary execution is for pay, injury medical costs, severance or damages only."},
		Law:   law.Arbitration(44),
		Holds: func(f Facts) bool { return !f.Act.After.Told || f.Act.After.ClaimsFit },
	}
	// PartOfOneKind: a partial award states one kind, so that its remedies are one.
	PartOfOneKind = Guard{
		Code:  "partial-award-mixed",
		Says:  law.Text{ZH: "一份先行裁决书只能全是终局或者全是非终局事项；两种都有的，分开裁决。", EN: "One partial award is wholly final or wholly not; with both, make two."},
		Law:   law.CaseRules(50, 4).Recalled(),
		Holds: func(f Facts) bool { return !f.Act.After.Told || f.Act.After.OneKind },
	}
	// PreservedOnce: the court has it already.
	PreservedOnce = Guard{
		Code:  "already-forwarded",
		Says:  law.Text{ZH: "财产保全申请已经移送法院。", EN: "The application to preserve property was forwarded already."},
		Law:   law.Zhejiang(33),
		Holds: func(f Facts) bool { return !f.After.Preserved },
	}
	// ArchivedFirst: only what is in the archive leaves it.
	ArchivedFirst = Guard{
		Code:  "not-archived",
		Says:  law.Text{ZH: "案卷还没有归档。", EN: "The file is not archived yet."},
		Law:   law.CaseRules(21).Recalled(),
		Holds: func(f Facts) bool { return f.Archived },
	}
	// RetentionOver: ten years after an award, five otherwise; nothing leaves earlier (保存期满).
	RetentionOver = Guard{
		Code:  "retention-runs",
		Says:  law.Text{ZH: "案卷保存期限还没有届满。", EN: "The file must still be kept."},
		Law:   KeptLaw,
		Holds: func(f Facts) bool { return !f.After.KeptUntil.IsZero() && f.On.After(f.After.KeptUntil) },
		Opens: func(f Facts) calendar.Date { return f.After.KeptUntil.Next(1) },
	}
	// NotDisposed: approved once.
	NotDisposed = Guard{
		Code:  "already-disposed",
		Says:  law.Text{ZH: "销毁已经批准。", EN: "The disposal was approved already."},
		Law:   KeptLaw,
		Holds: func(f Facts) bool { return !f.After.Disposed },
	}
)

// atHand is the award that the step is about, and who acts.
func (f Facts) atHand() (*AwardDoc, AwardOf) {
	if f.Act.After.Award == nil {
		return nil, AwardOf{}
	}
	return f.After.AwardAt(f.Act.After.Award.Award), *f.Act.After.Award
}

func pending(m CourtMove) bool { return m.Outcome == Pending }

// endsBy says whether an outcome is one of the kind.
func (k CourtKind) endsBy(o Ruling) bool {
	if k == Suit {
		return slices.Contains([]Ruling{Judged, Changed, CourtSettled, Withdrawn, Late, NotDispute}, o)
	}
	return slices.Contains([]Ruling{Granted, Denied, Withdrawn}, o)
}

// nextEffect is the first day to come on which an award comes into force by itself.
func (f Facts) nextEffect() calendar.Date {
	var next calendar.Date
	for _, e := range Forces(f) {
		if e.State == NotYet && e.On.After(f.Today) {
			next = earliest(next, e.On)
		}
	}
	return next
}
