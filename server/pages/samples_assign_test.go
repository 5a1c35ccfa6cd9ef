package pages

import (
	"time"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

func sampleWeights() []casework.WeightView {
	return []casework.WeightView{{Name: law.Text{ZH: "在办案件，每件", EN: "each open case"}, Points: 2}}
}

func sampleCandidates(of string) *casework.Candidates {
	fine := law.Text{ZH: "在办最少（2 件，负担 4 分），没有回避情形。", EN: "The fewest open (2, 4 points), no conflict."}
	list := []casework.Candidate{{Account: 2, Name: "周立民", Place: 1, Points: 3, Open: 2, Members: 2, Last: on("2026-11-02"), Why: law.Text{ZH: "不能建议；在当事人单位任职。", EN: "Not proposed; works for a party."},
		Against: []casework.AgainstView{{Kind: "unit", Says: law.Text{ZH: "在当事人单位任职", EN: "works for a party"}, Law: law.Arbitration(33, 1)}}},
		{Account: 3, Name: "蒋晓红", Place: 2, Proposed: 1, Points: 4, Open: 2, Leads: 2, Overdue: 1, Soon: 1, Hearings: 1, Here: true, Duty: true, Why: fine},
		{Account: 4, Name: "顾卫东", Place: 3, Proposed: 2, Points: 6, Open: 3, Leads: 3, Why: fine}}
	c := &casework.Candidates{Ref: "K7M2Q9XH4T3W", For: of, Rule: casework.RankingRule, Weights: sampleWeights(), Town: "福应街道", SameTown: true, Short: true}
	if of == "mediation" {
		c.Mediators, c.Proposal.Mediator = list, 3
		return c
	}
	c.Arbitrators, c.Recorders, c.Seats, c.SeatsWhy = list, list[1:2], 3, law.Text{ZH: "集体争议，要三名仲裁员", EN: "a collective dispute needs three"}
	c.Proposal = casework.Proposal{Arbitrators: []int64{3, 2}, Recorder: 4}
	return c
}

// sampleSteps are the forms with a proposal beside them.
func sampleProposals() []sample {
	v := sampleCase(false, workflows.Head)
	form := stepOf(workflows.FormTribunal, v)
	form.Candidates = sampleCandidates("tribunal")
	form.Form, form.Filled = form.Form.Proposed(workflows.FormTribunal, form.Candidates)
	assign := stepOf(workflows.AssignMediator, v)
	assign.Candidates = sampleCandidates("mediation")
	assign.Form, assign.Filled = assign.Form.Proposed(workflows.AssignMediator, assign.Candidates)
	replace := stepOf(workflows.ReplaceSeat, v)
	replace.Candidates = sampleCandidates("replacement")
	replace.Candidates.SeatsWhy = law.Text{}
	return []sample{staff("step-tribunal-proposed", StepPage, form), staff("step-assign", StepPage, assign), staff("step-replace", StepPage, replace)}
}

func sampleAssign() []sample {
	at := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	says := law.Text{ZH: "您打开以后，案件有变化。", EN: "The case changed after you looked."}
	stays := law.Text{ZH: "庭审已经结束。", EN: "The hearing has ended."}
	earlier := []casework.HandoverView{{ID: 3, Name: "周立民", MadeAt: at, Moved: 2, Failed: 1, Left: 1}}
	people := &casework.Leaving{Today: on("2026-11-20"), Unit: "福应街道劳动人事争议调解中心", People: []casework.Leaver{{Account: 2, Name: "周立民", Gone: true, Open: 3, Overdue: 1}, {Account: 3, Name: "蒋晓红", Open: 2}}, Earlier: earlier, Rule: casework.RankingRule, Weights: sampleWeights()}
	dry := &casework.Leaving{Today: on("2026-11-20"), Account: 2, Name: "周立民", Movable: 1, More: true, Rule: casework.RankingRule, Weights: sampleWeights(), Rows: []casework.LeavingRow{
		{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", Role: policies.Sole, StateName: workflows.Scheduled.Says().Staff, Applicants: "林小芬", Respondents: longName, Due: on("2026-11-19"), Light: workflows.Black, Left: -1, Version: 7,
			Proposed: 3, Name: "蒋晓红", Why: law.Text{ZH: "在办最少（2 件，负担 4 分），没有回避情形。", EN: "The fewest open (2, 4 points), no conflict."}, Choices: []casework.Choice{{ID: 3, Name: "蒋晓红"}, {ID: 4, Name: "顾卫东"}}},
		{Ref: "K7M2Q9XH4T3X", Role: policies.Member, StateName: workflows.Deliberating.Says().Staff, Applicants: "林小芬", Light: workflows.Grey, Cannot: &stays}}}
	bad := staff("reassign-bad", ReassignPage, LeavingBody{dry, LeavingForm(dry)})
	bad.Page.Fault = fault.Bad("rows.0.to", law.Text{ZH: "接手人要从同一名册里选。", EN: "Please choose the successor from the same list."})
	result := &casework.HandoverView{ID: 3, Account: 2, Name: "周立民", Reason: "left-office", MadeAt: at, Moved: 1, Failed: 1, Left: 1, Rows: []casework.HandoverCase{
		{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", Role: policies.Sole, Name: "蒋晓红", AsProposed: true, State: "moved"},
		{Ref: "K7M2Q9XH4T3X", Role: policies.Recording, Name: "顾卫东", State: "failed", Says: &says}, {Ref: "K7M2Q9XH4T3Y", Role: policies.Mediating, Name: "顾卫东", State: "waiting"}}}
	target := &law.Text{ZH: "达标", EN: "on target"}
	org := &casework.OrganisationPage{Name: "福应街道劳动人事争议调解中心", Town: "福应街道", Today: on("2026-11-20"), MayRoster: true, Weights: sampleWeights(), Pool: sampleCandidates("mediation").Mediators,
		Results: []casework.MediatorYear{{Account: 3, Concluded: 9, Settled: 6}},
		Waiting: []casework.WaitingMatter{{Ref: "K7M2Q9XH4T3W", Applicants: "林小芬", Respondents: longName, Town: "福应街道", SameTown: true, ReceivedOn: on("2026-11-18"), Due: on("2026-11-20"), Light: workflows.Red}, {Ref: "K7M2Q9XH4T3X", Applicants: "吴一", ReceivedOn: on("2026-11-18"), Light: workflows.Grey}},
		Roster:  []casework.RosterDay{{On: on("2026-11-20"), Duty: []casework.Choice{{ID: 3, Name: "蒋晓红"}}}, {On: on("2026-11-23")}},
		Figures: []casework.IndicatorView{{ID: "I1", Name: law.Text{ZH: "调解成功率", EN: "Mediation success"}, Form: "percent", Numerator: 6, Denominator: 9, Value: "66.67", Target: 65, LightName: target, Provisional: true}, {ID: "I2", Name: law.Text{ZH: "仲裁结案率", EN: "Closure"}, Missing: &says}}}
	list := []sample{staff("reassign-people", ReassignPage, LeavingBody{people, LeavingForm(people)}), staff("reassign", ReassignPage, LeavingBody{dry, LeavingForm(dry)}), bad,
		staff("reassign-empty", ReassignPage, LeavingBody{&casework.Leaving{Today: on("2026-11-20")}, Form{}}), staff("reassigned", Reassigned, result),
		staff("organisation", Organisation, OrganisationBody{OrganisationPage: org, Set: true}), staff("organisation-empty", Organisation, OrganisationBody{OrganisationPage: &casework.OrganisationPage{Name: "某某调解中心", Today: on("2026-11-20")}})}
	return append(list, sampleProposals()...)
}
