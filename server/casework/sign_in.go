package casework

import (
	"context"
	"errors"
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

// hashings are those that may go on at once: a burst at the door waits, and takes no more than some 80 MiB.
var hashings = make(chan struct{}, 4)

// hashOf hashes a new password.
func hashOf(ctx context.Context, password string) (hash string, err error) {
	err = hashed(ctx, func() (err error) {
		hash, err = argon2id.CreateHash(password, hashing)
		return err
	})
	return hash, err
}

// samePassword says whether it is the password that was hashed.
func samePassword(ctx context.Context, password, hash string) (same bool, err error) {
	err = hashed(ctx, func() (err error) {
		same, err = argon2id.ComparePasswordAndHash(password, hash)
		return err
	})
	return same, err
}

func hashed(ctx context.Context, f func() error) error {
	select {
	case hashings <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-hashings }()
	return f()
}

// nobody is hashed against when there is no such account, so that both answers take as long.
var nobody = func() string {
	h, err := argon2id.CreateHash("nobody signs in with this", hashing)
	if err != nil {
		panic(err)
	}
	return h
}()

// SignIn is what somebody types to sign in. Pages ask for the code by itself, once the password was right.
type SignIn struct {
	Login    string `json:"login" minLength:"2" maxLength:"64" doc:"账号 Account"`
	Password string `json:"password" minLength:"1" maxLength:"200" doc:"密码 Password"`
	Code     string `json:"code,omitempty" maxLength:"20" doc:"两步验证的验证码，或者一个恢复码；账号开通了两步验证才要 Code of the second factor, or a recovery code; only for an account that has one"`
}

// Entry is somebody whose password was right.
type Entry struct {
	policies.Actor
	Round int  // of the account's sign-ins, which the session belongs to
	Needs bool // a code as well: nobody is signed in yet
}

const wrongPasswords = 8

// SignIn checks an account and its password. Wrong tries are counted for the account and for the
// address; after too many both must wait. Where the account has a second factor, Pass comes next.
func (d *Desk) SignIn(ctx context.Context, address string, s SignIn) (Entry, error) {
	login := strings.ToLower(strings.TrimSpace(s.Login))
	var e Entry
	err := d.tried(ctx, guess{"sign-in", wrongPasswords, address, login}, isWrongPassword, func() (err error) {
		e, err = d.knows(ctx, login, s.Password)
		return err
	})
	if err != nil {
		return Entry{}, fmt.Errorf("sign in: %w", err)
	}
	return e, nil
}

var wrongPassword = fault.New(fault.Unauthorized, "wrong-password", text("账号或密码不对。", "The account or the password is wrong."))

func isWrongPassword(err error) bool { return errors.Is(err, wrongPassword) }

// knows is who has the login and this password, signed in unless a code comes first.
func (d *Desk) knows(ctx context.Context, login, password string) (Entry, error) {
	var a *models.Account
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) (err error) {
		a, err = models.AccountByLogin(tx, login)
		return err
	})
	if err != nil {
		return Entry{}, err
	}
	hash := nobody
	if a != nil && a.Password != "" {
		hash = a.Password
	}
	ok, err := samePassword(ctx, password, hash)
	if err == nil && (!ok || a == nil || a.Password == "") {
		err = wrongPassword
	}
	if err != nil {
		return Entry{}, err
	}
	e := Entry{Actor: policies.Actor{Account: a.ID, Name: a.Name}, Round: a.Round}
	return e, d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		if err := models.Forget(tx, "sign-in1", login); err != nil {
			return err
		}
		return e.enter(tx)
	})
}

// enter notes the sign-in, unless a code has to come first.
func (e *Entry) enter(tx *models.Tx) error {
	f, err := models.FactorOf(tx, e.Account)
	if e.Needs = f.Holds(); err != nil || e.Needs {
		return err
	}
	return e.noted(tx)
}

func (e *Entry) noted(tx *models.Tx) error {
	ok, err := models.NoteSignIn(tx, e.Account, e.Round)
	if err == nil && !ok {
		err = fault.New(fault.Unauthorized, "sign-in-again", text("这个账号刚刚有变动，请重新登录。", "Something about this account has just changed. Please sign in again."))
	}
	return err
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
	hash, err := hashOf(ctx, r.Password)
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
func (d *Desk) Join(ctx context.Context, address string, r Register) (Entry, error) {
	r.Login = strings.ToLower(strings.TrimSpace(r.Login))
	switch {
	case !loginShape.MatchString(r.Login):
		return Entry{}, bad("login", "账号用小写字母和数字，至少 3 个，可以用手机号。", "The account name is small letters and digits, 3 at least; a phone number will do.")
	case len(r.Password) < 10:
		return Entry{}, bad("password", "密码至少 10 个字符。", "The password has 10 signs at least.")
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
		return Entry{}, err
	}
	who, err := d.SignIn(ctx, address, SignIn{Login: r.Login, Password: r.Password})
	if err == nil && who.Needs {
		err = bad("login", "这个账号开通了两步验证，请先登录，再回到这里提交；填好的都在。", "This account has a second factor. Please sign in first, then come back here to send; what you filled in is kept.")
	}
	if taken && fault.Is(err, fault.Unauthorized) {
		err = bad("login", "这个账号已经有人用了。是您的，请填它的密码；不是，请换一个账号。", "This account name is taken. If it is yours, give its password; if not, choose another.")
	}
	return who, err
}

var loginShape = regexp.MustCompile(`^[a-z0-9][a-z0-9._@-]{2,63}$`)

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
	Board      bool `json:"board" doc:"看在办看板 Sees how the open cases stand"`
	Approvals  bool `json:"approvals" doc:"有权审批 Decides what others propose"`
	Intake     bool `json:"intake" doc:"看待立案的申请 Sees the applications that wait for a decision"`
	Disposals  bool `json:"disposals" doc:"看待处置案卷 Sees what may be disposed of"`
	Reassign   bool `json:"reassign" doc:"可以移交在办案件 May give out somebody's open work anew"`
	Manages    bool `json:"manages" doc:"管理调解组织 Manages a mediation organisation"`
	Settings   bool `json:"settings" doc:"看参数 Sees what the law counts with"`
	Prints     bool `json:"prints" doc:"打印开庭日材料 Prints the pack of a hearing day"`
	UnreadCount
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
		me = &Me{Account: a.ID, Name: a.Name, Posts: []PostView{}, Party: onlyParty(posts)}
		for _, p := range posts {
			me.Posts = append(me.Posts, PostView{p.Role, roleNames[p.Role], p.Commission, p.Organisation})
			me.MayOpen = me.MayOpen || d.postMay(p, policies.OpenCase)
			me.Figures = me.Figures || d.postMay(p, policies.ViewFigures)
			me.Carry = me.Carry || d.postMay(p, policies.CarryOver)
			me.People = me.People || d.postMay(p, policies.ManagePeople)
			me.Settings = me.Settings || d.postMay(p, policies.ViewSettings)
			me.Board = me.Board || d.postMay(p, policies.ViewBoard)
			me.Approvals = me.Approvals || d.postMay(p, policies.Approve)
			me.Intake = me.Intake || d.postMay(p, policies.ViewIntake)
			me.Reassign = me.Reassign || d.postMay(p, policies.Reassign)
			me.Manages = me.Manages || p.Organisation != 0 && d.postMay(p, policies.ViewOrganisation)
			me.Disposals = me.Disposals || d.postMay(p, policies.ViewDisposals)
			me.Prints = me.Prints || d.postMay(p, policies.PrintPack)
			me.Operations = me.Operations || d.postMay(p, policies.ViewOperations)
		}
		me.Docket = len(d.gate.Scopes(who, posts)) > 0
		me.UnreadCount, err = unread(tx, a.ID)
		return err
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
