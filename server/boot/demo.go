package boot

import (
	"context"

	"github.com/alexedwards/argon2id"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/pages"
)

// DemoPassword is every demo account's. There are demo accounts only in the mode that starts its
// own database and listens on this machine alone.
const DemoPassword = "tiaocai-demo"

type demoPerson struct {
	login, name string
	role        policies.Role
	org         int // 1-based place in demoOrganisations; 0: the commission
}

var demoOrganisations = []models.Organisation{
	{Name: "福应街道劳动人事争议调解中心", Kind: "M3", Town: "福应街道", Phone: "0576-87770101"},
	{Name: "横溪镇劳动人事争议调解中心", Kind: "M3", Town: "横溪镇", Phone: "0576-87770202"},
	{Name: "白塔镇劳动人事争议调解中心", Kind: "M3", Town: "白塔镇", Phone: "0576-87770303"},
}

var demoPeople = []demoPerson{
	{"zhuren", "郑国平", policies.Director, 0}, {"yuanzhang", "王海波", policies.CourtHead, 0},
	{"lian", "陈丹", policies.Intake, 0}, {"lian2", "项文静", policies.Intake, 0},
	{"zhongcai", "周立民", policies.Arbitrator, 0}, {"zhongcai2", "蒋晓红", policies.Arbitrator, 0}, {"zhongcai3", "顾卫东", policies.Arbitrator, 0},
	{"shuji", "应晓燕", policies.Recorder, 0}, {"shuji2", "朱佳佳", policies.Recorder, 0},
	{"tiaojie", "徐美珍", policies.Mediator, 1}, {"tiaojie2", "泮志强", policies.Mediator, 2}, {"tiaojie3", "吴伟民", policies.Mediator, 3},
	{"guanli", "沈建华", policies.OrgManager, 1}, {"guanli2", "潘丽君", policies.OrgManager, 2}, {"guanli3", "尹新宇", policies.OrgManager, 3},
	{"ducha", "李督查", policies.Supervision, 0}, {"tongji", "方统计", policies.Statistics, 0},
	{"guanliyuan", "系统管理员", policies.SysAdmin, 0}, {"shenji", "何审计", policies.Audit, 0},
	{"worker", "林小芬", policies.Worker, -1}, {"employer", "仙居某某医药化工机械有限公司", policies.Employer, -1}, {"agent", "金律师", policies.Agent, -1},
	{"tiaojie4", "章小兰", policies.Mediator, 1},
}

// SeedDemo makes the demo's organisations and accounts, once.
func (p *Program) SeedDemo(ctx context.Context) error {
	cost := &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}
	if p.cheap {
		cost.Memory, cost.Iterations = 64, 1
	}
	hash, err := argon2id.CreateHash(DemoPassword, cost)
	if err != nil {
		return err
	}
	return p.DB.InTx(ctx, p.now(), func(tx *models.Tx) error {
		var n int64
		if err := tx.Model(&models.Account{}).Where("not system").Count(&n).Error; err != nil || n > 0 {
			return err
		}
		orgs := append([]models.Organisation{}, demoOrganisations...)
		for i := range orgs {
			orgs[i].CommissionID = 1
			if err := tx.Create(&orgs[i]).Error; err != nil {
				return err
			}
		}
		for _, d := range demoPeople {
			if err := d.make(tx, hash, orgs); err != nil {
				return err
			}
		}
		return nil
	})
}

func (d demoPerson) make(tx *models.Tx, hash string, orgs []models.Organisation) error {
	a := &models.Account{Login: d.login, Name: d.name, Password: hash, CreatedAt: tx.Now}
	if err := tx.Create(a).Error; err != nil {
		return err
	}
	post := policies.Post{Role: d.role}
	switch {
	case d.org == 0:
		post.Commission = 1
	case d.org > 0:
		post.Organisation = orgs[d.org-1].ID
	}
	return models.GiveRole(tx, a.ID, post, nil)
}

// demoAccounts are shown on the sign-in page of the demo, and nowhere else.
func (p *Program) demoAccounts() []pages.DemoAccount {
	if !p.demo {
		return nil
	}
	var list []pages.DemoAccount
	for _, d := range demoPeople {
		list = append(list, pages.DemoAccount{Login: d.login, Password: DemoPassword, Name: d.name, Role: string(d.role)})
	}
	return list
}

// DemoLogins are the demo accounts' names.
func DemoLogins() []string {
	list := make([]string, len(demoPeople))
	for i, d := range demoPeople {
		list[i] = d.login
	}
	return list
}
