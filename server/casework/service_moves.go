package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
)

// move takes a record on to what the table of service says follows from the outcome, on the day of
// the step, and arranges the rest: the proof, the other records of the same paper, the next way.
func (d *delivery) move(a *Act, r *models.Service, o workflows.Outcome, file *proof) error {
	r.State, _ = r.Method.After(r.State, o)
	switch r.State {
	case workflows.ServiceSent:
		r.SentOn = a.On
	case workflows.ServiceDelivered:
		r.DeliveredOn = a.On
	case workflows.ServiceServed:
		r.ServedOn = a.On
		if r.DeliveredOn.IsZero() && o == workflows.Arrived {
			r.DeliveredOn = a.On
		}
	default:
		r.EndedOn = a.On
	}
	if r.State == workflows.ServiceSent || r.State == workflows.ServiceDelivered {
		f := a.Case.Facts(a.Rules, a.Tx.Today())
		r.DeemsOn = f.DeemedOn(r.Method, d.party.Kind == "employer", a.On).Statutory
	}
	if err := file.keep(a, d, r); err != nil {
		return err
	}
	a.Case.Change(r)
	a.Detail["document"], a.Detail["paper"], a.Detail["party"], a.Detail["method"], a.Detail["service"] = d.doc.ID, string(d.doc.Paper), d.party.Mark(), string(r.Method), string(r.State)
	if !r.DeemsOn.IsZero() && !r.State.Ended() {
		a.Detail["deems_on"] = r.DeemsOn
	}
	if r.State == workflows.ServiceServed {
		d.overtake(a, r)
	}
	if r.State == workflows.ServiceRefused || r.State == workflows.ServiceUndeliverable {
		return d.queueNext(a)
	}
	return nil
}

// overtake ends the other records of a paper that was now served.
func (d *delivery) overtake(a *Act, served *models.Service) {
	for _, s := range a.Case.ServicesOf(d.doc.ID, d.party.ID) {
		if s != served && !s.State.Ended() {
			s.State, s.EndedOn = workflows.ServiceOvertaken, served.ServedOn
			if s.EndedOn.Before(s.SentOn) {
				s.EndedOn = s.SentOn
			}
			a.Case.Change(s)
		}
	}
}

// queueNext puts the next way on the work list, unless the paper is on its way already: what failed
// becomes work for somebody, never a line that is forgotten.
func (d *delivery) queueNext(a *Act) error {
	var tried []workflows.Attempt
	for _, s := range a.Case.ServicesOf(d.doc.ID, d.party.ID) {
		if !s.State.Ended() {
			return nil
		}
		tried = append(tried, workflows.Attempt{Way: s.Method, State: s.State})
	}
	next, ok := workflows.NextWay(d.doc.Paper, tried, !d.party.EServiceOn.IsZero())
	if !ok {
		return nil
	}
	if err := a.Case.Flush(a.Tx); err != nil { // appending moves the rows
		return err
	}
	a.Detail["next"] = string(next)
	a.Case.Services = append(a.Case.Services, models.Service{Child: a.child(), DocumentID: d.doc.ID, PartyID: d.party.ID,
		Method: next, State: workflows.ServiceQueued, RecordedAt: a.Tx.Now})
	a.Case.Change(&a.Case.Services[len(a.Case.Services)-1])
	return nil
}
