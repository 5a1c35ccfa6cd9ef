package register

import "tiaocai/workflows/law"

// Actor is who must act within a period (责任人).
type Actor string

const (
	OtherParty   Actor = "other_party"
	MediationOrg Actor = "mediation_org"
	BothParties  Actor = "both_parties"
	Commission   Actor = "commission"
	Intake       Actor = "intake"
	Respondent   Actor = "respondent"
	Tribunal     Actor = "tribunal"
	Party        Actor = "party"
	EachParty    Actor = "each_party"
	Worker       Actor = "worker"
	Employer     Actor = "employer"
	Both         Actor = "both"
	Applicant    Actor = "applicant"
	Creditor     Actor = "creditor"
	Claimant     Actor = "claimant"
	Court        Actor = "court"
	Debtor       Actor = "debtor"
	LaborDept    Actor = "labor_dept"
	HRSS         Actor = "hrss"
	System       Actor = "system" // nobody acts: the day follows from the law
)

// Name is the actor in words.
func (a Actor) Name() law.Text { return actors[a] }

var actors = map[Actor]law.Text{
	OtherParty:   {ZH: "对方当事人", EN: "the other party"},
	MediationOrg: {ZH: "调解组织", EN: "the mediation organisation"},
	BothParties:  {ZH: "双方共同", EN: "both parties jointly"},
	Commission:   {ZH: "仲裁委员会", EN: "the commission"},
	Intake:       {ZH: "立案人员", EN: "the registry"},
	Respondent:   {ZH: "被申请人", EN: "the respondent"},
	Tribunal:     {ZH: "仲裁庭", EN: "the tribunal"},
	Party:        {ZH: "当事人", EN: "the party"},
	EachParty:    {ZH: "各方当事人分别", EN: "each party for itself"},
	Worker:       {ZH: "劳动者", EN: "the worker"},
	Employer:     {ZH: "用人单位", EN: "the employer"},
	Both:         {ZH: "任何一方", EN: "either party"},
	Applicant:    {ZH: "申请人", EN: "the applicant"},
	Creditor:     {ZH: "申请执行人", EN: "the creditor"},
	Claimant:     {ZH: "请求人", EN: "the claimant"},
	Court:        {ZH: "人民法院", EN: "the court"},
	Debtor:       {ZH: "债务人", EN: "the debtor"},
	LaborDept:    {ZH: "劳动保障行政部门", EN: "the labor department"},
	HRSS:         {ZH: "社会保险行政部门", EN: "the social insurance department"},
	System:       {ZH: "依法确定，无须办理", EN: "set by law; nobody acts"},
}

// Breach is what running out does (期满的后果).
type Breach string

const (
	TreatedAsRefused  Breach = "treated_as_refused"
	Warning           Breach = "warning"
	MayArbitrate      Breach = "party_may_arbitrate"
	ReviewRefused     Breach = "review_refused"
	Red               Breach = "red"
	PathClosed        Breach = "path_closed"
	ApplicantMaySue   Breach = "applicant_may_sue"
	CaseGoesOn        Breach = "case_goes_on"
	PostponeOrConsent Breach = "postpone_or_consent"
	AtDiscretion      Breach = "late_request_at_discretion"
	MustHear          Breach = "must_hear"
	PartyMaySue       Breach = "party_may_sue"
	DeemedServed      Breach = "deemed_served"
	AwardInForce      Breach = "award_in_force"
	RightLost         Breach = "right_lost"
	PreservationEnds  Breach = "preservation_lifted"
	LimitationDefence Breach = "limitation_defence"
	NoRestoration     Breach = "no_restoration"
	Info              Breach = "info"
	Enforceable       Breach = "enforceable"
	BearsCosts        Breach = "employer_bears_costs"
	GradeFinal        Breach = "grade_final"
	Liability         Breach = "liability"
)

// Name is the consequence in words.
func (b Breach) Name() law.Text { return breaches[b] }

var breaches = map[Breach]law.Text{
	TreatedAsRefused:  {ZH: "视为不愿协商", EN: "counts as a refusal to negotiate"},
	Warning:           {ZH: "提醒", EN: "a warning"},
	MayArbitrate:      {ZH: "可以申请仲裁", EN: "the party may apply for arbitration"},
	ReviewRefused:     {ZH: "不予受理审查申请", EN: "the review is refused"},
	Red:               {ZH: "红灯", EN: "a red light"},
	PathClosed:        {ZH: "不能再走此途径", EN: "this way is closed"},
	ApplicantMaySue:   {ZH: "申请人可以起诉", EN: "the applicant may sue"},
	CaseGoesOn:        {ZH: "不影响程序进行", EN: "the case goes on"},
	PostponeOrConsent: {ZH: "改期，或者双方书面同意", EN: "another day, or both agree in writing"},
	AtDiscretion:      {ZH: "逾期提出的，由仲裁委决定", EN: "a late request is at the commission's discretion"},
	MustHear:          {ZH: "应当开庭", EN: "the hearing must go on"},
	PartyMaySue:       {ZH: "当事人可以起诉", EN: "the party may sue"},
	DeemedServed:      {ZH: "视为送达", EN: "counts as served"},
	AwardInForce:      {ZH: "裁决生效", EN: "the award is in force"},
	RightLost:         {ZH: "权利消灭", EN: "the right is lost"},
	PreservationEnds:  {ZH: "解除保全", EN: "the preservation is lifted"},
	LimitationDefence: {ZH: "对方可以提出时效抗辩", EN: "the other side may plead limitation"},
	NoRestoration:     {ZH: "不予顺延", EN: "the period is not restored"},
	Info:              {ZH: "提示", EN: "for information"},
	Enforceable:       {ZH: "可以申请强制执行", EN: "enforceable"},
	BearsCosts:        {ZH: "此间费用由用人单位负担", EN: "the employer bears the costs until then"},
	GradeFinal:        {ZH: "鉴定结论生效", EN: "the grade is final"},
	Liability:         {ZH: "承担赔偿责任", EN: "liable for the loss"},
}
