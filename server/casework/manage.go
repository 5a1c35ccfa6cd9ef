package casework

import (
	"context"
	"fmt"
	"maps"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// manager is the administrator of a commission's accounts at one act (系统管理员). Every act is in the commission's log,
// and the acts on one commission's people go one after the other.
type manager struct {
	*Desk
	tx         *models.Tx
	who        policies.Actor
	commission int64
	by         string // the role, or the command line
	login      string // of the account that the act is about, if it was given
}

// Named is the login of the account that an act is about.
type Named struct {
	Login string `json:"login,omitempty" query:"login" maxLength:"64" doc:"账号全名；当事人和代理人的账号要写全才找得到 The whole login, without which a party's or an agent's account is not found"`
}

// managing is the door for acts on accounts: the right is asked for in the transaction, and a repeated request gets its
// first answer.
func managing[T any](ctx context.Context, d *Desk, who policies.Actor, o Options, f func(manager) (*T, error)) (*T, error) {
	var out *T
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.administers(tx, who)
		if err != nil {
			return err
		}
		if err := models.LockCommission(tx, commission); err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*T, error) {
			return f(manager{Desk: d, tx: tx, who: who, commission: commission, by: string(policies.SysAdmin)})
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// record appends the act to the commission's log: whose account and which role, by their codes.
func (m manager) record(event string, account int64, role string) error {
	detail := models.Detail{"account": account}
	if role != "" {
		detail["role"] = role
	}
	return m.log(event, detail)
}

func (m manager) log(event string, detail models.Detail) error {
	return models.CommissionEvent{CommissionID: m.commission, Event: event, AccountID: m.who.Account, Capacity: m.by, Detail: detail}.Record(m.tx)
}

// about is the manager at an act about the account with this login.
func (m manager) about(n Named) manager {
	m.login = n.Login
	return m
}

// person is an account that the manager may change, locked; fault.NotFound for anybody else's.
func (m manager) person(id int64) (*models.PersonRow, error) {
	p, err := models.LockPerson(m.tx, m.commission, id, m.login)
	if err == nil && p == nil {
		err = fault.Missing()
	}
	return p, err
}

// another refuses what nobody does to their own account.
func (m manager) another(id int64) error {
	if id != m.who.Account {
		return nil
	}
	return fault.New(fault.Refused, "own-account", text("自己的账号不能自己这样办，请由另一位管理员办理。", "Nobody does this to their own account; please ask another administrator."))
}

// notTheLast keeps one administrator who can sign in.
func (m manager) notTheLast(p *models.PersonRow) error {
	n, err := models.OtherAdministrators(m.tx, m.commission, p.ID)
	if err != nil || n > 0 || !holdsRole(p, policies.SysAdmin) {
		return err
	}
	return fault.New(fault.Refused, "last-administrator", text("这是最后一位系统管理员。请先给另一个人这个角色。", "This is the last administrator. Please give somebody else the role first."))
}

func holdsRole(p *models.PersonRow, role policies.Role) bool {
	for _, post := range p.Posts {
		if post.Role == role {
			return true
		}
	}
	return false
}

// free refuses while somebody still holds open work; in one role, or in any.
func (m manager) free(p *models.PersonRow, role policies.Role) error {
	commission := m.commission
	if role == "" {
		commission = 0 // a disabled account works nowhere
	}
	list, err := models.OpenWorkOf(m.tx, p.ID, commission)
	if err != nil {
		return err
	}
	n, zh, en := 0, "", ""
	for _, w := range list {
		if role != "" && w.Role != role {
			continue
		}
		n += w.N
		zh, en = zh+fmt.Sprintf("、%s %d 件", roleNames[w.Role].ZH, w.N), en+fmt.Sprintf(", %d as %s", w.N, enRole[w.Role])
	}
	if n == 0 {
		return nil
	}
	return fault.New(fault.Refused, "work-open", law.Text{
		ZH: fmt.Sprintf("这个人手里还有 %d 件在办的案件（%s）。请先由仲裁院院长移交给别人，调解的由调解组织管理员移交，移交完了再办。", n, zh[len("、"):]),
		EN: fmt.Sprintf("This person still holds open cases: %s. The head of the court moves them to somebody else first; those in mediation, the manager of the organisation.", en[len(", "):])})
}

var enRole = map[policies.Role]string{policies.Arbitrator: "arbitrator", policies.Recorder: "recorder", policies.Mediator: "mediator"}

// postFor is a role where it is held: a mediator's and a manager's in an organisation, any other in the commission.
func (m manager) postFor(role string, organisation int64) (policies.Post, error) {
	post := policies.Post{Role: policies.Role(role), Commission: m.commission}
	if !post.Role.OfOrganisation() {
		if organisation != 0 {
			return post, bad("organisation", "只有调解员和调解组织管理员才选调解组织，这个角色请留空。", "Only mediators and managers belong to an organisation; please leave it empty for this role.")
		}
		return post, nil
	}
	list, err := models.Organisations(m.tx, m.commission)
	for _, o := range list {
		if o.ID == organisation {
			post.Commission, post.Organisation = 0, o.ID
			return post, err
		}
	}
	if err == nil {
		err = bad("organisation", "请从名册里选一个调解组织。", "Please choose a mediation organisation from the list.")
	}
	return post, err
}

// tellAccount leaves a message about somebody's account in their box.
func (m manager) tellAccount(account int64, name, body string) error {
	return m.queued(m.tx, models.Message{CommissionID: m.commission, Name: name, AccountID: &account, Channel: "box", Body: body, State: "queued", QueuedAt: m.tx.Now})
}

// peopleWords are the words for what the log says of accounts.
var peopleWords = map[string]law.Text{
	"make-account": {ZH: "开设账号", EN: "Made an account"}, "give-role": {ZH: "授予角色", EN: "Gave a role"}, "revoke-role": {ZH: "收回角色", EN: "Took a role"},
	"set-unit": {ZH: "登记工作单位", EN: "Noted where somebody works"}, "enter-organisation": {ZH: "登记调解组织", EN: "Entered an organisation"},
	"give-link": {ZH: "发放一次性登录链接", EN: "Gave a one-time sign-in"}, "disable-account": {ZH: "停用账号", EN: "Disabled an account"}, "enable-account": {ZH: "启用账号", EN: "Enabled an account"},
	"reset-second-factor": {ZH: "重置两步验证", EN: "Reset a second factor"},
}

// commissionWords are the words for an event of the commission's log.
func commissionWords(event string) law.Text {
	all := maps.Clone(settingWords)
	maps.Copy(all, peopleWords)
	return all[event]
}
