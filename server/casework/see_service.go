package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// ServiceView is one record of service: one paper, one recipient, one way (送达记录).
type ServiceView struct {
	ID         int64                  `json:"id"`
	Method     workflows.Way          `json:"method"`
	MethodName law.Text               `json:"method_name"`
	State      workflows.ServiceState `json:"state"`
	StateName  law.Text               `json:"state_name"`
	SentOn     calendar.Date          `json:"sent_on"`
	Delivered  calendar.Date          `json:"delivered_on" doc:"到达或留下之日 The day it arrived or was left"`
	DeemsOn    calendar.Date          `json:"deems_on" doc:"视为送达之日 When it counts as served by itself"`
	ServedOn   calendar.Date          `json:"served_on"`
	EndedOn    calendar.Date          `json:"ended_on" doc:"拒收、退回或改用其他方式之日 When it was refused, came back, or was overtaken"`
	Proof      string                 `json:"proof,omitempty"`
	Place      string                 `json:"place,omitempty"`
	Reason     string                 `json:"reason,omitempty" doc:"仅工作人员可见 For staff"`
	File       int64                  `json:"file,omitempty" doc:"送达凭证的文件，用 exhibits 下载 The proof as a file, to be had under exhibits"`
	Law        law.Citation           `json:"law"`
}

// Day is the last day on record: what happened last, and when.
func (v ServiceView) Day() calendar.Date {
	return calendar.Latest(v.SentOn, v.Delivered, v.ServedOn, v.EndedOn)
}

func servedView(c *models.Case, d models.Document, p models.Party, g policies.Grant) ServedView {
	s := ServedView{Party: p.Mark(), Name: p.Name}
	proven := mayReadProof(c, d, p, g)
	for _, x := range c.ServicesOf(d.ID, p.ID) {
		v := serviceView(x, g, proven)
		s.Services = append(s.Services, v)
		if x.State == workflows.ServiceServed {
			s.ID, s.On, s.Method, s.Proof = x.ID, x.ServedOn, string(x.Method), v.Proof
		}
	}
	return s
}

// mayReadProof says who reads how it is proven that a paper reached somebody (送达凭证): whoever reads the paper; of the
// parties only the recipient's side, since a photo of the door or a slip shows where the other side lives.
func mayReadProof(c *models.Case, d models.Document, p models.Party, g policies.Grant) bool {
	return readable(c, d, g) && (!g.Party() || p.Side == sideOf(g))
}

// mayOpenProof is mayReadProof for the file: the record of service says which paper it proves, and to whom.
func mayOpenProof(c *models.Case, x *models.Exhibit, g policies.Grant) bool {
	for i := range c.Services {
		s := &c.Services[i]
		if s.ExhibitID == nil || *s.ExhibitID != x.ID {
			continue
		}
		d, p := c.Document(s.DocumentID), c.PartyByID(s.PartyID)
		return d != nil && p != nil && mayReadProof(c, *d, *p, g)
	}
	return !g.Party()
}

func serviceView(x *models.Service, g policies.Grant, proven bool) ServiceView {
	t, _ := workflows.WayOf(x.Method)
	v := ServiceView{ID: x.ID, Method: x.Method, MethodName: t.Name, State: x.State, StateName: x.State.Name(), SentOn: x.SentOn, Delivered: x.DeliveredOn,
		DeemsOn: x.DeemsOn, ServedOn: x.ServedOn, EndedOn: x.EndedOn, Law: t.Law}
	if !g.Party() {
		v.Reason = x.Reason
	}
	if proven {
		v.Proof, v.Place = x.Proof, x.Place
	}
	if proven && x.ExhibitID != nil && g.May(policies.ReadEvidence) {
		v.File = *x.ExhibitID
	}
	return v
}

// SeeSlip prints the return slip of one record of service (送达回证), for staff: filled in as far as it
// is on record, with lines for the rest.
func (d *Desk) SeeSlip(ctx context.Context, who policies.Actor, ref string, id int64) (*Paper, error) {
	var out *Paper
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ViewCase)
		if err != nil {
			return err
		}
		if g.Party() {
			return policies.Forbid()
		}
		x, doc, p := slipOf(c, id)
		if x == nil || !mayReadPaper(*doc, g) {
			return policies.Forbid()
		}
		com, err := models.CommissionByID(tx, c.CommissionID)
		if err != nil {
			return err
		}
		text := documents.ReturnSlip(documents.Slip{Commission: com.Name, Number: c.CaseNumber(), Ref: c.Ref, Recipient: p.Name, Side: p.Mark(), Paper: paperName(doc.Paper).ZH,
			Made: doc.DraftedOn, Way: x.Method, Sent: x.SentOn, Delivered: x.DeliveredOn, Served: x.ServedOn, Ended: x.EndedOn, Receiver: x.Receiver, Proof: x.Proof,
			Reason: x.Reason, State: x.State.Name().ZH})
		out = &Paper{ID: x.ID, Ref: c.Ref, Number: c.CaseNumber(), Name: law.Text{ZH: "送达回证", EN: "Return slip"}, On: tx.Today(), Text: text, Slip: true}
		return models.NoteRead(tx, c.Key(), who.Account, readPaper(*doc))
	})
	if err != nil {
		return nil, fmt.Errorf("see slip: %w", err)
	}
	return out, nil
}

func slipOf(c *models.Case, id int64) (*models.Service, *models.Document, *models.Party) {
	for i := range c.Services {
		x := &c.Services[i]
		if doc, p := c.Document(x.DocumentID), c.PartyByID(x.PartyID); x.ID == id && doc != nil && p != nil {
			return x, doc, p
		}
	}
	return nil, nil, nil
}

// ServiceTask is one line of the work list: a paper that failed to reach somebody, with the way that
// is proposed next, or one that was sent and has not been heard of (送达待办).
type ServiceTask struct {
	Service  int64         `json:"service"`
	Document int64         `json:"document"`
	Ref      string        `json:"ref"`
	Number   string        `json:"number,omitempty"`
	Paper    law.Text      `json:"paper"`
	Party    string        `json:"party"`
	Name     string        `json:"name"`
	Says     law.Text      `json:"says" doc:"怎么回事 What happened"`
	Since    calendar.Date `json:"since"`
	Method   workflows.Way `json:"method" doc:"建议的送达方式 The way that is proposed"`
	Proposal law.Text      `json:"proposal" doc:"建议怎么办 What to do next"`

	Event workflows.Event `json:"event" doc:"要办的步骤 The step to take"`
}

// silence is how long a paper may be on its way before somebody asks after it.
var silence = calendar.WorkingDays(5)

const tasksAtOnce = 50

// serviceTasks are the lines of somebody's work list, for those who serve.
func (d *Desk) serviceTasks(tx *models.Tx, s policies.Scope) ([]ServiceTask, error) {
	home, err := models.Home(tx)
	if err != nil {
		return nil, err
	}
	in, err := rules(tx, home)
	if err != nil {
		return nil, err
	}
	rows, err := models.ServiceTasks(tx, s, in.Days.Before(tx.Today(), silence), tasksAtOnce)
	var list []ServiceTask
	for _, r := range rows {
		way, _ := workflows.WayOf(r.Method)
		t := ServiceTask{Service: r.ID, Document: r.DocumentID, Ref: r.Ref, Number: r.Number, Paper: paperName(r.Paper), Party: models.Party{Side: r.Side, Ordinal: r.Ordinal}.Mark(),
			Name: r.Name, Method: r.Method, Since: r.SentOn, Event: workflows.RecordDelivery,
			Says:     text(way.Name.ZH+"，送出后没有回音", way.Name.EN+": sent, and no answer"),
			Proposal: text("查问并记录送达结果", "ask after it and record what came of it")}
		if r.State == workflows.ServiceQueued {
			last, _ := workflows.WayOf(r.LastMethod)
			t.Since, t.Event = r.LastOn, stepFor(r.Method)
			t.Says = text(last.Name.ZH+"："+r.LastState.Name().ZH, last.Name.EN+": "+r.LastState.Name().EN)
			t.Proposal = text("改用"+way.Name.ZH, "go on "+way.Name.EN)
		}
		list = append(list, t)
	}
	return list, err
}

// stepFor is the step that carries a way out.
func stepFor(w workflows.Way) workflows.Event {
	switch w {
	case workflows.ByNotice:
		return workflows.PublishNotice
	case workflows.LeftAtDoor, workflows.LeftProven:
		return workflows.ServeDocument
	}
	return workflows.SendDocument
}

// NoticeView is one public notice as everybody reads it (公告): an employer is named, a worker by the
// surname alone, and nothing else about anybody.
type NoticeView struct {
	Commission string        `json:"commission"`
	Number     string        `json:"number" doc:"案号，没有案号的为查询号 Case number, or the reference"`
	Recipient  string        `json:"recipient"`
	Paper      law.Text      `json:"paper"`
	IssuedOn   calendar.Date `json:"issued_on"`
	DeemsOn    calendar.Date `json:"deems_on" doc:"视为送达之日 When it counts as served"`
	Address    string        `json:"address" doc:"领取地点 Where to fetch it"`
	Phone      string        `json:"phone"`
}

// SeeNotices lists the public notices that still run; anybody may read them.
func (d *Desk) SeeNotices(ctx context.Context) ([]NoticeView, error) {
	list := []NoticeView{}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		rows, err := models.NoticesRunning(tx, 200)
		for _, n := range rows {
			v := NoticeView{Commission: n.Commission, Number: n.Number, Recipient: n.Name, Paper: paperName(n.Paper), IssuedOn: n.SentOn, DeemsOn: n.DeemsOn, Address: n.Address, Phone: n.Phone}
			if v.Number == "" {
				v.Number = n.Ref
			}
			if n.Kind != "employer" {
				v.Recipient = surname(n.Name)
			}
			list = append(list, v)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("see notices: %w", err)
	}
	return list, nil
}

// surname hides a person's given name: 林某.
func surname(name string) string {
	for _, double := range []string{"欧阳", "上官", "司马", "诸葛", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "端木"} {
		if len(name) > len(double) && name[:len(double)] == double {
			return double + "某"
		}
	}
	for _, r := range name {
		return string(r) + "某"
	}
	return "某"
}
