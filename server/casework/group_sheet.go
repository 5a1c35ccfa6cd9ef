package casework

import (
	"fmt"
	"strings"

	"tiaocai/server/spreadsheet"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Most workers on one sheet, and most claims of all of them together.
const (
	mostInGroup     = 300
	mostGroupClaims = 900
)

// group is what stands on the sheet of a group filing: one worker to a row.
type group struct {
	rows  []groupRow
	wrong []fault.Field
}

type groupRow struct {
	line   int
	party  PartyInput
	speaks bool // chosen to represent the group
	claims []ClaimInput
}

// groupColumn is one column of the sheet: a particular of the worker, or a kind of claim.
type groupColumn struct {
	key, head string
	kind      claims.Kind
}

var groupHeads = map[string][]string{
	"name":           {"姓名", "劳动者", "申请人", "name"},
	"id_number":      {"身份证号", "身份证号码", "身份证", "id", "id number"},
	"phone":          {"电话", "手机", "手机号", "手机号码", "联系电话", "phone"},
	"address":        {"送达地址", "地址", "住址", "address"},
	"bank_account":   {"收款账号", "银行账号", "银行卡号", "bank account"},
	"migrant":        {"农民工", "migrant"},
	"representative": {"代表人", "representative"},
	"":               {"序号", "备注", "no.", "no", "note"},
}

// readGroup reads a sheet and finds everything that is wrong with it, by row and column.
func readGroup(body string) (*group, error) {
	table, err := spreadsheet.Read([]byte(body))
	if err != nil {
		if f := fault.As(err); f != nil && f.Kind == fault.Invalid {
			return nil, fault.Bad("sheet", f.Says)
		}
		return nil, err
	}
	columns, err := groupColumns(table.Head)
	if err != nil {
		return nil, err
	}
	if len(table.Rows) < 2 || len(table.Rows) > mostInGroup {
		return nil, bad("sheet", "表格里要有2到300名劳动者，每人一行。", "The sheet holds 2 to 300 workers, one to a row.")
	}
	g := &group{}
	seen, total := map[string]int{}, 0
	for _, r := range table.Rows {
		row := groupRow{line: r.No, party: PartyInput{Kind: "worker"}}
		for i, c := range columns {
			g.read(&row, c, strings.TrimSpace(r.Cell(i)))
		}
		g.complete(row, seen)
		g.rows, total = append(g.rows, row), total+len(row.claims)
	}
	if total > mostGroupClaims {
		return nil, bad("sheet", "请求太多，全表最多900项。", "Too many claims: 900 on one sheet at most.")
	}
	return g, fields(g.wrong)
}

// groupColumns says what each column is; a head that nobody knows is an error, not a column left out.
func groupColumns(heads []string) ([]groupColumn, error) {
	columns, have := make([]groupColumn, len(heads)), map[string]bool{}
	for i, h := range heads {
		h = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(h), "*"))
		c, ok := columnOf(h)
		if h == "" {
			continue
		}
		if !ok {
			return nil, fault.Bad("sheet", law.Text{ZH: fmt.Sprintf("第%d列“%s”既不是劳动者的信息，也不是请求类型（M01 到 M21 或其名称）。", i+1, h),
				EN: fmt.Sprintf("Column %d, “%s”, is neither a particular of the worker nor a type of claim (M01 to M21, or its name).", i+1, h)})
		}
		if c.key != "" && have[c.key] {
			return nil, fault.Bad("sheet", law.Text{ZH: fmt.Sprintf("第%d列“%s”写了两次。", i+1, h), EN: fmt.Sprintf("Column %d, “%s”, stands there twice.", i+1, h)})
		}
		columns[i], have[c.key] = c, true
	}
	for _, must := range []string{"name", "id_number", "phone"} {
		if !have[must] {
			h := groupHeads[must]
			return nil, bad("sheet", "表头缺少“"+h[0]+"”一列。", "The head lacks the column "+h[len(h)-1]+".")
		}
	}
	return columns, nil
}

func columnOf(h string) (groupColumn, bool) {
	for key, names := range groupHeads {
		for _, n := range names {
			if strings.EqualFold(h, n) {
				return groupColumn{key: key, head: h}, true
			}
		}
	}
	plain := strings.TrimSpace(strings.NewReplacer("（元）", "", "(元)", "", "（yuan）", "", "(yuan)", "").Replace(h))
	code, _, _ := strings.Cut(strings.ToUpper(plain), " ")
	for _, k := range claims.Kinds() {
		if string(k.Code) == code || k.Name.ZH == plain || strings.EqualFold(k.Name.EN, plain) {
			return groupColumn{key: string(k.Code), head: h, kind: k}, true
		}
	}
	return groupColumn{}, false
}

// read takes one cell.
func (g *group) read(row *groupRow, c groupColumn, cell string) {
	switch c.key {
	case "":
	case "name":
		row.party.Name = cell
	case "id_number":
		row.party.IDNumber = cell
	case "phone":
		row.party.Phone = cell
	case "address":
		row.party.Address = cell
	case "bank_account":
		row.party.BankAccount = cell
	case "migrant":
		row.party.Migrant = g.ticked(row.line, c, cell)
	case "representative":
		row.speaks = g.ticked(row.line, c, cell)
	default:
		g.claim(row, c, cell)
	}
}

func (g *group) claim(row *groupRow, c groupColumn, cell string) {
	if !c.kind.Money {
		if g.ticked(row.line, c, cell) {
			row.claims = append(row.claims, ClaimInput{Code: string(c.kind.Code)})
		}
		return
	}
	if cell == "" {
		return
	}
	amount, err := claims.ParseYuan(strings.NewReplacer(",", "", "，", "", "￥", "", "¥", "", "元", "", " ", "").Replace(cell))
	if err != nil || amount == 0 {
		g.bad(row.line, c.key, c.head, "金额写成 12345.60 这样，要大于零；没有这项请求的留空。", "an amount looks like 12345.60 and is above zero; leave it empty where there is no such claim.")
		return
	}
	row.claims = append(row.claims, ClaimInput{Code: string(c.kind.Code), Amount: amount})
}

func (g *group) ticked(line int, c groupColumn, cell string) bool {
	switch strings.ToLower(cell) {
	case "", "否", "×", "x", "no", "0":
		return false
	case "是", "√", "✓", "yes", "1", "y":
		return true
	}
	g.bad(line, c.key, c.head, "填“是”，或者留空。", "write 是 (yes), or leave it empty.")
	return false
}

// complete checks what hangs together in a row.
func (g *group) complete(row groupRow, seen map[string]int) {
	p := row.party
	for _, must := range []struct{ key, value string }{{"name", p.Name}, {"id_number", p.IDNumber}, {"phone", p.Phone}} {
		if must.value == "" {
			g.bad(row.line, must.key, groupHeads[must.key][0], "这一格不能空。", "this cell may not be empty.")
		}
	}
	for _, f := range p.check("row") {
		key := strings.TrimPrefix(f.Place, "row.")
		if key == "name" {
			continue
		}
		g.bad(row.line, key, groupHeads[key][0], f.Says.ZH, f.Says.EN)
	}
	if first := seen[p.IDNumber]; first != 0 && p.IDNumber != "" {
		g.bad(row.line, "id_number", groupHeads["id_number"][0], fmt.Sprintf("和第%d行是同一个人。", first), fmt.Sprintf("this is the same person as in row %d.", first))
	}
	seen[p.IDNumber] = row.line
	if len(row.claims) == 0 {
		g.bad(row.line, "claims", "请求", "这一行没有请求，请至少填一项。", "there is no claim in this row; please fill in one at least.")
	}
}

func (g *group) bad(line int, key, head, zh, en string) {
	g.wrong = append(g.wrong, fault.Field{Place: fmt.Sprintf("sheet.%d.%s", line, key),
		Says: law.Text{ZH: fmt.Sprintf("第%d行“%s”：%s", line, head, zh), EN: fmt.Sprintf("Row %d, “%s”: %s", line, head, en)}})
}
