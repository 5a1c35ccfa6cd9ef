package casework

import (
	"context"
	"crypto/sha256"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
)

// OpenCase is the first contact of a dispute (首次登记): somebody asks for advice, for mediation, or
// for arbitration, at the counter or from a phone.
type OpenCase struct {
	Dated
	Ask          string       `json:"ask" enum:"consultation,mediation,arbitration" doc:"咨询、调解或仲裁 What is asked for"`
	Applicants   []PartyInput `json:"applicants" minItems:"1" maxItems:"50" doc:"申请人 Applicants"`
	Respondents  []PartyInput `json:"respondents,omitempty" maxItems:"20" doc:"被申请人 Respondents"`
	Claims       []ClaimInput `json:"claims,omitempty" maxItems:"60" doc:"请求 Claims"`
	Cause        string       `json:"cause,omitempty" maxLength:"4" doc:"案由代码 Cause code A01 … P04"`
	Town         string       `json:"town,omitempty" maxLength:"40" doc:"乡镇街道 Town"`
	Facts        string       `json:"facts,omitempty" maxLength:"20000" doc:"事实与理由 Facts and reasons"`
	Oral         bool         `json:"oral,omitempty" doc:"口头申请，记录在案 Oral application, written down"`
	Organisation int64        `json:"organisation,omitempty" doc:"调解组织 Mediation organisation, where mediation is asked"`
	Circumstances

	paper string // the application as it was sent, where it was filled in online
}

// Event is the opening step that was asked for.
func (o OpenCase) Event() workflows.Event {
	switch o.Ask {
	case "mediation":
		return workflows.OpenMediation
	case "arbitration":
		return workflows.OpenApplication
	}
	return workflows.OpenConsultation
}

// Begin opens a case. It is the second door beside Do: there is no row to lock yet, the order of
// steps is the same.
func (d *Desk) Begin(ctx context.Context, who policies.Actor, cmd OpenCase, o Options) (*Done, error) {
	var done *Done
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) (err error) {
		done, err = d.begin(tx, who, cmd, o)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("open case: %w", err)
	}
	return done, nil
}

func (d *Desk) begin(tx *models.Tx, who policies.Actor, cmd OpenCase, o Options) (*Done, error) {
	post, capacity, err := d.mayOpen(tx, who)
	if err != nil {
		return nil, err
	}
	return once(tx, who, o, func() (*Done, error) { return d.first(tx, who, post, capacity, cmd) })
}

// first writes the case down.
func (d *Desk) first(tx *models.Tx, who policies.Actor, post policies.Post, capacity workflows.Capacity, cmd OpenCase) (*Done, error) {
	if err := checkAll(cmd.Applicants, cmd.Respondents, cmd.Claims); err != nil {
		return nil, err
	}
	if err := checkCause(cmd.Cause); err != nil {
		return nil, err
	}
	commission, err := d.commissionFor(tx, post)
	if err != nil {
		return nil, err
	}
	if capacity == workflows.Applicant {
		if err := d.outsider(tx, who, &models.Case{CommissionID: commission}); err != nil {
			return nil, err
		}
	}
	on := dayOf(cmd, tx.Today())
	ref, err := models.FreshRef(tx)
	if err != nil {
		return nil, err
	}
	c := &models.Case{CommissionID: commission, Ref: ref, CodeVersion: 1, OpenedOn: on, StateSince: on,
		Cause: cmd.Cause, Town: cmd.Town, Facts_: cmd.Facts, DueKey: models.Far, AmberOn: models.Far, RedOn: models.Far, HearingKey: models.Far, NumberKey: models.NoNumber, Open: true, CreatedAt: tx.Now, Head: []byte{}}
	law, err := rules(tx, commission)
	if err != nil {
		return nil, err
	}
	a := &Act{Tx: tx, Case: c, Who: who, Capacity: capacity, On: on, Rules: law, Detail: models.Detail{"ask": cmd.Ask}, Desk: d}
	if cmd.paper != "" {
		a.Detail["application"] = fmt.Sprintf("%x", sha256.Sum256([]byte(cmd.paper)))
	}
	if post.Organisation != 0 {
		advisor := who.Account
		c.OrganisationID, c.AdvisorID = &post.Organisation, &advisor
	}
	cmd.fill(a)
	f := c.Facts(a.Rules, tx.Today())
	f.On = on
	if cmd.Ask == "mediation" {
		a.oral(&f, cmd.Oral, "")
	}
	step, err := workflows.Decide(f, cmd.Event())
	if err != nil {
		return nil, err
	}
	if err := a.create(cmd); err != nil {
		return nil, err
	}
	done, err := a.save(cmd, step)
	if err != nil {
		return nil, err
	}
	done.QueryCode = tx.Keys.QueryCode(c.Ref, c.CodeVersion)
	return done, nil
}

// mayOpen finds the post through which somebody may open a case, and the hat it gives.
func (d *Desk) mayOpen(tx *models.Tx, who policies.Actor) (policies.Post, workflows.Capacity, error) {
	posts, err := models.PostsOf(tx, who.Account)
	if err != nil {
		return policies.Post{}, "", err
	}
	return d.opening(posts)
}

// opening is the first of the posts that may open a case.
func (d *Desk) opening(posts []policies.Post) (policies.Post, workflows.Capacity, error) {
	hats := map[policies.Role]workflows.Capacity{policies.Intake: workflows.Registry, policies.Mediator: workflows.Mediator,
		policies.Worker: workflows.Applicant, policies.Employer: workflows.Applicant}
	for _, p := range posts {
		if ok, err := d.gate.Allows(p.Holding(), policies.OpenCase); err == nil && ok {
			return p, hats[p.Role], nil
		}
	}
	return policies.Post{}, "", policies.Forbid()
}

// commissionFor is the commission that a post belongs to; a party's own case goes to the only one.
func (d *Desk) commissionFor(tx *models.Tx, p policies.Post) (int64, error) {
	if p.Commission != 0 {
		return p.Commission, nil
	}
	if p.Organisation != 0 {
		org, err := models.OrganisationByID(tx, p.Organisation)
		if err != nil {
			return 0, err
		}
		return org.CommissionID, nil
	}
	var id int64
	return id, tx.Raw("select min(id) from commissions").Scan(&id).Error
}

// fill writes parties and claims on the case, in memory. Whoever opens their own case is its first
// applicant.
func (o OpenCase) fill(a *Act) {
	c := a.Case
	add := func(list []PartyInput, side models.Side) {
		for i, p := range list {
			row := models.Party{Child: models.Child{CommissionID: c.CommissionID}, Side: side, Ordinal: i + 1}
			p.fill(a.Tx.Keys, &row, a.On)
			if a.Capacity == workflows.Applicant && side == models.ApplicantSide && i == 0 {
				account := a.Who.Account
				row.AccountID = &account
			}
			c.Parties = append(c.Parties, row)
		}
	}
	o.Circumstances.fill(c)
	add(o.Applicants, models.ApplicantSide)
	add(o.Respondents, models.RespondentSide)
	for i, cl := range o.Claims {
		row := models.Claim{Child: models.Child{CommissionID: c.CommissionID}, No: i + 1}
		cl.fill(&row)
		c.Claims = append(c.Claims, row)
	}
}

// create writes the case's row, which gives it its id, and the rows that hang on it.
func (a *Act) create(cmd OpenCase) error {
	target, _ := workflows.RowOf(cmd.Event(), workflows.New)
	if err := a.insert(target.To); err != nil {
		return err
	}
	switch cmd.Ask {
	case "mediation":
		if cmd.Organisation == 0 && a.Case.OrganisationID != nil {
			cmd.Organisation = *a.Case.OrganisationID // a mediator takes it in for their own organisation
		}
		if err := a.startMediation(cmd.Organisation, false); err != nil {
			return err
		}
		a.Case.Mediation().Oral = cmd.Oral
	case "arbitration":
		a.startApplication(cmd.Oral)
	}
	if cmd.paper == "" {
		return nil
	}
	sum := sha256.Sum256([]byte(cmd.paper))
	return a.Tx.Create(&models.SentApplication{Child: a.child(), Text: cmd.paper, Digest: sum[:], SentAt: a.Tx.Now}).Error
}

// insert writes the new case's row in the state that its first step leads to, and notes its
// parties and claims.
func (a *Act) insert(to workflows.State) error {
	c := a.Case
	c.State = to
	if err := a.Tx.Create(c).Error; err != nil {
		return err
	}
	c.State = workflows.New
	for i := range c.Parties {
		c.Parties[i].CaseID = c.ID
		c.Change(&c.Parties[i])
	}
	for i := range c.Claims {
		c.Claims[i].CaseID = c.ID
		c.Change(&c.Claims[i])
	}
	return nil
}

// startApplication notes that the application came in (收件).
func (a *Act) startApplication(oral bool) {
	a.endTalks("failed")
	a.Case.Applications = append(a.Case.Applications, models.Application{Child: a.child(), FirstReceivedOn: a.On, ReceivedOn: a.On, Oral: oral})
	a.Case.Change(a.Case.Application())
}

// startMediation notes that an organisation has the request (收到调解申请).
func (a *Act) startMediation(organisation int64, held bool) error {
	org, err := models.OrganisationByID(a.Tx, organisation)
	if err != nil || org.CommissionID != a.Case.CommissionID {
		return bad("organisation", "请从名册里选一个调解组织。", "Please choose a mediation organisation from the list.")
	}
	m := models.Mediation{Child: a.child(), OrganisationID: org.ID, Held: held, ReceivedOn: a.On, DueOn: models.Far}
	if a.Capacity == workflows.Applicant || a.Capacity == workflows.Registry {
		m.ApplicantConsentOn = a.On // whoever asks for mediation agrees to it
	}
	if a.Case.AdvisorID != nil && a.Case.OrganisationID != nil && *a.Case.OrganisationID == org.ID {
		m.MediatorID = a.Case.AdvisorID // who took it in goes on with it, until the organisation assigns another
	}
	a.endTalks("failed")
	if !held {
		a.interrupt(workflows.ClaimedFromOther, "调解申请")
	} else {
		number, err := a.nextNumber("前调")
		if err != nil {
			return err
		}
		m.Number, a.number = &number, number
		a.Detail["number"] = number
	}
	a.Case.OrganisationID = &org.ID
	a.Case.Mediations = append(a.Case.Mediations, m)
	a.Case.Change(a.Case.Mediation())
	a.Detail["organisation"] = org.ID
	return nil
}

func checkCause(code string) error {
	if code == "" {
		return nil
	}
	if _, ok := claims.LookupCause(claims.CauseCode(code)); !ok {
		return bad("cause", "没有这个案由代码。", "There is no such cause code.")
	}
	return nil
}

// MayBegin says whether somebody may open a case, and which organisations could mediate it.
func (d *Desk) MayBegin(ctx context.Context, who policies.Actor) ([]Choice, error) {
	var list []Choice
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		post, _, err := d.mayOpen(tx, who)
		if err != nil {
			return err
		}
		commission, err := d.commissionFor(tx, post)
		if err != nil {
			return err
		}
		list, err = organisations(tx, commission)
		return err
	})
	return list, err
}
