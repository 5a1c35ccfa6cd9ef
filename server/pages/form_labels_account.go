package pages

import "maps"

// The labels of what somebody sets for themselves.
func init() {
	maps.Copy(labels, map[string]said{
		"ChangePassword.present": ask("现在的密码", "Present password"),
		"ChangePassword.new":     ask("新密码", "New password").with("至少 10 个字符，不要和别处用的一样。", "10 signs at least, and not one that you use elsewhere."),
	})
}
