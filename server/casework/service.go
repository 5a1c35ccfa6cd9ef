package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// ServeDocument records that one paper reached one party, or was left for it (送达): the way, the day,
// the proof. Every served date in the program comes from a record of service. On is the day it was
// received or left.
type ServeDocument struct {
	Dated
	Document     int64         `json:"document" minimum:"1" doc:"文书编号 Document"`
	Party        string        `json:"party" minLength:"2" maxLength:"8" doc:"受送达人，如 申1 Recipient, as 申1"`
	Method       workflows.Way `json:"method" enum:"direct,left-with-proof,left-at-door,post,entrusted,electronic,simple-means,through-unit" doc:"送达方式 The way of service"`
	Receiver     string        `json:"receiver,omitempty" maxLength:"60" doc:"签收人 Who signed"`
	ReceiverKind string        `json:"receiver_kind,omitempty" enum:"self,family,representative,mail-clerk,agent,named" doc:"签收人的身份，不填为本人 Who the receiver is; the party itself if left out"`
	Ground       string        `json:"ground,omitempty" enum:"refused-to-sign,employer-closed" doc:"留置的情形 Why it was left"`
	Witness      string        `json:"witness,omitempty" maxLength:"60" doc:"留置的见证人 Witness to leaving it"`
	SentOn       calendar.Date `json:"sent_on,omitempty" doc:"送出的日期 The day it was sent out"`
	Proof        string        `json:"proof" minLength:"2" maxLength:"200" doc:"送达回证号、邮件号或系统回执 Return slip, tracking number or system receipt"`

	file *proof
}

func (ServeDocument) Event() workflows.Event { return workflows.ServeDocument }
func (s *ServeDocument) takeProof(p *proof)  { s.file = p }

func (s ServeDocument) outcome() workflows.Outcome {
	if s.Method == workflows.SimpleMeans {
		return workflows.Confirmed
	}
	return workflows.Arrived
}

// Tell checks the paper, the recipient and the days, and says what the law asks about the way.
func (s ServeDocument) Tell(a *Act, f *workflows.Facts) error {
	x, err := a.delivery(s.Document, s.Party, s.Method)
	if err != nil {
		return err
	}
	if err := x.sentBefore(s.SentOn, a.On); err != nil {
		return err
	}
	if s.Method == workflows.ByHand && s.Receiver == "" {
		return bad("receiver", "直接送达请写明签收人。", "By hand: please say who signed.")
	}
	f.Act.Serving = x.serving(a, s.outcome())
	f.Act.Serving.Signer, f.Act.Serving.Ground = s.ReceiverKind, s.Ground
	f.Act.Serving.Witness, f.Act.Serving.Filed = s.Witness != "", s.file != nil
	if s.Method != workflows.ByHand && s.Receiver == "" && x.signed() {
		f.Act.Serving.Signer = "nobody"
	}
	return nil
}

func (s ServeDocument) Apply(a *Act) error {
	x, err := a.delivery(s.Document, s.Party, s.Method)
	if err != nil {
		return err
	}
	r := x.row(a, s.Method)
	r.Receiver, r.ReceiverKind, r.Ground, r.Proof = s.Receiver, s.ReceiverKind, s.Ground, s.Proof
	if !s.SentOn.IsZero() {
		r.SentOn = s.SentOn
	}
	if s.Witness != "" {
		r.Receiver = s.Witness
	}
	return x.move(a, r, s.outcome(), s.file)
}

func (s ServeDocument) Settle(a *Act, done *Done) error { return s.file.settle(a, done) }

// delivery is one paper on its way to one party in one way: what is on record of it.
type delivery struct {
	doc   *models.Document
	party *models.Party
	way   workflows.Way
	rec   *models.Service // nil: nothing yet
}

// delivery finds the paper, the recipient, and the record that the step goes on with: one of the same
// way that is not ended, or else one that waits to be sent in any way.
func (a *Act) delivery(document int64, party string, way workflows.Way) (*delivery, error) {
	doc := a.Case.Document(document)
	if doc == nil {
		return nil, bad("document", "本案没有这份文书。", "There is no such document in this case.")
	}
	p, err := a.party(party)
	if err != nil {
		return nil, err
	}
	if x := a.Case.ServedBy(doc.ID, p.ID); x != nil {
		return nil, fault.New(fault.Conflict, "already-served", text("这份文书已于 "+x.ServedOn.String()+" 送达此人；登记有误的，请办更正。", "This was served on that party on "+x.ServedOn.String()+"; a wrong entry is corrected."))
	}
	if a.On.Before(doc.DraftedOn) {
		return nil, bad("on", "送达不能早于文书作出那天（"+doc.DraftedOn.String()+"）。", "It cannot be served before it was made ("+doc.DraftedOn.String()+").")
	}
	d := &delivery{doc: doc, party: p, way: way}
	for _, s := range a.Case.ServicesOf(doc.ID, p.ID) {
		if s.Method == way && !s.State.Ended() || d.rec == nil && s.State == workflows.ServiceQueued {
			d.rec = s
		}
	}
	return d, d.inOrder(a.On)
}

// known is the delivery of a record that a step names.
func (a *Act) known(id int64) (*delivery, error) {
	for i := range a.Case.Services {
		s := &a.Case.Services[i]
		if s.ID != id {
			continue
		}
		d := &delivery{doc: a.Case.Document(s.DocumentID), party: a.Case.PartyByID(s.PartyID), way: s.Method, rec: s}
		return d, d.inOrder(a.On)
	}
	return nil, bad("service", "本案没有这条送达记录。", "There is no such record of service in this case.")
}

// inOrder keeps the day of a step after what the record already says.
func (d *delivery) inOrder(on calendar.Date) error {
	if d.rec == nil {
		return nil
	}
	if last := calendar.Latest(d.rec.SentOn, d.rec.DeliveredOn); on.Before(last) {
		return bad("on", "日期不能早于这条送达记录的上一步（"+last.String()+"）。", "The day cannot be before the record's last step ("+last.String()+").")
	}
	return nil
}

// sentBefore checks a day of sending that is entered together with the receipt.
func (d *delivery) sentBefore(sent, on calendar.Date) error {
	switch {
	case sent.IsZero():
		return nil
	case sent.After(on):
		return bad("sent_on", "送出不能晚于收到（"+on.String()+"）。", "It cannot be sent after it was received ("+on.String()+").")
	case sent.Before(d.doc.DraftedOn):
		return bad("sent_on", "送出不能早于文书作出那天（"+d.doc.DraftedOn.String()+"）。", "It cannot be sent before it was made ("+d.doc.DraftedOn.String()+").")
	}
	return nil
}

func (d *delivery) signed() bool {
	k, _ := workflows.PaperOf(d.doc.Paper)
	return k.Signed
}

func (d *delivery) state() workflows.ServiceState {
	if d.rec == nil || (d.rec.State == workflows.ServiceQueued) {
		return workflows.ServiceQueued
	}
	return d.rec.State
}

// serving is what the law asks about the step.
func (d *delivery) serving(a *Act, o workflows.Outcome) workflows.Serving {
	s := workflows.Serving{Way: d.way, Paper: d.doc.Paper, State: d.state(), Outcome: o, Employer: d.party.Kind == "employer",
		Consent: !d.party.EServiceOn.IsZero() && !d.party.EServiceOn.After(a.On)}
	for _, x := range a.Case.Services {
		s.Failed = s.Failed || x.PartyID == d.party.ID && (x.State == workflows.ServiceRefused || x.State == workflows.ServiceUndeliverable)
	}
	return s
}

// row is the record that the step writes: the one on its way, or a new one.
func (d *delivery) row(a *Act, way workflows.Way) *models.Service {
	if d.rec == nil {
		a.Case.Services = append(a.Case.Services, models.Service{Child: a.child(), DocumentID: d.doc.ID, PartyID: d.party.ID, State: workflows.ServiceQueued})
		d.rec = &a.Case.Services[len(a.Case.Services)-1]
	}
	d.rec.Method, d.rec.RecordedAt = way, a.Tx.Now
	return d.rec
}
