package casework

import (
	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// AskEvidenceTaking asks the tribunal to collect what a party cannot get itself, to have something
// appraised, or to hear a witness (申请调查收集证据、鉴定、证人出庭).
type AskEvidenceTaking struct {
	Dated
	Party   string `json:"party,omitempty" maxLength:"8" doc:"哪位当事人，如 申1；自己提出的不填 Which party, as 申1; left out by a party itself"`
	Kind    string `json:"kind" enum:"collect,appraise,witness" doc:"申请什么 What is asked for"`
	Subject string `json:"subject" minLength:"2" maxLength:"2000" doc:"调查什么、鉴定什么、证人是谁，证明什么，为什么自己不能取得 What is to be collected or appraised, or who the witness is; what it proves, and why you cannot get it yourself"`
}

func (AskEvidenceTaking) Event() workflows.Event { return workflows.AskEvidenceTaking }

func (t AskEvidenceTaking) Tell(a *Act, f *workflows.Facts) error {
	p, err := a.party(t.Party)
	if err != nil {
		return err
	}
	f.Act.Inquiry.Taking, f.Act.Inquiry.Deadline = workflows.Taking(t.Kind), f.EvidenceEnds(workflows.Capacity(p.Side))
	return nil
}

func (t AskEvidenceTaking) Apply(a *Act) error {
	p, err := a.party(t.Party)
	if err != nil {
		return err
	}
	c := a.Case
	c.Takings = append(c.Takings, models.EvidenceTaking{Child: a.child(), PartyID: p.ID, Kind: workflows.Taking(t.Kind), AskedOn: a.On, Subject: t.Subject})
	c.Change(&c.Takings[len(c.Takings)-1])
	a.Detail["party"], a.Detail["kind"] = p.Mark(), t.Kind
	return nil
}

// AnswerEvidenceTaking decides on it (决定是否准许).
type AnswerEvidenceTaking struct {
	Dated
	Result string `json:"result" enum:"allow,decline" doc:"准许、不准许 Granted or refused"`
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由；证人出庭的，写明通知的办法 Reason; for a witness, how they are told"`
}

func (AnswerEvidenceTaking) Event() workflows.Event { return workflows.AnswerEvidenceTaking }

func (t AnswerEvidenceTaking) Apply(a *Act) error {
	w, granted := a.Case.WaitingTaking(), t.Result == "allow"
	w.DecidedOn, w.Granted, w.Answer = a.On, &granted, t.Reason
	a.Case.Change(w)
	a.Detail["kind"], a.Detail["result"] = string(w.Kind), t.Result
	return nil
}

// record keeps what the tribunal took; its number is the next one of the case.
func (a *Act) record(r models.InquiryRecord) {
	c := a.Case
	r.Child, r.No, r.MadeOn, r.AccountID = a.child(), len(c.Records)+1, a.On, a.Who.Account
	c.Records = append(c.Records, r)
	c.Change(&c.Records[len(c.Records)-1])
	a.Detail["record"], a.Detail["kind"] = r.No, r.Kind
}

// ExchangeEvidence records what both sides showed each other before the hearing, what they agree on
// and what they dispute (组织交换证据).
type ExchangeEvidence struct {
	Dated
	Agreed   string `json:"agreed" minLength:"1" maxLength:"20000" doc:"双方无争议的事实和证据 Facts and evidence that both agree on"`
	Disputed string `json:"disputed" minLength:"1" maxLength:"20000" doc:"有争议的事实和证据，以及理由 What is disputed, and why"`
}

func (ExchangeEvidence) Event() workflows.Event { return workflows.ExchangeEvidence }

func (e ExchangeEvidence) Apply(a *Act) error {
	a.record(models.InquiryRecord{Kind: models.RecordOfExchange, Text: "无争议：\n" + e.Agreed + "\n\n有争议：\n" + e.Disputed})
	return nil
}

// RecordInquiry is the record of an inquiry that two people made, their cards shown (调查取证).
type RecordInquiry struct {
	Dated
	Second int64  `json:"second" minimum:"1" doc:"另一位调查人员（账号） Account of the other one who inquired"`
	Source string `json:"source" minLength:"2" maxLength:"500" doc:"向谁、在哪里调查，是否出示证件 Who was asked, where, and that the cards were shown"`
	Text   string `json:"text" minLength:"2" maxLength:"60000" doc:"调查记录 The record"`
}

func (RecordInquiry) Event() workflows.Event { return workflows.RecordInquiry }

// Tell counts who inquired: the person at hand, and somebody else of the commission who may.
func (r RecordInquiry) Tell(a *Act, f *workflows.Facts) error {
	f.Act.Inquiry.Inquirers = 1
	for _, role := range []string{"arbitrator", "recorder", "intake"} {
		ok, err := models.Holds(a.Tx, r.Second, role, a.Case.CommissionID, 0)
		if err != nil {
			return err
		}
		if ok && r.Second != a.Who.Account {
			f.Act.Inquiry.Inquirers = 2
			return nil
		}
	}
	return nil
}

func (r RecordInquiry) Apply(a *Act) error {
	a.record(models.InquiryRecord{Kind: models.RecordOfInquiry, SecondID: &r.Second, Source: r.Source, Text: r.Text})
	return nil
}

// SendInquiry asks a third body for evidence, or another commission to inquire; the time of an inquiry
// entrusted elsewhere does not count (调查函、委托调查函).
type SendInquiry struct {
	Dated
	To        string `json:"to_whom" minLength:"2" maxLength:"200" doc:"发给谁 To whom"`
	Questions string `json:"questions" minLength:"2" maxLength:"4000" doc:"调查事项 What is asked"`
	Entrusted bool   `json:"entrusted,omitempty" doc:"委托外地调查，期间不计入审限 An inquiry entrusted elsewhere: the time does not count"`
}

func (SendInquiry) Event() workflows.Event { return workflows.SendInquiry }

func (s SendInquiry) Apply(a *Act) error {
	if s.Entrusted {
		a.stop(string(workflows.StopInquiry), s.To)
	}
	a.say(documents.FieldRecipient, s.To)
	a.say(documents.FieldTerms, s.Questions)
	a.Detail["entrusted"] = s.Entrusted
	return nil
}

// EntrustAppraisal entrusts an agency that both agree on, or that the tribunal appoints; the award
// clock stops until its opinion comes (委托鉴定).
type EntrustAppraisal struct {
	Dated
	Agency    string `json:"agency" minLength:"2" maxLength:"200" doc:"鉴定机构 The agency"`
	Chosen    string `json:"chosen" enum:"by-both,by-tribunal" doc:"双方约定，或者由仲裁庭指定 Agreed by both, or appointed by the tribunal"`
	Questions string `json:"questions" minLength:"2" maxLength:"4000" doc:"鉴定事项 What is to be appraised"`
}

func (EntrustAppraisal) Event() workflows.Event { return workflows.EntrustAppraisal }

func (e EntrustAppraisal) Apply(a *Act) error {
	agreed := e.Chosen == "by-both"
	a.record(models.InquiryRecord{Kind: models.RecordOfAppraisal, Source: e.Agency, Agreed: &agreed})
	a.stop(string(workflows.StopAppraisal), e.Agency)
	a.say(documents.FieldRecipient, e.Agency)
	a.say(documents.FieldTerms, e.Questions)
	a.Detail["chosen"] = e.Chosen
	return nil
}

// ReceiveOpinion enters the expert opinion; the award clock runs on (收到鉴定意见). What it cost is a step of its own.
type ReceiveOpinion struct {
	Dated
	Text string `json:"text" minLength:"2" maxLength:"60000" doc:"鉴定意见 The opinion"`
}

func (ReceiveOpinion) Event() workflows.Event { return workflows.ReceiveOpinion }

func (r ReceiveOpinion) Apply(a *Act) error {
	w := a.Case.RunningAppraisal()
	w.Text, w.OpinionOn = r.Text, a.On
	a.Case.Change(w)
	for i := range a.Case.ClockEvents {
		if e := &a.Case.ClockEvents[i]; !e.Restart && e.ToOn.IsZero() && e.Kind == string(workflows.StopAppraisal) {
			e.ToOn = a.On
			a.Case.Change(e)
		}
	}
	a.Detail["record"] = w.No
	return nil
}

// CommentRecord is what a side says about a record or an opinion, in writing (书面质证意见).
type CommentRecord struct {
	Dated
	Party  string `json:"party,omitempty" maxLength:"8" doc:"哪位当事人，如 申1；自己提出的不填 Which party, as 申1; left out by a party itself"`
	Record int    `json:"record" minimum:"1" doc:"第几号记录 Number of the record"`
	Text   string `json:"text" minLength:"2" maxLength:"4000" doc:"对真实性、合法性、关联性的意见 On authenticity, legality and relevance"`
}

func (CommentRecord) Event() workflows.Event { return workflows.CommentRecord }

func (r CommentRecord) Tell(a *Act, f *workflows.Facts) error {
	if f.Inquiry.Records > 0 && a.Case.RecordNo(r.Record) == nil {
		return bad("record", "本案没有这一号记录。", "There is no record of this number.")
	}
	_, err := a.party(r.Party)
	return err
}

func (r CommentRecord) Apply(a *Act) error {
	p, err := a.party(r.Party)
	if err != nil {
		return err
	}
	c := a.Case
	c.Comments = append(c.Comments, models.RecordComment{Child: a.child(), RecordID: c.RecordNo(r.Record).ID, PartyID: p.ID, MadeOn: a.On, Text: r.Text})
	c.Change(&c.Comments[len(c.Comments)-1])
	a.Detail["party"], a.Detail["record"] = p.Mark(), r.Record
	return nil
}
