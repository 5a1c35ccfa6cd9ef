package boot

import "fmt"

// Welcome says where to point a browser, and in the demo with which accounts.
func (p *Program) Welcome() {
	p.say("调裁已启动 Tiaocai is ready: http://" + p.Addr)
	if !p.demo {
		return
	}
	p.say(fmt.Sprintf("演示账号（密码都是 %s）Demo accounts, one password for all:", DemoPassword))
	for _, d := range demoPeople {
		p.say(fmt.Sprintf("  %-11s %s  %s", d.login, d.name, d.role))
	}
	p.say("按 Ctrl-C 停止 Ctrl-C stops.")
}
