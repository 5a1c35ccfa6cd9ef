package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
)

// ServeDocument records that one paper reached one party (送达): the method, the day, the proof.
// Every served date in the program comes from here. On is the day it was received.
type ServeDocument struct {
	Dated
	Document int64  `json:"document" minimum:"1" doc:"文书编号 Document"`
	Party    string `json:"party" minLength:"2" maxLength:"8" doc:"受送达人，如 申1 Recipient, as 申1"`
	Method   string `json:"method" enum:"direct,post,electronic" doc:"直接、邮寄或电子送达 Direct, by post, or electronic"`
	Receiver string `json:"receiver,omitempty" maxLength:"60" doc:"签收人 Who signed"`
	Proof    string `json:"proof" minLength:"2" maxLength:"200" doc:"送达回证号、邮件号或系统回执 Return slip, tracking number or system receipt"`
}

func (ServeDocument) Event() workflows.Event { return workflows.ServeDocument }

// Tell checks the paper, the recipient, the method and the day.
func (s ServeDocument) Tell(a *Act, f *workflows.Facts) error {
	doc, p, err := s.find(a)
	if err != nil {
		return err
	}
	if a.On.Before(doc.DraftedOn) {
		return bad("on", "送达不能早于文书作出那天（"+doc.DraftedOn.String()+"）。", "It cannot be served before it was made ("+doc.DraftedOn.String()+").")
	}
	kind, _ := workflows.PaperOf(doc.Paper)
	switch {
	case s.Method == "electronic" && (p.EServiceOn.IsZero() || p.EServiceOn.After(a.On)):
		f.Act.ServiceFault = "no-consent"
	case kind.Signed && (s.Method == "electronic" || s.Receiver == ""):
		f.Act.ServiceFault = "signature"
	}
	return nil
}

func (s ServeDocument) find(a *Act) (*models.Document, *models.Party, error) {
	var doc *models.Document
	for i := range a.Case.Documents {
		if a.Case.Documents[i].ID == s.Document {
			doc = &a.Case.Documents[i]
		}
	}
	if doc == nil {
		return nil, nil, bad("document", "本案没有这份文书。", "There is no such document in this case.")
	}
	p, err := a.party(s.Party)
	if err != nil {
		return nil, nil, err
	}
	for _, x := range a.Case.Services {
		if x.DocumentID == doc.ID && x.PartyID == p.ID {
			return nil, nil, fault.New(fault.Conflict, "already-served", text("这份文书已于 "+x.ServedOn.String()+" 送达此人；登记有误的，请办更正。", "This was served on that party on "+x.ServedOn.String()+"; a wrong entry is corrected."))
		}
	}
	return doc, p, nil
}

func (s ServeDocument) Apply(a *Act) error {
	doc, p, err := s.find(a)
	if err != nil {
		return err
	}
	a.Case.Services = append(a.Case.Services, models.Service{Child: a.child(), DocumentID: doc.ID, PartyID: p.ID, Method: s.Method,
		ServedOn: a.On, Receiver: s.Receiver, Proof: s.Proof, RecordedAt: a.Tx.Now})
	a.Case.Change(&a.Case.Services[len(a.Case.Services)-1])
	a.Detail["document"], a.Detail["paper"], a.Detail["party"], a.Detail["method"] = doc.ID, string(doc.Paper), p.Mark(), s.Method
	return nil
}
