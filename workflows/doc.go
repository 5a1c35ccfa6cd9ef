// Package workflows is the law as a table (程序规则表). It knows no database, no clock and no web
// page: facts go in, a step or a refusal comes out.
//
// A dispute goes through four phases: consultation (咨询协商), mediation (调解), acceptance and
// hearing (立案、开庭), award (裁决). Where it stands is its State; there are thirteen, each with a
// comment that says how a dispute gets in and out. Everything else that matters — suspended, held for
// mediation, correcting, served, archived — is a fact beside the state.
//
// # How to read a row
//
// Transitions is the table; it begins in transitions.go. One row is one step:
//
//	{ // 开庭
//		Event: OpenHearing, From: in(Scheduled), To: Hearing, By: by(Tribunal),
//		When: when(TribunalFormed, NotSuspended, HearingDayCome, NoticeInTime, SomebodyCame),
//		Law:  law.CaseRules(41),
//	}
//
// From a scheduled case the tribunal may open the hearing when five conditions hold; the case is then
// in the state hearing; the article stands beside it. Each condition is a Guard in the guards files: a
// sentence for people, an article, and a function of the Facts. Then says what follows: papers to draft
// and people to tell. By names hats (Capacity), not persons; who may wear which is policy.
//
// # Two people
//
// A row with Proposers needs two people: one brings the step up ("propose-" and its name), another
// decides. The row of the proposal is derived; nobody writes it down twice.
//
// # Dates
//
// Every step happens on a civil day, never in the future and never before the fact that it rests on.
// The periods stand in periods.go with length, unit, article and what running out does. Clocks derives
// all clocks of a case from its facts, each with its arithmetic in words; CountAward counts the award
// period with its stops, restarts and extension. Nobody else counts.
//
// # Asking
//
// Decide answers whether a step may happen. Options lists, for somebody's hats, what may happen next
// and what not and why: the table that refuses also offers. NextOf says who acts next and by when.
package workflows
