package casework

import (
	"reflect"
	"slices"
	"strings"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Question is one page of the application: what is asked, and why.
type Question struct {
	Step string   `json:"step"`
	Asks law.Text `json:"asks"`
	Hint law.Text `json:"hint"`
	Why  law.Text `json:"why"`
	Done bool     `json:"done"`

	body reflect.Type
	has  func(*Answers) bool
}

// SumStep is the step that asks for one claim's sum.
func SumStep(code string) string { return "sum-" + code }

// SumOf is the code of the claim that a step asks for; "" for other steps.
func SumOf(step string) string {
	code, ok := strings.CutPrefix(step, "sum-")
	if !ok {
		return ""
	}
	return code
}

var questions = []Question{
	{Step: "who", Asks: text("您是谁？", "Who are you?"), Hint: text("没有居民身份证的，身份证号不填，以后到窗口补。", "If you have no resident ID, leave the number out; it can be added at the counter."),
		Why:  text("仲裁申请书要写明申请人。身份证号只用来核对，对方看不到全部。", "The application must name the applicant. The number is for checking only; the other side never sees it whole."),
		body: reflect.TypeFor[AnswerWho](), has: func(a *Answers) bool { return a.Who != nil }},
	{Step: "reach", Asks: text("怎么联系您？", "How can we reach you?"), Hint: text("开庭通知和裁决书会寄到这里。", "Notices and the award are sent here."),
		Why:  text("电话和地址不给对方看。", "The other side does not see your phone and address."),
		body: reflect.TypeFor[AnswerReach](), has: func(a *Answers) bool { return a.Reach != nil }},
	{Step: "employer", Asks: text("是哪家单位？", "Which employer is it?"), Hint: text("信用代码在营业执照上，18 位；不知道可以不填。", "The credit code is on the licence, 18 signs; leave it out if you don't know it."),
		Why:  text("要写对单位的全称，文书才送得到。", "Papers reach the employer only by its right name."),
		body: reflect.TypeFor[AnswerEmployer](), has: func(a *Answers) bool { return a.Employer != nil }},
	{Step: "started", Asks: text("您是哪一天开始上班的？", "When did you begin to work there?"), Hint: text("第一天干活的日子，不是签合同的日子。记不清写大概的日子。", "The first day of work, not of the contract. If you are not sure, the nearest day you know."),
		Why:  text("工作年限从这一天算起，经济补偿和年休假都要用。", "Years of service run from this day; severance and leave depend on it."),
		body: reflect.TypeFor[AnswerStarted](), has: func(a *Answers) bool { return a.Started != nil }},
	{Step: "ended", Asks: text("您最后一天上班是哪一天？", "Which was your last day of work?"), Hint: text("不是领最后一次工资的日子。还在上班的，只勾下面一项。", "Not the day of the last pay. If you still work there, only tick the box."),
		Why:  text("工资、经济补偿和一年的仲裁时效都从这一天算起。", "Wages, severance and the year to apply run from this day."),
		body: reflect.TypeFor[AnswerEnded](), has: func(a *Answers) bool { return a.Ended != nil }},
	{Step: "job", Asks: text("您做什么工作，工资多少？", "What was your work, and your wage?"), Hint: text("工资写最近十二个月的平均数，计算器会用到。", "The average of the last twelve months; the calculators use it."),
		Why:  text("上班的地方决定由哪个仲裁委管。", "The place of work decides which commission is competent."),
		body: reflect.TypeFor[AnswerJob](), has: func(a *Answers) bool { return a.Job != nil }},
	{Step: "wanted", Asks: text("您想要什么？", "What do you ask for?"), Hint: text("可以选几项，下一页再填金额。", "Choose one or several; the sums come next."),
		Why:  text("仲裁庭只审您提出的请求；受理以后也可以变更。", "The tribunal decides only what is asked for; it can be changed later."),
		body: reflect.TypeFor[AnswerWanted](), has: func(a *Answers) bool { return a.Wanted != nil }},
	{Step: "known", Asks: text("您是哪一天知道单位没有照办的？", "When did you know that the employer did not do as it should?"), Hint: text("例如该发工资没有发的那天、被通知辞退的那天。记不清可以不填。", "For example the pay day that passed, or the day of the dismissal. It may be left out."),
		Why:  text("申请仲裁的时间一般是一年。过了一年也可以申请，单位不提，仲裁委不主动审查。", "The time to apply is a year as a rule. You may apply after it, too: it is examined only if the employer raises it."),
		body: reflect.TypeFor[AnswerKnown](), has: func(a *Answers) bool { return a.Known != nil }},
	{Step: "facts", Asks: text("事情是怎么发生的？", "What happened?"), Hint: text("按时间写：什么时候，谁，说了什么，做了什么。几句话就行。", "In the order of time: when, who, what was said and done. A few sentences will do."),
		Why:  text("这是申请书里的「事实与理由」。", "It becomes the application's “facts and reasons”."),
		body: reflect.TypeFor[AnswerFacts](), has: func(a *Answers) bool { return a.Facts != nil }},
	{Step: "evidence", Asks: text("您有什么证据？", "What evidence do you have?"), Hint: text("拍照上传：合同、工资条、考勤、聊天记录。没有可以先不交。", "Take photos of contract, pay slips, attendance, messages. You may have none for now."),
		Why: text("一份证据的照片合成一份 PDF，原来的照片同时保存。", "The photos of an exhibit become one PDF; the originals are kept as well."),
		has: func(a *Answers) bool { return a.Looked }},
}

// QuestionsOf are the questions of this application, one for the sum of each claim among them.
func QuestionsOf(a *Answers) []Question {
	var list []Question
	for _, q := range questions {
		q.Done = q.has(a)
		list = append(list, q)
		if q.Step == "wanted" && a.Wanted != nil {
			for _, code := range a.Wanted.Kinds {
				list = append(list, sumQuestion(code, a))
			}
		}
	}
	return list
}

func sumQuestion(code string, a *Answers) Question {
	k, _ := claims.Lookup(claims.Code(code))
	q := Question{Step: SumStep(code), body: reflect.TypeFor[AnswerSum](), Done: a.Sums[code] != nil,
		Asks: law.Text{ZH: k.Name.ZH + "：要多少？", EN: k.Name.EN + ": how much?"}, Hint: text("写数字，例如 8760 或 8760.50。", "Figures, as 8760 or 8760.50."),
		Why: law.Text{ZH: "依据：" + k.Law.ZH + "。", EN: "It rests on: " + k.Law.In("en") + "."}}
	if !k.Money {
		q.Asks = law.Text{ZH: k.Name.ZH + "：具体要什么？", EN: k.Name.EN + ": what exactly?"}
		q.Hint = text("这一项不涉及金额。", "No sum goes with it.")
	}
	return q
}

// AnswerBody is the type of a step's answer; false for steps that are not answered by a form.
func AnswerBody(step string) (reflect.Type, bool) {
	if code := SumOf(step); code != "" {
		_, ok := claims.Lookup(claims.Code(code))
		return reflect.TypeFor[AnswerSum](), ok
	}
	at := slices.IndexFunc(questions, func(q Question) bool { return q.Step == step && q.body != nil })
	if at < 0 {
		return nil, false
	}
	return questions[at].body, true
}

// AnswerSteps are the questions that a form answers, those for single sums left out.
func AnswerSteps() []string {
	var list []string
	for _, q := range questions {
		if q.body != nil {
			list = append(list, q.Step)
		}
	}
	return list
}

// WorkersKinds are the kinds of claim that a worker can ask for: a penalty for leaving is the employer's.
func WorkersKinds() []claims.Kind {
	return slices.DeleteFunc(claims.Kinds(), func(k claims.Kind) bool { return k.Code == "M12" })
}

// put writes an answer down; what can't be is a fault that names the field.
func (a *Answers) put(step string, in any, today calendar.Date) error {
	switch x := in.(type) {
	case *AnswerWho:
		a.Who = x
		return fields(short(PartyInput{Kind: "worker", Name: x.Name, IDNumber: strings.TrimSpace(x.IDNumber)}.check("")))
	case *AnswerReach:
		a.Reach = x
		return fields(short(PartyInput{Kind: "worker", Name: "-", Phone: x.Phone}.check("")))
	case *AnswerEmployer:
		a.Employer = x
		return fields(short(PartyInput{Kind: "employer", Name: x.Name, CreditCode: x.CreditCode, Phone: x.Phone}.check("")))
	case *AnswerStarted:
		a.Started = x
		return x.check(a, today)
	case *AnswerEnded:
		a.Ended = x
		return x.check(a, today)
	case *AnswerJob:
		a.Job = x
	case *AnswerWanted:
		return a.want(x)
	case *AnswerSum:
		return a.sum(SumOf(step), x)
	case *AnswerKnown:
		a.Known = x
		if x.On.After(today) {
			return bad("day", "日期不能晚于今天（"+today.String()+"）。", "The day cannot be after today ("+today.String()+").")
		}
	case *AnswerFacts:
		a.Facts = x
	}
	return nil
}

// short takes the empty place of a party off the fields.
func short(list []fault.Field) []fault.Field {
	for i := range list {
		list[i].Place = strings.TrimPrefix(list[i].Place, ".")
	}
	return list
}

func (s AnswerStarted) check(a *Answers, today calendar.Date) error {
	switch {
	case s.On.IsZero():
		return bad("day", "请写年、月、日；记不清写大概的日子。", "Please give year, month and day, as near as you know.")
	case s.On.After(today):
		return bad("day", "入职那天不能晚于今天（"+today.String()+"）。", "The first day cannot be after today ("+today.String()+").")
	case a.Ended != nil && !a.Ended.On.IsZero() && a.Ended.On.Before(s.On):
		a.Ended = nil // asked again
	}
	return nil
}

func (e AnswerEnded) check(a *Answers, today calendar.Date) error {
	switch {
	case e.Still && !e.On.IsZero():
		return bad("still", "填了最后一天上班，就不要再勾「还在上班」。", "Either the last day, or that you still work there.")
	case e.Still:
		return nil
	case e.On.IsZero():
		return bad("day", "请写最后一天上班是哪一天；还在上班的，勾下面一项。", "Please give the last day of work, or tick that you still work there.")
	case e.On.After(today):
		return bad("day", "最后上班那天不能晚于今天（"+today.String()+"）。", "The last day cannot be after today ("+today.String()+").")
	case a.Started != nil && e.On.Before(a.Started.On):
		return bad("day", "最后上班那天不能早于入职那天（"+a.Started.On.String()+"）。", "The last day cannot be before the first ("+a.Started.On.String()+").")
	}
	return nil
}

// want notes the kinds of claim; sums of those that were dropped go with them.
func (a *Answers) want(x *AnswerWanted) error {
	seen := map[string]bool{}
	x.Kinds = slices.DeleteFunc(x.Kinds, func(c string) bool { twice := seen[c] || c == ""; seen[c] = true; return twice })
	if len(x.Kinds) == 0 {
		return bad("kinds", "请至少选一项。", "Please choose at least one.")
	}
	for _, c := range x.Kinds {
		if !slices.ContainsFunc(WorkersKinds(), func(k claims.Kind) bool { return string(k.Code) == c }) {
			return bad("kinds", "没有这种请求，请从列出的里面选。", "There is no such claim; please choose from the list.")
		}
	}
	slices.Sort(x.Kinds)
	a.Wanted = x
	for c := range a.Sums {
		if !slices.Contains(x.Kinds, c) {
			delete(a.Sums, c)
			delete(a.Given, c)
		}
	}
	return nil
}

// sum notes one claim. An amount that was worked out keeps its working as long as it stays the same.
func (a *Answers) sum(code string, x *AnswerSum) error {
	k, ok := claims.Lookup(claims.Code(code))
	if !ok || a.Wanted == nil || !slices.Contains(a.Wanted.Kinds, code) {
		return fault.Missing()
	}
	if old := a.Sums[code]; old != nil && old.Amount != x.Amount {
		delete(a.Given, code)
	}
	if a.Sums == nil {
		a.Sums = map[string]*AnswerSum{}
	}
	a.Sums[code] = x
	if k.Money && x.Amount <= 0 {
		return bad("amount", "请填金额；不知道能要多少，先用下面的计算器算一算。", "Please give the amount; if you don't know it, work it out below.")
	}
	return fields(short(ClaimInput{Code: code, Amount: x.Amount, PeriodFrom: x.From, PeriodTo: x.To}.check("")))
}
