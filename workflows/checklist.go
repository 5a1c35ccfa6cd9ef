package workflows

import (
	"fmt"

	"tiaocai/workflows/law"
	"tiaocai/workflows/register"
)

// FiledField names one thing that an application must say or bring (申请书的一项).
type FiledField string

const (
	FieldName           FiledField = "name"
	FieldIDNumber       FiledField = "id_number"
	FieldCreditCode     FiledField = "credit_code"
	FieldRepresentative FiledField = "legal_representative"
	FieldPhone          FiledField = "phone"
	FieldAddress        FiledField = "address"
	FieldAmount         FiledField = "amount"
	FieldBasis          FiledField = "basis"
	FieldKnownOn        FiledField = "known_on"
	FieldFacts          FiledField = "facts"
	FieldPerformance    FiledField = "performance_place"
	FieldEmployerPlace  FiledField = "employer_place"
	FieldEvidence       FiledField = "evidence"
	FieldIdentity       FiledField = "identity"
	FieldCopies         FiledField = "copies"
	FieldOther          FiledField = "other-paper"
)

// FiledFieldKind is one of them: its name, of what it is, and whether it is typed in or handed in.
type FiledFieldKind struct {
	Field FiledField
	Name  law.Text
	Of    string // party, claim, case
	Paper bool   // a paper: nothing of the case holds it
	Long  bool
}

// FiledFields lists them in the order of an application.
func FiledFields() []FiledFieldKind { return filedFields }

var filedFields = []FiledFieldKind{
	{FieldName, text("姓名或名称", "name"), "party", false, false},
	{FieldIDNumber, text("居民身份证号（性别、出生日期）", "resident ID number (sex, day of birth)"), "party", false, false},
	{FieldCreditCode, text("统一社会信用代码", "unified social credit code"), "party", false, false},
	{FieldRepresentative, text("法定代表人或主要负责人的姓名、职务", "legal representative and post"), "party", false, false},
	{FieldPhone, text("联系电话", "phone"), "party", false, false},
	{FieldAddress, text("住所、送达地址", "residence, service address"), "party", false, false},
	{FieldAmount, text("请求的金额", "amount claimed"), "claim", false, false},
	{FieldBasis, text("请求的计算方法和依据", "how the claim is worked out"), "claim", false, true},
	{FieldKnownOn, text("知道权利被侵害的日期", "day the breach was known"), "claim", false, false},
	{FieldFacts, text("事实与理由", "facts and reasons"), "case", false, true},
	{FieldPerformance, text("劳动合同履行地（实际工作地点）", "place of work"), "case", false, false},
	{FieldEmployerPlace, text("用人单位所在地", "the employer's place"), "case", false, false},
	{FieldEvidence, text("证据和证据来源", "evidence and its source"), "case", true, false},
	{FieldIdentity, text("身份证明材料", "proof of identity"), "case", true, false},
	{FieldCopies, text("申请书副本", "copies of the application"), "case", true, false},
	{FieldOther, text("其他材料", "other papers"), "case", true, false},
}

// FiledFieldOf finds one; ok is false if there is none.
func FiledFieldOf(f FiledField) (FiledFieldKind, bool) {
	for _, k := range filedFields {
		if k.Field == f {
			return k, true
		}
	}
	return FiledFieldKind{}, false
}

// Filing is an application as its checklist sees it: what is there, not what it says.
type Filing struct {
	Parties   []FiledParty
	Claims    []FiledClaim
	Facts     bool // facts and reasons are given
	Exhibits  int
	Venue     VenueFinding
	Employ    Employment
	CauseCode bool

	CollectiveContract bool // over a collective contract (集体合同争议)
}

// FiledParty says what of a party is known.
type FiledParty struct {
	Mark       string
	Side       Capacity
	Worker     bool
	Has        map[FiledField]bool
	Role       PartyRole
	Individual bool // a sole trader, by its credit code (个体工商户)
	OverAge    bool // a worker beyond the age of retirement
}

// FiledClaim says what of a claim is known.
type FiledClaim struct {
	No    string
	Money bool
	Has   map[FiledField]bool
}

// CheckLine is one line of the checklist: a test or a field, ticked, or a defect with its sentence. A
// hint is no defect: it asks somebody to look.
type CheckLine struct {
	Name  law.Text     `json:"name"`
	Law   law.Citation `json:"law"`
	OK    bool         `json:"ok"`
	Hint  bool         `json:"hint,omitempty" doc:"只是提示，不是缺项 Only a hint, no defect"`
	Of    string       `json:"of,omitempty" doc:"哪位当事人或哪项请求 Which party or claim"`
	Field FiledField   `json:"field,omitempty"`
	Says  law.Text     `json:"says"`
}

// Checklist goes through the four tests of acceptance (R33-30), the contents of an application
// (LDMA-28), and what the parties' nature asks somebody to look at. Limitation is no test.
func Checklist(f Filing) []CheckLine {
	list := f.tests()
	for _, p := range f.Parties {
		list = append(list, p.fields()...)
	}
	for _, c := range f.Claims {
		if c.Money {
			list = append(list, line(c.No, FieldAmount, c.Has[FieldAmount], law.Arbitration(28, 1)))
		}
		list = append(list, hint(c.No, FieldKnownOn, c.Has[FieldKnownOn], law.Arbitration(27, 1)))
	}
	list = append(list, line("", FieldFacts, f.Facts, law.Arbitration(28, 1)), line("", FieldEvidence, f.Exhibits > 0, law.Arbitration(28, 1)))
	return append(list, f.hints()...)
}

// Lacking are the lines that a correction notice must name: fields that are not there.
func Lacking(list []CheckLine) []CheckLine {
	var out []CheckLine
	for _, l := range list {
		if !l.OK && !l.Hint && l.Field != "" {
			out = append(out, l)
		}
	}
	return out
}

func line(of string, field FiledField, ok bool, cite law.Citation) CheckLine {
	k, _ := FiledFieldOf(field)
	l := CheckLine{Name: k.Name, Law: cite, OK: ok, Of: of, Field: field}
	if !ok {
		l.Says = law.Text{ZH: "没有写明" + k.Name.ZH + "。", EN: "Not given: " + k.Name.EN + "."}
		if k.Paper {
			l.Says = law.Text{ZH: "没有提交" + k.Name.ZH + "。", EN: "Not handed in: " + k.Name.EN + "."}
		}
	}
	return l
}

func hint(of string, field FiledField, ok bool, cite law.Citation) CheckLine {
	l := line(of, field, ok, cite)
	l.Hint = true
	return l
}

// tests are the four lines of R33-30.
func (f Filing) tests() []CheckLine {
	worker, employer := map[Capacity]bool{}, map[Capacity]bool{}
	named := map[Capacity]bool{}
	for _, p := range f.Parties {
		worker[p.Side], employer[p.Side] = worker[p.Side] || p.Worker, employer[p.Side] || !p.Worker
		named[p.Side] = named[p.Side] || p.identified()
	}
	between := worker[Applicant] && employer[Respondent] || employer[Applicant] && worker[Respondent]
	if f.CollectiveContract { // the union applies, an organisation against the employer
		between = between || employer[Applicant] && employer[Respondent]
	}
	clear := f.Facts && len(f.Claims) > 0
	for _, c := range f.Claims {
		clear = clear && (!c.Money || c.Has[FieldAmount])
	}
	return []CheckLine{
		test(1, text("属于受理范围", "within scope"), between, text("看不出是劳动者与用人单位之间的争议。", "This does not look like a dispute between a worker and an employer.")),
		test(2, text("有明确的请求和事实理由", "clear claims and facts"), clear, text("请求、金额或事实理由没有写全。", "Claims, amounts or facts are not complete.")),
		test(3, text("申请人有直接利害关系，被申请人明确", "an applicant concerned, a named respondent"), named[Applicant] && named[Respondent], text("申请人或被申请人的身份不够明确。", "Applicant or respondent is not identified clearly enough.")),
		test(4, text("属于本会管辖", "this commission's jurisdiction"), f.Venue.Ours, f.Venue.Says),
	}
}

func test(no int, name law.Text, ok bool, says law.Text) CheckLine {
	l := CheckLine{Name: name, Law: law.CaseRules(30, no).Recalled(), OK: ok}
	if !ok {
		l.Says = says
	}
	return l
}

// identified: somebody can be told from everybody else.
func (p FiledParty) identified() bool {
	if !p.Has[FieldName] {
		return false
	}
	return p.Has[FieldIDNumber] || p.Has[FieldCreditCode] || p.Has[FieldAddress] || p.Has[FieldPhone]
}

// fields are what LDMA-28 wants of a party. An applicant need not know the other side's numbers.
func (p FiledParty) fields() []CheckLine {
	want := []FiledField{FieldName, FieldAddress}
	switch {
	case p.Worker && p.Side == Applicant:
		want = []FiledField{FieldName, FieldIDNumber, FieldAddress, FieldPhone}
	case !p.Worker:
		want = []FiledField{FieldName, FieldAddress, FieldRepresentative}
	}
	var list []CheckLine
	for _, w := range want {
		list = append(list, line(p.Mark, w, p.Has[w], law.Arbitration(28, 1)))
	}
	return list
}

// hints are what the parties' nature asks somebody to look at before acceptance.
func (f Filing) hints() []CheckLine {
	var list []CheckLine
	add := func(of string, cite law.Citation, ok bool, name, says law.Text) {
		list = append(list, CheckLine{Name: name, Law: cite, OK: ok, Hint: true, Of: of, Says: says})
	}
	roles, respondents, workers, union := map[PartyRole]bool{}, 0, 0, false
	for _, p := range f.Parties {
		roles[p.Role] = true
		if p.Side == Applicant && p.Worker {
			workers++
		}
		union = union || p.Side == Applicant && !p.Worker
		if p.Side == Respondent {
			respondents++
		}
	}
	add("", law.Arbitration(28, 1), true, text("申请书副本", "copies of the application"),
		text(fmt.Sprintf("按被申请人人数提交，共 %d 份。", respondents), fmt.Sprintf("one for each respondent: %d.", respondents)))
	if f.CollectiveContract || workers >= collective {
		add("", register.Cite("R33-5"), true, text("集体争议", "a collective dispute"), text("优先立案、优先审理。", "It is filed and heard before others."))
	}
	if f.CollectiveContract {
		add("", register.Cite("R33-63-3"), union, text("集体合同争议由工会申请", "over a collective contract the union applies"),
			text("没有工会的，由上级工会指导劳动者推举的代表申请；核对是否有上级工会的指导。", "Where there is none, representatives chosen under the guidance of the union above: check that it guided them."))
	}
	if f.Employ == DispatchWork {
		add("", law.Arbitration(22, 1), roles[DispatchAgency] && roles[UserFirm], text("派遣单位和用工单位为共同当事人", "agency and user firm are parties together"),
			text("劳务派遣争议，受理前两者都要列为被申请人。", "Both must be respondents before acceptance."))
	}
	for _, p := range f.Parties {
		switch {
		case p.OverAge:
			add(p.Mark, secondInterpretation(21), false, text("可能超过法定退休年龄的劳动者", "a worker who may be beyond the age of retirement"),
				text("不因年龄不予受理；是否劳动关系由仲裁员审查。", "Age is no ground to refuse; an arbitrator examines the relation."))
		case p.Individual:
			add(p.Mark, law.Zhejiang(18, 2), p.Has[FieldRepresentative], text("个体工商户", "a sole trader"),
				text("以字号为当事人，注明经营者身份；登记的经营者与实际经营者不一致的，列为共同当事人。", "The trade name is the party, with the operator named; where the registered and the real operator differ, both are parties."))
		case !p.Worker && p.Side == Respondent && !p.Has[FieldCreditCode] && p.Role == "":
			add(p.Mark, law.CaseRules(6), false, text("没有信用代码的单位", "an employer without a credit code"),
				text("未办营业执照、被吊销、到期继续经营或解散的，把出资人、开办单位或主管部门列为共同当事人；借用他人执照的，列出借方；个人承包或违法转包的，列发包的组织。", "Without a licence, revoked, expired or dissolved: add investors, founders or the supervising body; a borrowed licence: its lender; an individual contractor or an unlawful subcontract: who contracted out."))
		}
	}
	return list
}
