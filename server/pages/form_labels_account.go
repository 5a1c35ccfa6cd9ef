package pages

import "maps"

// The labels of what somebody sets for themselves, and of what their administrator does.
func init() {
	maps.Copy(labels, map[string]said{
		"ChangePassword.present": ask("现在的密码", "Present password"),
		"ChangePassword.new":     ask("新密码", "New password").with("至少 10 个字符，不要和别处用的一样。", "10 signs at least, and not one that you use elsewhere."),

		"FactorCode.code":    ask("验证码", "Code").with("手机验证器应用里的六位数字；手机不在身边，填一个恢复码。", "The six digits in the app on your phone; without the phone, one of your recovery codes."),
		"ConfirmFactor.code": ask("应用里显示的六位数字", "The six digits that the app shows"),
		"EndFactor.password": ask("现在的密码", "Present password"),
		"EndFactor.code":     ask("验证码", "Code").with("手机不在身边，填一个恢复码。", "Without the phone, one of your recovery codes."),

		"NewPerson.login":        ask("账号", "Account").with("小写字母和数字，定了不能改。", "Small letters and digits; it cannot be changed later."),
		"NewPerson.name":         ask("姓名", "Name"),
		"NewPerson.role":         ask("角色", "Role").with("以后可以再加，也可以收回。", "More can be given later, and taken back."),
		"NewPerson.organisation": ask("调解组织", "Mediation organisation").with("只有调解员和调解组织管理员要选。", "For mediators and organisation managers only."),
		"GiveRole.role":          ask("角色", "Role"),
		"GiveRole.organisation":  ask("调解组织", "Mediation organisation").with("只有调解员和调解组织管理员要选。", "For mediators and organisation managers only."),
		"NewOrganisation.name":   ask("名称", "Name").with("写全称，会印在文书上。", "In full: it is printed on papers."),
		"NewOrganisation.kind":   ask("类别", "Kind"),
	})
}
