package casework

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/alexedwards/argon2id"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// hashing takes 19 MiB and two passes: some 40 ms, enough to make guessing slow.
var hashing = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// nobody is hashed against when there is no such account, so that both answers take as long.
var nobody = func() string {
	h, err := argon2id.CreateHash("nobody signs in with this", hashing)
	if err != nil {
		panic(err)
	}
	return h
}()

// SignIn is what somebody types to sign in.
type SignIn struct {
	Login    string `json:"login" minLength:"2" maxLength:"64" doc:"账号 Account"`
	Password string `json:"password" minLength:"1" maxLength:"200" doc:"密码 Password"`
}

const wrongPasswords = 8

// SignIn checks an account and its password. Wrong tries are counted for the account and for the
// address; after too many both must wait.
func (d *Desk) SignIn(ctx context.Context, address string, s SignIn) (policies.Actor, error) {
	login := strings.ToLower(strings.TrimSpace(s.Login))
	if err := d.guard(ctx, "sign-in", wrongPasswords, codeWindow, address, login); err != nil {
		return policies.Actor{}, fmt.Errorf("sign in: %w", err)
	}
	var a *models.Account
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
		a, err = models.AccountByLogin(tx, login)
		return err
	})
	if err != nil {
		return policies.Actor{}, fmt.Errorf("sign in: %w", err)
	}
	hash := nobody
	if a != nil && a.Password != "" {
		hash = a.Password
	}
	ok, err := argon2id.ComparePasswordAndHash(s.Password, hash)
	if err != nil {
		return policies.Actor{}, fmt.Errorf("sign in: %w", err)
	}
	if !ok || a == nil || a.Password == "" {
		err := d.wrongGuess(ctx, "sign-in", address, login, law.Text{})
		if fault.Is(err, fault.NotFound) {
			err = fault.New(fault.Unauthorized, "wrong-password", text("账号或密码不对。", "The account or the password is wrong."))
		}
		return policies.Actor{}, fmt.Errorf("sign in: %w", err)
	}
	err = d.db.InTx(ctx, d.now(), func(tx *models.Tx) error { return models.Forget(tx, "sign-in1", login) })
	return policies.Actor{Account: a.ID, Name: a.Name}, err
}

// Register makes an account for a worker or an employer (注册). It has no case until a one-time code
// from a paper of the case is used.
type Register struct {
	Login    string `json:"login" minLength:"3" maxLength:"64" pattern:"^[a-z0-9][a-z0-9._@-]+$" doc:"账号，小写字母和数字，可用手机号 Account: small letters and digits, or a phone number"`
	Name     string `json:"name" minLength:"1" maxLength:"60" doc:"姓名或单位名称 Name"`
	Password string `json:"password" minLength:"10" maxLength:"200" doc:"密码，至少 10 个字符 Password, 10 signs at least"`
	As       string `json:"as" enum:"worker,employer,agent" doc:"劳动者、用人单位或代理人 Worker, employer or agent"`
}

// Registered is a new account.
type Registered struct {
	Account int64  `json:"account"`
	Login   string `json:"login"`
}

// RegisterAccount makes the account. Registrations are counted by address.
func (d *Desk) RegisterAccount(ctx context.Context, address string, r Register) (*Registered, error) {
	if err := d.guard(ctx, "register", 20, time.Hour, address); err != nil {
		return nil, fmt.Errorf("register: %w", err)
	}
	hash, err := argon2id.CreateHash(r.Password, hashing)
	if err != nil {
		return nil, err
	}
	a := &models.Account{Login: strings.ToLower(r.Login), Name: r.Name, Password: hash}
	err = d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		if _, err := models.Count(tx, "register0", address, time.Hour); err != nil {
			return err
		}
		a.ID, a.CreatedAt = 0, tx.Now
		if err := tx.Create(a).Error; err != nil {
			return err
		}
		return models.GiveRole(tx, a.ID, policies.Post{Role: policies.Role(r.As)}, nil)
	})
	if models.Unique(err, "accounts_login_key") {
		err = bad("login", "这个账号已经有人用了，请换一个。", "This account name is taken; please choose another.")
	}
	if err != nil {
		return nil, fmt.Errorf("register: %w", err)
	}
	return &Registered{a.ID, a.Login}, nil
}

// Join makes an account for somebody who sends an application without having one, or signs them in where
// they name one that they have (边申请边注册).
func (d *Desk) Join(ctx context.Context, address string, r Register) (policies.Actor, error) {
	r.Login = strings.ToLower(strings.TrimSpace(r.Login))
	switch {
	case !loginShape.MatchString(r.Login):
		return policies.Actor{}, bad("login", "账号用小写字母和数字，至少 3 个，可以用手机号。", "The account name is small letters and digits, 3 at least; a phone number will do.")
	case len(r.Password) < 10:
		return policies.Actor{}, bad("password", "密码至少 10 个字符。", "The password has 10 signs at least.")
	}
	var taken bool
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		a, err := models.AccountByLogin(tx, r.Login)
		taken = a != nil
		return err
	})
	if err == nil && !taken {
		_, err = d.RegisterAccount(ctx, address, r)
	}
	if err != nil {
		return policies.Actor{}, err
	}
	who, err := d.SignIn(ctx, address, SignIn{Login: r.Login, Password: r.Password})
	if taken && fault.Is(err, fault.Unauthorized) {
		err = bad("login", "这个账号已经有人用了。是您的，请填它的密码；不是，请换一个账号。", "This account name is taken. If it is yours, give its password; if not, choose another.")
	}
	return who, err
}

var loginShape = regexp.MustCompile(`^[a-z0-9][a-z0-9._@-]{2,63}$`)

// TokenGiven is a bearer token for programs; it is shown once.
type TokenGiven struct {
	Token     string    `json:"token"`
	ExpiresAt time.Time `json:"expires_at"`
}

// GiveToken makes a bearer token for somebody who has just signed in; it lasts twelve hours.
func (d *Desk) GiveToken(ctx context.Context, who policies.Actor) (*TokenGiven, error) {
	t := &TokenGiven{Token: models.NewToken()}
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		t.ExpiresAt = tx.Now.Add(12 * time.Hour)
		return tx.Create(&models.Token{Digest: tx.Keys.MAC("token", t.Token), AccountID: who.Account, ExpiresAt: t.ExpiresAt, CreatedAt: tx.Now}).Error
	})
	return t, err
}

// ByToken finds who a bearer token belongs to; fault.Unauthorized if nobody, or no longer.
func (d *Desk) ByToken(ctx context.Context, token string) (policies.Actor, error) {
	var who policies.Actor
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		return tx.Raw(`select a.id account, a.name from tokens t join accounts a on a.id = t.account_id
			where t.digest = ? and t.expires_at > ? and not a.disabled`, tx.Keys.MAC("token", token), tx.Now).Scan(&who).Error
	})
	if err == nil && who.Account == 0 {
		err = fault.New(fault.Unauthorized, "token-invalid", text("令牌无效或已过期，请重新登录。", "The token is not valid or has run out. Please sign in again."))
	}
	return who, err
}

// RevokeToken ends a bearer token.
func (d *Desk) RevokeToken(ctx context.Context, token string) error {
	return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		return tx.Where("digest = ?", tx.Keys.MAC("token", token)).Delete(&models.Token{}).Error
	})
}

// Me is who is signed in, and what they may go to.
type Me struct {
	Account int64      `json:"account"`
	Name    string     `json:"name"`
	Posts   []PostView `json:"posts"`
	Docket  bool       `json:"docket"`
	MayOpen bool       `json:"may_open"`
	Figures bool       `json:"figures"`
	Party   bool       `json:"party" doc:"以当事人身份使用 Uses it as a party"`
	People  bool       `json:"people" doc:"管理账号 Manages accounts"`
	Carry   bool       `json:"carry_over" doc:"可以带入旧案 May carry old cases over"`

	Operations bool `json:"operations" doc:"看运行状况 Sees how the program runs"`
	Disposals  bool `json:"disposals" doc:"看待处置案卷 Sees what may be disposed of"`
	Settings   bool `json:"settings" doc:"看参数 Sees what the law counts with"`
}

// PostView is one role that somebody holds.
type PostView struct {
	Role         policies.Role `json:"role"`
	Name         law.Text      `json:"name"`
	Commission   int64         `json:"commission,omitempty"`
	Organisation int64         `json:"organisation,omitempty"`
}

// SeeMe reads who somebody is; fault.Unauthorized if the account is gone or disabled.
func (d *Desk) SeeMe(ctx context.Context, who policies.Actor) (*Me, error) {
	var me *Me
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		a, err := models.AccountByID(tx, who.Account)
		if err != nil {
			return err
		}
		if a == nil {
			return fault.New(fault.Unauthorized, "sign-in-needed", text("请先登录。", "Please sign in."))
		}
		posts, err := models.PostsOf(tx, a.ID)
		if err != nil {
			return err
		}
		me = &Me{Account: a.ID, Name: a.Name, Posts: []PostView{}, Party: len(posts) > 0}
		for _, p := range posts {
			me.Posts = append(me.Posts, PostView{p.Role, roleNames[p.Role], p.Commission, p.Organisation})
			me.Party = me.Party && (p.Role == policies.Worker || p.Role == policies.Employer || p.Role == policies.Agent)
			me.MayOpen = me.MayOpen || d.postMay(p, policies.OpenCase)
			me.Figures = me.Figures || d.postMay(p, policies.ViewFigures)
			me.Carry = me.Carry || d.postMay(p, policies.CarryOver)
			me.People = me.People || d.postMay(p, policies.ManagePeople)
			me.Settings = me.Settings || d.postMay(p, policies.ViewSettings)
			me.Disposals = me.Disposals || d.postMay(p, policies.ViewDisposals)
			me.Operations = me.Operations || d.postMay(p, policies.ViewOperations)
		}
		me.Docket = len(d.gate.Scopes(who, posts)) > 0
		return nil
	})
	return me, err
}

func (d *Desk) postMay(p policies.Post, act policies.Act) bool {
	ok, err := d.gate.Allows(p.Holding(), act)
	return err == nil && ok
}

var roleNames = map[policies.Role]law.Text{
	policies.Director: {ZH: "仲裁委主任", EN: "Director"}, policies.CourtHead: {ZH: "仲裁院院长", EN: "Head of the court"},
	policies.Intake: {ZH: "立案人员", EN: "Registry"}, policies.Arbitrator: {ZH: "仲裁员", EN: "Arbitrator"},
	policies.Recorder: {ZH: "书记员", EN: "Recorder"}, policies.Mediator: {ZH: "调解员", EN: "Mediator"},
	policies.OrgManager: {ZH: "调解组织管理员", EN: "Organisation manager"}, policies.Worker: {ZH: "劳动者", EN: "Worker"},
	policies.Employer: {ZH: "用人单位", EN: "Employer"}, policies.Agent: {ZH: "代理人", EN: "Agent"},
	policies.Supervision: {ZH: "督查", EN: "Supervision"}, policies.Statistics: {ZH: "统计", EN: "Statistics"},
	policies.SysAdmin: {ZH: "系统管理员", EN: "System administrator"}, policies.Audit: {ZH: "审计", EN: "Audit"},
}
