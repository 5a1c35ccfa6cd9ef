package models

import (
	"tiaocai/workflows"
)

// CopyAcross writes at the receiver what travels with a transferred case beside its parties and
// claims, which are written already: agents, files, papers and their services, what interrupts the year
// to apply. Files keep their object and its version. What came out of mediation stays where it is.
func CopyAcross(tx *Tx, from, to *Case) error {
	m := moved{tx: tx, from: from, to: to}
	return m.copy(m.origin, m.files, m.agents, m.papers, m.services, m.limitation, m.workings, m.sent)
}

// CopyDispute writes what goes into a new case about the same dispute at the same commission: agents,
// evidence, what interrupts the year to apply, workings. Papers and their service stay with the old case.
func CopyDispute(tx *Tx, from, to *Case) error {
	m := moved{tx: tx, from: from, to: to, evidenceOnly: true}
	return m.copy(m.files, m.agents, m.limitation, m.workings)
}

func (m *moved) copy(parts ...func() error) error {
	from, to := m.from, m.to
	if err := to.Flush(m.tx); err != nil {
		return err
	}
	m.parties, m.exhibits, m.documents = map[int64]int64{}, map[int64]int64{}, map[int64]int64{}
	for i := range from.Parties {
		m.parties[from.Parties[i].ID] = to.Parties[i].ID
	}
	for _, part := range parts {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

type moved struct {
	tx                           *Tx
	from, to                     *Case
	parties, exhibits, documents map[int64]int64 // ids there by ids here
	evidenceOnly                 bool            // no proofs of service
}

func (m *moved) child() Child { return Child{CommissionID: m.to.CommissionID, CaseID: m.to.ID} }

func (m *moved) origin() error {
	m.to.Transfer.Child = m.child()
	return m.tx.Create(m.to.Transfer).Error
}

func (m *moved) files() error {
	list, err := ExhibitsOf(m.tx, m.from)
	if err != nil {
		return err
	}
	for _, x := range list {
		if m.evidenceOnly && x.Side == ServiceSide {
			continue
		}
		was := x.ID
		x.Child, x.OriginalOf = m.child(), there(m.exhibits, x.OriginalOf)
		if err := m.tx.Create(&x).Error; err != nil {
			return err
		}
		m.exhibits[was] = x.ID
	}
	return nil
}

func (m *moved) agents() error {
	for _, g := range m.from.Agents {
		g.Child, g.PartyID, g.ExhibitID = m.child(), m.parties[g.PartyID], there(m.exhibits, g.ExhibitID)
		if err := m.tx.Create(&g).Error; err != nil {
			return err
		}
		m.to.Agents = append(m.to.Agents, g)
	}
	return nil
}

// there is the id at the receiver of a row that travelled; none if none was named.
func there(ids map[int64]int64, id *int64) *int64 {
	if id == nil {
		return nil
	}
	n, ok := ids[*id]
	if !ok {
		return nil
	}
	return &n
}

func (m *moved) papers() error {
	for _, d := range m.from.Documents {
		if d.Paper == workflows.Agreement {
			continue // behind the wall
		}
		content, err := ContentOf(m.tx, d)
		if err != nil {
			return err
		}
		was := d.ID
		d.Child, d.Content, d.EventNo, d.HearingID = m.child(), content, 1, nil
		if err := m.tx.Create(&d).Error; err != nil {
			return err
		}
		d.Content = ""
		m.to.Documents = append(m.to.Documents, d)
		m.documents[was] = d.ID
	}
	return nil
}

func (m *moved) services() error {
	for _, s := range m.from.Services {
		doc, ok := m.documents[s.DocumentID]
		if !ok {
			continue
		}
		s.Child, s.DocumentID, s.PartyID, s.ExhibitID = m.child(), doc, m.parties[s.PartyID], there(m.exhibits, s.ExhibitID)
		if err := m.tx.Create(&s).Error; err != nil {
			return err
		}
		m.to.Services = append(m.to.Services, s)
	}
	return nil
}

func (m *moved) limitation() error {
	for _, i := range m.from.Interruptions {
		i.Child = m.child()
		if err := m.tx.Create(&i).Error; err != nil {
			return err
		}
		m.to.Interruptions = append(m.to.Interruptions, i)
	}
	for _, o := range m.from.Obstacles {
		o.Child = m.child()
		if err := m.tx.Create(&o).Error; err != nil {
			return err
		}
		m.to.Obstacles = append(m.to.Obstacles, o)
	}
	return nil
}

// workings are how the claims' sums were worked out.
func (m *moved) workings() error {
	var list []Calculation
	if err := m.tx.Where("commission_id = ? AND case_id = ?", m.from.CommissionID, m.from.ID).Order("id").Find(&list).Error; err != nil {
		return err
	}
	for _, w := range list {
		w.Child = m.child()
		if err := m.tx.Create(&w).Error; err != nil {
			return err
		}
	}
	return nil
}

// PastEvents are the events of a transferred case at the commission that it came from, up to the one
// with which its record ended there.
func PastEvents(tx *Tx, t *TransferIn) ([]Event, error) {
	var list []Event
	return list, tx.Where("commission_id = ? AND case_id = (select id from cases where commission_id = ? and ref = ?) AND no <= ?", t.SenderID, t.SenderID, t.SenderRef, t.Events).
		Order("no").Find(&list).Error
}
