package register

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

var (
	nd     = calendar.Days
	wd     = calendar.WorkingDays
	months = calendar.Months
	years  = calendar.Years
)

// timers: the start day is never counted; Added ones lengthen the period they belong to before its
// last day is looked at.
var timers = []Timer{
	// Consultation and mediation (协商、调解). Order 17 is outside Rule 80.
	{"R17-10", "consultation_requested", from("收到协商要求之日", "day the request to negotiate came"), nd(5), After, OtherParty, TreatedAsRefused},
	{"R17-22", "mediation_applied", from("收到调解申请之日", "day the request for mediation came"), wd(3), After, MediationOrg, Warning},
	{"LDMA-14-3", "mediation_received", from("收到调解申请之日", "day the request for mediation came"), nd(15), After, MediationOrg, MayArbitrate},
	{"R33-74", "mediation_agreement_effective", from("调解协议生效之日", "day the mediation agreement took effect"), nd(15), After, BothParties, ReviewRefused},
	{"R33-76", "review_accepted", from("受理审查申请之日", "day the review was accepted"), wd(5), After, Commission, Red},
	{"R33-76x", "review_extended", from("批准延长审查", "review extended"), wd(5), Added, Commission, Red},
	{"CPL-205", "mediation_agreement_effective", from("调解协议生效之日", "day the mediation agreement took effect"), nd(30), After, BothParties, PathClosed},

	// Application and acceptance (申请、受理).
	{"R33-29-4", "application_received", from("收到仲裁申请之日", "day the application came"), wd(5), After, Intake, Red},
	{"LDMA-29-1", "application_received_or_corrected", from("收到申请或者补齐材料之日", "day the application came or was completed"), wd(5), After, Commission, ApplicantMaySue},
	{"LDMA-30-1", "accepted", from("受理之日", "day of acceptance"), wd(5), After, Commission, Red},
	{"LDMA-32", "accepted", from("受理之日", "day of acceptance"), wd(5), After, Commission, Red},
	{"LDMA-30-2", "copy_served_on_respondent", from("申请书副本送达之日", "day the copy was served"), wd(10), After, Respondent, CaseGoesOn},
	{"LDMA-30-2b", "defence_received", from("收到答辩书之日", "day the defence came"), wd(5), After, Commission, Red},
	{"R33-36", "counter_application_received", from("收到反申请之日", "day the counter-application came"), wd(5), After, Commission, Red},
	{"R33-44", "changed_claim_notified", from("变更请求送达之日", "day the changed claim was served"), wd(10), After, Respondent, CaseGoesOn},
	{"R33-32", "cancel_decided", from("决定撤销案件之日", "day the case was cancelled"), wd(5), After, Commission, Red},
	{"JO-1", "jurisdiction_objected", from("提出管辖异议之日", "day jurisdiction was objected to"), wd(5), After, Commission, Red},

	// Hearing and award (审理、裁决).
	{"R33-11", "recusal_applied", from("提出回避申请之日", "day recusal was asked for"), wd(3), After, Commission, Red},
	{"LDMA-35-1", "hearing_date", from("开庭之日", "day of the hearing"), wd(5), Before, Tribunal, PostponeOrConsent},
	{"LDMA-35-2", "hearing_date", from("开庭之日", "day of the hearing"), wd(3), Before, Party, AtDiscretion},
	{"R33-70", "entrusted_mediation_consented", from("双方同意委托调解之日", "day both agreed to entrusted mediation"), wd(10), After, Tribunal, MustHear},
	{"R33-64", "collective_application_received", from("收到集体争议申请之日", "day the collective application came"), wd(5), After, Commission, ApplicantMaySue},
	{"LDMA-43-1", "accepted_or_restart", from("受理或者重新计算之日", "day of acceptance or of the last restart"), nd(45), After, Tribunal, PartyMaySue},
	{"LDMA-43-2", "extension_approved", from("批准延期", "extension approved"), nd(15), Added, Tribunal, PartyMaySue},
	{"ZJ-39", "accepted_simplified", from("简易处理案件受理之日", "day of acceptance, simplified"), nd(30), After, Tribunal, Red},

	// Service (送达).
	{"SV-3", "left_or_posted", from("留置或者张贴之日", "day it was left or posted"), wd(3), After, System, DeemedServed},
	{"SV-6", "public_notice_issued", from("公告发出之日", "day the public notice was issued"), nd(30), After, System, DeemedServed},
	{"SV-6c", "public_notice_issued_collective_employer", from("集体争议公告发出之日", "day the notice to the employer in a collective dispute was issued"), nd(10), After, System, DeemedServed},

	// After the award (裁决以后).
	{"LDMA-50", "award_served_nonfinal", from("收到非终局裁决书之日", "day the non-final award was served"), nd(15), After, EachParty, AwardInForce},
	{"LDMA-48", "award_served_final", from("收到终局裁决书之日", "day the final award was served"), nd(15), After, Worker, RightLost},
	{"LDMA-49", "award_served_final", from("收到终局裁决书之日", "day the final award was served"), nd(30), After, Employer, RightLost},
	{"LDMA-49x", "set_aside_ruling_received", from("收到撤销裁定书之日", "day the ruling to set aside was served"), nd(15), After, Both, RightLost},
	{"SPC1-21", "worker_suit_ended_ruling_received", from("收到终结劳动者诉讼的裁定之日", "day the ruling that ended the worker's suit was served"), nd(30), After, Employer, RightLost},
	{"SPC1-24", "refusal_of_enforcement_received", from("收到不予执行裁定书之日", "day the refusal of enforcement was served"), nd(30), After, Both, RightLost},
	{"SPC1-49", "award_in_force_after_preservation", from("保全后裁决生效之日", "day the award took effect after preservation"), months(3), After, Applicant, PreservationEnds},
	{"CPL-250", "performance_period_ended", from("履行期届满之日", "day the time to perform ended"), years(2), After, Creditor, LimitationDefence},

	// Limitation, and what else runs (时效及其他).
	{"LDMA-27-1", "right_known", from("知道或者应当知道权利被侵害之日", "day the injury was or should have been known"), years(1), After, Claimant, LimitationDefence},
	{"R33-26-2", "right_known_appointed_civil_servant", from("聘任制公务员知道权利被侵害之日", "day an appointed civil servant knew of the injury"), nd(60), After, Claimant, LimitationDefence},
	{"LDMA-27-4", "employment_ended_wage_claim", from("劳动关系终止之日（拖欠报酬）", "day the employment ended (unpaid wages)"), years(1), After, Worker, LimitationDefence},
	{"CPL-86", "obstacle_ended", from("障碍消除之日", "day the obstacle ended"), nd(10), After, Party, NoRestoration},
	{"CPL-227a", "payment_order_applied", from("申请支付令之日", "day the payment order was applied for"), nd(5), After, Court, Info},
	{"CPL-227b", "payment_order_received", from("收到支付令之日", "day the payment order was served"), nd(15), After, Debtor, Enforceable},
	{"ZJ-LSI-23", "arrears_complaint_received", from("收到欠薪投诉之日", "day the complaint of arrears came"), wd(5), After, LaborDept, Red},
	{"LSI-17", "arrears_case_filed", from("欠薪案件立案之日", "day the arrears case was filed"), wd(60), After, LaborDept, Red},
	{"LSI-17x", "arrears_case_extended", from("批准延长调查", "inquiry extended"), wd(30), Added, LaborDept, Red},
	{"WII-17a", "accident_date", from("事故发生之日", "day of the accident"), nd(30), After, Employer, BearsCosts},
	{"WII-17b", "accident_date", from("事故发生之日", "day of the accident"), years(1), After, Worker, RightLost},
	{"WII-20", "injury_claim_accepted", from("受理工伤认定申请之日", "day the injury claim was accepted"), nd(60), After, HRSS, Info},
	{"WII-26", "grade_received", from("收到鉴定结论之日", "day the grade was served"), nd(15), After, Party, GradeFinal},
	{"LCL-50", "employment_ended", from("解除或者终止劳动合同之日", "day the contract ended"), nd(15), After, Employer, Liability},
}

func from(zh, en string) law.Text { return law.Text{ZH: zh, EN: en} }
