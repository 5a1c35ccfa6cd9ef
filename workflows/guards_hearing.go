package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// The tribunal and the hearing.
var (
	// SeatsOdd: one arbitrator or three with a presiding one; ten workers or more need three (组庭).
	SeatsOdd = Guard{
		Code: "tribunal-size",
		Says: law.Text{ZH: "仲裁庭由一名或三名仲裁员组成：十人以上集体争议、集体合同争议应当三名，简易处理的案件一名。", EN: "A tribunal has one or three arbitrators: a collective dispute of ten or more, or one about a collective contract, needs three; a case handled simply has one."},
		Law:  law.Arbitration(31),
		Holds: func(f Facts) bool {
			return f.Act.Seats == 0 || (f.Act.Seats == 3 && !f.Handling.Simply()) || (f.Act.Seats == 1 && !f.needsThree())
		},
	}
	// NoConflict: whoever accepted the case, mediated it or records it does not sit (回避、分离).
	NoConflict = Guard{
		Code:  "seat-conflict",
		Says:  law.Text{ZH: "有回避情形：经办立案、调解过本案（双方书面同意的除外）、在当事人单位任职、两年内代理过当事人，或者裁决被撤销（含法院撤销）案件的原仲裁员，不能担任本案仲裁员；书记员与仲裁员不能是同一人。", EN: "A conflict: whoever registered this dispute or mediated it (unless both parties agreed in writing), works for a party, spoke for one within two years, or sat on a case of theirs whose award was revoked or set aside may not sit; recorder and arbitrators differ."},
		Law:   law.Arbitration(33, 1),
		Holds: func(f Facts) bool { return !f.Act.Conflict },
	}
	// TribunalFormed: everybody needed sits (组庭完毕).
	TribunalFormed = Guard{
		Code: "tribunal-incomplete",
		Says: law.Text{ZH: "仲裁庭还没有组成。", EN: "The tribunal is not complete yet."},
		Law:  law.Arbitration(31),
		Holds: func(f Facts) bool {
			return f.Tribunal.Size > 0 && f.Tribunal.Filled >= f.Tribunal.Size && f.Tribunal.Recorder
		},
	}
	// CopyServedOnAll: every respondent has the application's copy (送达副本).
	CopyServedOnAll = Guard{
		Code:  "copy-not-served",
		Says:  law.Text{ZH: "申请书副本和应诉通知书还没有送达每一位被申请人。", EN: "The copy and the notice to respond have not been served on every respondent."},
		Law:   law.Arbitration(30, 1),
		Holds: func(f Facts) bool { return servedOn(f.CopyServed) },
	}
	// HearingAfterNotice: the day leaves room for five working days of notice (开庭五日前).
	HearingAfterNotice = Guard{
		Code: "hearing-too-soon",
		Says: law.Text{ZH: "开庭日期应当留足五个工作日的通知时间。", EN: "The hearing day must leave five working days for the notice."},
		Law:  law.Arbitration(35, 1),
		Holds: func(f Facts) bool {
			return f.Act.HearingOn.IsZero() || !f.On.After(f.Law.Days.Before(f.Act.HearingOn, f.Law.LengthFrom(HearingNotice, f.Act.HearingOn)))
		},
	}
	// HearingOnWorkingDay keeps hearings off rest days.
	HearingOnWorkingDay = Guard{
		Code:  "hearing-on-rest-day",
		Says:  law.Text{ZH: "这一天是休息日，请另选工作日开庭。", EN: "That day is a rest day; please choose a working day."},
		Law:   law.House("HR-1", "工作日开庭", "hearings on working days"),
		Holds: func(f Facts) bool { return f.Act.HearingOn.IsZero() || f.Law.Days.Working(f.Act.HearingOn) },
	}
	// DefenceOver: nobody is heard before the time to answer is over, unless the answer is in (答辩期).
	DefenceOver = Guard{
		Code:  "defence-period-runs",
		Says:  law.Text{ZH: "开庭日期应当在答辩期满以后；已经提交答辩书的除外。", EN: "The hearing day lies after the defence period, unless the defence is in."},
		Law:   law.Arbitration(30, 2),
		Holds: func(f Facts) bool { return f.Act.HearingOn.IsZero() || f.Act.HearingOn.After(f.defenceEnds()) },
		Opens: func(f Facts) calendar.Date { return f.defenceEnds().Next(1) },
	}
	// NoticeInTime: both parties had written notice of the hearing in time, or agreed in writing to less (开庭通知).
	NoticeInTime = Guard{
		Code: "hearing-notice-too-late",
		Says: law.Text{ZH: "应当在开庭五个工作日前将开庭日期、地点书面通知双方；不足五个工作日的，须双方书面同意。", EN: "Both parties must have written notice of the hearing five working days ahead, or agree in writing to a shorter one."},
		Law:  law.Arbitration(35, 1),
		Holds: func(f Facts) bool {
			latest := f.Law.Days.Before(f.Hearing.On, f.Law.LengthFrom(HearingNotice, f.Hearing.On)) // the hearing day is not counted
			for _, s := range f.Hearing.Notices {
				if s.On.IsZero() || s.On.After(f.Hearing.On) {
					return false
				}
				if s.On.After(latest) && f.Hearing.ShortNoticeAgree < f.Applicants+f.Respondents {
					return false
				}
			}
			return len(f.Hearing.Notices) > 0
		},
	}
	// HearingDayCome: a hearing is opened on its day.
	HearingDayCome = Guard{
		Code:  "not-the-hearing-day",
		Says:  law.Text{ZH: "还没有到开庭的日子；要改日期，请重新确定开庭日期。", EN: "It is not the hearing day; to change the day, set a new one."},
		Law:   law.Arbitration(35, 1),
		Holds: func(f Facts) bool { return f.On == f.Hearing.On },
		Opens: func(f Facts) calendar.Date { return f.Hearing.On },
	}
	// SomebodyCame: without the applicant there is no hearing; without the respondent there is (缺席审理).
	SomebodyCame = Guard{
		Code:  "nobody-came",
		Says:  law.Text{ZH: "申请人没有到庭，不能开庭；经书面通知无正当理由不到庭的，可以按撤回处理。", EN: "The applicant did not come; there is no hearing. An applicant who had written notice may be deemed to have withdrawn."},
		Law:   law.Arbitration(36, 1),
		Holds: func(f Facts) bool { return !f.Act.AttendanceGiven || f.Act.ApplicantCame },
	}
	// NotSuspended: nothing goes on while the case is suspended (中止).
	NotSuspended = Guard{
		Code:  "case-suspended",
		Says:  law.Text{ZH: "案件已中止审理，恢复以后才能办。", EN: "The case is suspended; this waits until it is resumed."},
		Law:   law.CaseRules(47),
		Holds: func(f Facts) bool { return !f.Clock.Suspended },
	}
	// IsSuspended is the opposite.
	IsSuspended = Guard{
		Code:  "case-not-suspended",
		Says:  law.Text{ZH: "案件没有中止。", EN: "The case is not suspended."},
		Law:   law.CaseRules(47),
		Holds: func(f Facts) bool { return f.Clock.Suspended },
	}
	// StopRuns: there is a stop to end.
	StopRuns = Guard{
		Code:  "no-stop-running",
		Says:  law.Text{ZH: "期限没有停止计算。", EN: "The clock is not stopped."},
		Law:   law.Zhejiang(36),
		Holds: func(f Facts) bool { return f.stopRunning() },
	}
	// EvidenceInTime: late evidence comes in only with a reason (举证期限).
	EvidenceInTime = Guard{
		Code:  "evidence-late",
		Says:  law.Text{ZH: "举证期限已过。确有困难的，可以说明理由后提交。", EN: "The time for evidence is over. With a good reason it may still be offered: please say why."},
		Law:   law.Zhejiang(25, 1),
		Holds: func(f Facts) bool { return !f.Act.Late || f.Act.Reason != "" },
	}
)

// collective is the number of workers from which a dispute is a collective one (十人以上).
const collective = 10

func servedOn(list []Served) bool {
	for _, s := range list {
		if s.On.IsZero() {
			return false
		}
	}
	return len(list) > 0
}

// defenceEnds is the last day of the defence period, or the day of the defence if it came earlier.
// Of several respondents one answer does not cut short the others' time: Facts only know the last.
func (f Facts) defenceEnds() calendar.Date {
	if !f.Defence.IsZero() && len(f.CopyServed) <= 1 {
		return f.Defence
	}
	return f.answerEnds()
}

// answerEnds is the last day of the time to answer, whoever answered before.
func (f Facts) answerEnds() calendar.Date {
	var last calendar.Date
	for _, s := range f.CopyServed {
		if !s.On.IsZero() {
			last = calendar.Latest(last, f.Law.Days.Due(s.On, f.lengthFrom(DefencePeriod, s.On)).Statutory, f.restored(DefencePeriod, s.Party).Until)
		}
	}
	return last
}

func (f Facts) stopRunning() bool {
	for _, s := range f.Clock.Stops {
		if s.To.IsZero() && s.Kind != StopSuspension {
			return true
		}
	}
	return false
}
