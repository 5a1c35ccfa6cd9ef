package casework

import (
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// SendDocument notes that a paper went out to one party (送出文书): by somebody of ours, by post, to
// another commission, electronically. Nothing runs from it: clocks start from service.
type SendDocument struct {
	Dated
	Document int64         `json:"document" minimum:"1" doc:"文书编号 Document"`
	Party    string        `json:"party" minLength:"2" maxLength:"8" doc:"受送达人，如 申1 Recipient, as 申1"`
	Method   workflows.Way `json:"method" enum:"direct,post,entrusted,electronic,simple-means,through-unit" doc:"送达方式 The way of service"`
	Proof    string        `json:"proof,omitempty" maxLength:"200" doc:"邮件号、委托函号或发送记录 Tracking number, letter or log"`

	file *proof
}

func (SendDocument) Event() workflows.Event { return workflows.SendDocument }
func (s *SendDocument) takeProof(p *proof)  { s.file = p }

func (s SendDocument) Tell(a *Act, f *workflows.Facts) error {
	x, err := a.delivery(s.Document, s.Party, s.Method)
	if err != nil {
		return err
	}
	if s.Method == workflows.ByPost && strings.TrimSpace(s.Proof) == "" {
		return bad("proof", "邮寄送达请写邮件号。", "By post: please give the tracking number.")
	}
	f.Act.Serving = x.serving(a, workflows.WentOut)
	return nil
}

func (s SendDocument) Apply(a *Act) error {
	x, err := a.delivery(s.Document, s.Party, s.Method)
	if err != nil {
		return err
	}
	r := x.row(a, s.Method)
	r.Proof = s.Proof
	return x.move(a, r, workflows.WentOut, s.file)
}

func (s SendDocument) Settle(a *Act, done *Done) error { return s.file.settle(a, done) }

// RecordDelivery notes what came of a paper that was sent (送达结果): received, confirmed, refused, or
// nobody there. What failed puts the next way on the work list.
type RecordDelivery struct {
	Dated
	Service      int64             `json:"service" minimum:"1" doc:"哪条送达记录 Which record of service"`
	Outcome      workflows.Outcome `json:"outcome" enum:"delivered,confirmed,refused,undeliverable" doc:"结果 What came of it"`
	Receiver     string            `json:"receiver,omitempty" maxLength:"60" doc:"签收人 Who signed"`
	ReceiverKind string            `json:"receiver_kind,omitempty" enum:"self,family,representative,mail-clerk,agent,named" doc:"签收人的身份，不填为本人 Who the receiver is; the party itself if left out"`
	Reason       string            `json:"reason,omitempty" maxLength:"500" doc:"拒收或者退回的情形 How it was refused or came back"`
	Proof        string            `json:"proof,omitempty" maxLength:"200" doc:"回证或者回执 Receipt"`

	file *proof
}

func (RecordDelivery) Event() workflows.Event { return workflows.RecordDelivery }
func (s *RecordDelivery) takeProof(p *proof)  { s.file = p }

func (s RecordDelivery) Tell(a *Act, f *workflows.Facts) error {
	x, err := a.known(s.Service)
	if err != nil {
		return err
	}
	failed := s.Outcome == workflows.TurnedBy || s.Outcome == workflows.CameBack
	switch {
	case failed && strings.TrimSpace(s.Reason) == "":
		return bad("reason", "请写明拒收或者退回的情形。", "Please say how it was refused or came back.")
	case s.Outcome == workflows.Arrived && x.way != workflows.Electronic && x.way != workflows.SimpleMeans && s.Receiver == "":
		return bad("receiver", "请写明签收人。", "Please say who signed.")
	}
	f.Act.Serving = x.serving(a, s.Outcome)
	if !failed {
		f.Act.Serving.Signer = s.ReceiverKind
	}
	return nil
}

func (s RecordDelivery) Apply(a *Act) error {
	x, err := a.known(s.Service)
	if err != nil {
		return err
	}
	r := x.row(a, x.way)
	r.Receiver, r.ReceiverKind, r.Reason = s.Receiver, s.ReceiverKind, s.Reason
	if s.Proof != "" {
		r.Proof = strings.Trim(r.Proof+"；"+s.Proof, "；")
	}
	return x.move(a, r, s.Outcome, s.file)
}

func (s RecordDelivery) Settle(a *Act, done *Done) error { return s.file.settle(a, done) }

// PublishNotice serves a paper by public notice (公告送达), the last way. On is the day of the last
// issue. The award clock stands still until the notice has run.
type PublishNotice struct {
	Dated
	Document int64  `json:"document" minimum:"1" doc:"文书编号 Document"`
	Party    string `json:"party" minLength:"2" maxLength:"8" doc:"受送达人，如 被1 Recipient, as 被1"`
	Ground   string `json:"ground" enum:"whereabouts-unknown,other-ways-failed" doc:"公告送达的情形 Why by public notice"`
	Reason   string `json:"reason" minLength:"4" maxLength:"1000" doc:"原因和经过，载入案卷 The reason and what was tried, for the file"`
	Place    string `json:"place" minLength:"2" maxLength:"200" doc:"在哪里公告 Where it is announced"`

	file *proof
}

func (PublishNotice) Event() workflows.Event { return workflows.PublishNotice }
func (s *PublishNotice) takeProof(p *proof)  { s.file = p }

func (s PublishNotice) Tell(a *Act, f *workflows.Facts) error {
	x, err := a.delivery(s.Document, s.Party, workflows.ByNotice)
	if err != nil {
		return err
	}
	f.Act.Serving = x.serving(a, workflows.WentOut)
	f.Act.Serving.Ground, f.Act.Serving.Explained = s.Ground, strings.TrimSpace(s.Reason) != ""
	return nil
}

func (s PublishNotice) Apply(a *Act) error {
	x, err := a.delivery(s.Document, s.Party, workflows.ByNotice)
	if err != nil {
		return err
	}
	r := x.row(a, workflows.ByNotice)
	r.Ground, r.Reason, r.Place = s.Ground, s.Reason, s.Place
	if err := x.move(a, r, workflows.WentOut, s.file); err != nil {
		return err
	}
	f := a.Case.Facts(a.Rules, a.Tx.Today())
	span := f.NoticeRuns(x.party.Kind == "employer")
	a.say(documents.FieldRecipient, x.party.Name)
	a.say(documents.FieldPaper, documents.Name(x.doc.Paper).ZH)
	a.say(documents.FieldDays, span.ZH())
	a.say(documents.FieldNewDue, r.DeemsOn.String())
	a.say(documents.FieldGround, map[string]string{workflows.GroundUnknown: "你方下落不明", workflows.GroundFailed: "以其他方式无法向你方送达"}[s.Ground])
	a.say(documents.FieldItems, whatFollows(x.doc.Paper, f.Law.Length(workflows.DefencePeriod), a.Case.Hearing()))
	a.Detail["ground"] = s.Ground
	return nil
}

func (s PublishNotice) Settle(a *Act, done *Done) error { return s.file.settle(a, done) }

// whatFollows says what runs from the deemed day, for the notice.
func whatFollows(p workflows.Paper, defence calendar.Span, h *models.Hearing) string {
	switch {
	case p == workflows.NoticeToRespond:
		return "提交答辩书和证据的期限为送达之日起 " + defence.ZH() + "。"
	case p == workflows.HearingNoticePaper && h != nil:
		return "本案定于" + documents.Day(h.HearingOn) + " " + h.Starts + "在" + h.Place + "开庭审理，无正当理由不到庭的，依法缺席裁决。"
	case p == workflows.AwardFinalPaper || p == workflows.AwardNonFinalPaper:
		return "不服裁决的救济途径和期限，见裁决书；期限自送达之日起计算。"
	}
	return "有关权利义务见文书正文。"
}

// DeemServed is the clock's step: what was left or announced counts as served on its day (视为送达).
type DeemServed struct {
	Dated
	Service int64 `json:"service" minimum:"1" doc:"哪条送达记录 Which record of service"`
}

func (DeemServed) Event() workflows.Event { return workflows.DeemServed }

func (s DeemServed) Tell(a *Act, f *workflows.Facts) error {
	x, err := a.known(s.Service)
	if err != nil {
		return err
	}
	f.Act.Serving = x.serving(a, workflows.RanOut)
	f.Act.Serving.Put = calendar.Latest(x.rec.SentOn, x.rec.DeliveredOn)
	return nil
}

func (s DeemServed) Apply(a *Act) error {
	x, err := a.known(s.Service)
	if err != nil {
		return err
	}
	return x.move(a, x.row(a, x.way), workflows.RanOut, nil)
}
