package world

import (
	"fmt"
	"strings"
)

// people are columns that hold an account and have no foreign key to say so.
var people = []string{"account_id", "advisor_id", "accepted_by", "mediator_id", "author_id", "maker_id", "decided_by", "filed_by", "used_by"}

// ownNumberKey is the key of a copy's own number.
const ownNumberKey = `coalesce(substring(x.number from '〔([0-9]{4})〕')::bigint * 10000000 + substring(x.number from '〔[0-9]{4}〕第?([0-9]{1,7})')::bigint, t.number_key)`

// varied is what differs in a copy beside ids and accounts.
var varied = map[string]map[string]string{
	"parties": {
		"name":        "world.name(t.kind, t.id + x.i * 7919)",
		"spelled":     "null",
		"id_mac":      "case when t.id_mac is not null then sha256(t.id_mac || int8send(x.new)) end",
		"id_tail_mac": "case when t.id_tail_mac is not null then sha256(t.id_tail_mac || int8send(x.new % 200000)) end",
	},
	"standings":          {"number_key": ownNumberKey},
	"organisation_lists": {"number_key": ownNumberKey},
	"messages":           {"state": "'sent'", "sent_at": "t.queued_at"},
}

const (
	surnames   = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤应泮"
	given      = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华玉萍红建国志海燕鹏飞云春梅晓东辉宁波欣怡子轩浩宇雨桐思远佳慧俊凯琳雪莹美珍卫民立新"
	industries = "医药化工工艺礼品橡胶密封机械制造汽车配件电子科技服装纺织建筑安装物流运输家政服务餐饮管理塑料制品五金工具"
)

// helpers are functions in SQL for references, names and chains.
var helpers = []string{
	// a reference like NewRef's: twelve signs of the alphabet
	`create function world.ref(id bigint) returns text language sql immutable as $$
		select string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 1 + ((hashint8extended(id, 42) >> (5 * k)) & 31)::int, 1), '') from generate_series(0, 11) k $$`,
	fmt.Sprintf(`create function world.name(kind text, id bigint) returns text language sql immutable as $$
		select case when kind = 'worker'
			then substr('%s', 1 + (h %% %d)::int, 1) || substr('%s', 1 + ((h >> 12) %% %d)::int, 1) || case when (h >> 5) %% 4 > 0 then substr('%[3]s', 1 + ((h >> 20) %% %[4]d)::int, 1) else '' end
			else '仙居' || substr('%[3]s', 1 + ((h >> 12) %% %[4]d)::int, 1) || substr('%[3]s', 1 + ((h >> 24) %% %[4]d)::int, 1) || substr('%[5]s', 1 + 2 * ((h >> 4) %% %[6]d)::int, 2) || '有限公司' end
		from (select hashint8extended(id, 7) & 9223372036854775807 as h) x $$`,
		surnames, runes(surnames), given, runes(given), industries, runes(industries)/2),
	`create function world.link(state text, body text) returns text language sql immutable as $$
		select body || case when state = '' then '' else encode(sha256(convert_to(state, 'UTF8')), 'hex') end || '"}' $$`,
	`create aggregate world.chain(text) (sfunc = world.link, stype = text, initcond = '')`,
}

func runes(s string) int { return len([]rune(s)) }

// pool is a group of accounts among whom the copies of one account's work are dealt out.
type pool struct {
	login, name, role string
	n                 int
	organisation      int // 0: the commission, -1: nobody's
}

func pools(cases int) []pool {
	workers := max(10, cases/10)
	list := []pool{{"worker", "劳动者", "worker", workers, -1}, {"shuji", "书记员", "recorder", 12, 0}, {"lian", "立案员", "intake", 8, 0}}
	for _, a := range arbitrators {
		list = append(list, pool{a, "仲裁员", "arbitrator", 14, 0})
	}
	for i, m := range []string{"tiaojie", "tiaojie2", "tiaojie3"} {
		list = append(list, pool{m, "调解员", "mediator", 20, i + 1})
	}
	return list
}

// accounts makes the pools and the expression that deals them out.
func (c *copier) accounts(cases int) error {
	var when []string
	for _, p := range pools(cases) {
		id, err := c.number("select id from accounts where login = $1", p.login)
		if err != nil {
			return err
		}
		first, err := c.number("select max(id) + 1 from accounts")
		if err != nil {
			return err
		}
		commission, organisation := "null", "null"
		switch {
		case p.organisation > 0:
			organisation = fmt.Sprint(p.organisation)
		case p.organisation == 0:
			commission = "1"
		}
		if err := c.each([]string{
			fmt.Sprintf(`insert into accounts (id, login, name, created_at) overriding system value select %d + k, '%s-' || k, '%s' || k, '2020-01-01' from generate_series(0, %d) k`, first, p.login, p.name, p.n-1),
			fmt.Sprintf(`insert into roles (account_id, role, commission_id, organisation_id, given_at) select %d + k, '%s', %s, %s, '2020-01-01' from generate_series(0, %d) k`, first, p.role, commission, organisation, p.n-1),
		}); err != nil {
			return err
		}
		when = append(when, fmt.Sprintf("when %d then %d + x.i %% %d", id, first, p.n))
	}
	c.cast = "case %s " + strings.Join(when, " ") + " else %s end"
	return nil
}
