// Package policies says who may act and read (权限). Casbin is imported only here.
//
// The law says which hat a step needs (workflows.Capacity); this package says who may wear it:
// a role, held in a commission or organisation or for oneself, together with a standing in the
// case, allows an act. All four are closed words. Who holds which role and who stands how in which
// case is read from the database in each request's own transaction and never kept in memory.
package policies

import "tiaocai/workflows"

// Role is what an account is, in its domain (角色).
type Role string

const (
	Director    Role = "director"    // 仲裁委主任
	CourtHead   Role = "court_head"  // 仲裁院院长
	Intake      Role = "intake"      // 立案人员
	Arbitrator  Role = "arbitrator"  // 仲裁员
	Recorder    Role = "recorder"    // 书记员
	Mediator    Role = "mediator"    // 调解员
	OrgManager  Role = "org_manager" // 调解组织管理员
	Worker      Role = "worker"      // 劳动者
	Employer    Role = "employer"    // 用人单位
	Agent       Role = "agent"       // 代理人
	Supervision Role = "supervision" // 督查
	Statistics  Role = "statistics"  // 统计
	SysAdmin    Role = "sysadmin"    // 系统管理员
	Audit       Role = "audit"       // 审计
	Clockwork   Role = "clockwork"   // 期限程序
	Postman     Role = "postman"     // 通知程序
)

// Roles lists them all.
func Roles() []Role {
	return []Role{Director, CourtHead, Intake, Arbitrator, Recorder, Mediator, OrgManager,
		Worker, Employer, Agent, Supervision, Statistics, SysAdmin, Audit, Clockwork, Postman}
}

// OfParty says whether the role is a party's or an agent's, held for oneself; every other is held in a unit (工作人员).
func (r Role) OfParty() bool { return r == Worker || r == Employer || r == Agent }

// OfOrganisation says whether the role is held in a mediation organisation.
func (r Role) OfOrganisation() bool { return r == Mediator || r == OrgManager }

// Dom is the unit through which a role is held (任职单位).
type Dom string

const (
	InCommission   Dom = "commission"   // 仲裁委
	InOrganisation Dom = "organisation" // 调解组织
	ForSelf        Dom = "self"         // 本人
	InProgram      Dom = "program"      // 系统
)

// Doms lists them all.
func Doms() []Dom { return []Dom{InCommission, InOrganisation, ForSelf, InProgram} }

// Standing is how somebody stands in one case (案件中的身份).
type Standing string

const (
	None         Standing = "none"         // no case is concerned
	Office       Standing = "office"       // staff of the case's commission
	Delegated    Standing = "delegated"    // 受主任书面委托
	Organisation Standing = "organisation" // staff of the organisation that mediates it
	Presiding    Standing = "presiding"    // 首席仲裁员
	Sole         Standing = "sole"         // 独任仲裁员
	Member       Standing = "member"       // 仲裁庭成员
	Recording    Standing = "recorder"     // 书记员
	Mediating    Standing = "mediator"     // 调解员
	AsApplicant  Standing = "applicant"    // 申请人
	AsRespondent Standing = "respondent"   // 被申请人
	Representing Standing = "representative"

	ApplicantAgent         Standing = "applicant_agent"          // 一般授权
	ApplicantAgentSpecial  Standing = "applicant_agent_special"  // 特别授权
	RespondentAgent        Standing = "respondent_agent"         // 一般授权
	RespondentAgentSpecial Standing = "respondent_agent_special" // 特别授权

	System Standing = "system"
)

// Standings lists them all.
func Standings() []Standing {
	return []Standing{None, Office, Delegated, Organisation, Presiding, Sole, Member, Recording, Mediating,
		AsApplicant, AsRespondent, Representing, ApplicantAgent, ApplicantAgentSpecial, RespondentAgent, RespondentAgentSpecial, System}
}

// Seated says whether the standing is one of the tribunal's: the wall is between it and the mediation.
func (s Standing) Seated() bool {
	return s == Presiding || s == Sole || s == Member || s == Recording
}

// Party says whether the standing is a party's or its agent's.
func (s Standing) Party() bool {
	switch s {
	case AsApplicant, AsRespondent, Representing, ApplicantAgent, ApplicantAgentSpecial, RespondentAgent, RespondentAgentSpecial:
		return true
	}
	return false
}

// Act is what somebody wants to do or read.
type Act string

const (
	ViewCase     Act = "case.view"
	ViewSecret   Act = "case.secret" // 副卷
	OpenCase     Act = "case.open"
	ReadEvidence Act = "evidence.read"
	ReadNotes    Act = "notes.read"  // behind the wall
	ReadOffers   Act = "offers.read" // 看和解方案, behind the wall
	RevealParty  Act = "party.reveal"
	IssueCode    Act = "party.code"

	OfficeDocket       Act = "docket.office"
	OrganisationDocket Act = "docket.organisation"
	OwnDocket          Act = "docket.own"

	ViewFigures Act = "figures.view"
	FigureCases Act = "figures.cases"

	SmallFigures   Act = "figures.small"   // cells of fewer than five
	CheckFigures   Act = "figures.check"   // where counters and full scan differ
	RecountFigures Act = "figures.recount" // count them anew

	Delegate     Act = "delegation.give"
	ManagePeople Act = "accounts.manage"
	CarryOver    Act = "cases.carry-over" // 带入旧案
	ReadAudit    Act = "audit.read"
	RunSweeps    Act = "sweep.run"
	Deliver      Act = "message.deliver"

	ViewSettings   Act = "settings.view"    // 看参数
	ProposeSetting Act = "settings.propose" // 报请变更参数
	ApproveSetting Act = "settings.approve" // 审批参数变更

	ViewOperations Act = "operations.view" // 运行状况
	ViewDisposals  Act = "archive.view"    // 待处置案卷
	ViewBoard      Act = "board.view"      // 在办看板
	Approve        Act = "approvals.view"  // 待审批
	PrintPack      Act = "docket.pack"     // 打印开庭日材料
	ViewIntake     Act = "intake.view"     // 待立案

	KeepWorkbook Act = "workbook.keep" // 阅卷笔记：自己的，和别人共享的
	SeeAward     Act = "award.draft"   // 裁决草稿

	Reassign         Act = "work.reassign"       // 移交在办案件
	ViewOrganisation Act = "organisation.view"   // 看本组织
	KeepRoster       Act = "organisation.roster" // 排值班表
)

// Acting is the act of taking a step in a capacity.
func Acting(c workflows.Capacity) Act { return Act("act." + string(c)) }

// Disposing is the act of giving up or settling a right in a capacity; an agent needs special
// authority for it (特别授权).
func Disposing(c workflows.Capacity) Act { return Act("dispose." + string(c)) }

// Acts lists them all.
func Acts() []Act {
	list := []Act{ViewCase, ViewSecret, OpenCase, ReadEvidence, ReadNotes, ReadOffers, RevealParty, IssueCode,
		OfficeDocket, OrganisationDocket, OwnDocket, ViewFigures, FigureCases, SmallFigures, CheckFigures, RecountFigures, Delegate, ManagePeople, CarryOver, ReadAudit, RunSweeps, Deliver, ViewSettings, ProposeSetting, ApproveSetting, ViewOperations, ViewDisposals, ViewBoard, Approve, PrintPack, ViewIntake, KeepWorkbook, SeeAward, Reassign, ViewOrganisation, KeepRoster}
	for _, c := range workflows.Capacities() {
		list = append(list, Acting(c))
	}
	return append(list, Disposing(workflows.Applicant), Disposing(workflows.Respondent))
}
