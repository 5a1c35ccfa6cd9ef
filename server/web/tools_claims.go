package web

import (
	"cmp"
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// The calculators, for anybody: nobody need be signed in. Paths, description and pages are made
// from the one table, claims.Calculators.

const (
	toolsPath = "/api/v1/tools/claims"
	toolLimit = 64 << 10 // no calculation needs more
)

func (s *Server) claimTools() {
	s.engine.GET(toolsPath, s.asJSON(func(ctx) (any, error) { return calculatorViews(), nil }))
	describe[none, calculatorList](s, http.MethodGet, toolsPath, "list-calculators", "计算器一览 The calculators and what they ask for", false, false)
	for _, c := range claims.Calculators() {
		s.engine.POST(toolsPath+"/"+c.Name, s.asJSON(func(at ctx) (any, error) { return s.reckon(at, c.Name) }))
		s.describeCalculator(c)
	}
	s.engine.GET("/calculators", s.page(pages.Calculators, func(ctx) (any, error) { return nil, nil }))
	s.engine.GET("/calculators/:name", s.page(pages.CalculatorPage, func(c ctx) (any, error) { return s.calculatorBody(c, nil) }))
	s.engine.POST("/calculators/:name", s.postCalculator)
}

func (s *Server) reckon(c ctx, name string) (*claims.Calculation, error) {
	given, _, err := s.binder.ReadPlain(c.Request, toolLimit)
	if err != nil {
		return nil, err
	}
	return s.desk.Reckon(c.Request.Context(), name, given)
}

func (s *Server) calculatorBody(c ctx, result *claims.Calculation) (pages.CalculatorBody, error) {
	calc, ok := claims.CalculatorNamed(c.Param("name"))
	if !ok {
		return pages.CalculatorBody{}, fault.Missing()
	}
	known, err := s.desk.Parameters(c.Request.Context())
	return pages.CalculatorBody{Calculator: calc, Result: result, Known: known, Today: s.desk.Today()}, err
}

// postCalculator shows the sum above the same form with what was typed, to try another number.
func (s *Server) postCalculator(c ctx) {
	s.asFormPage(c, func() error {
		out, err := s.reckon(c, c.Param("name"))
		if err != nil {
			return err
		}
		body, err := s.calculatorBody(c, out)
		if err != nil {
			return err
		}
		return s.render(c, pages.CalculatorPage, pages.Page{Body: body, Kept: kept(c)})
	}, func(c ctx, p pages.Page) error {
		body, err := s.calculatorBody(c, nil)
		if err != nil {
			return err
		}
		p.Body = body
		return s.render(c, pages.CalculatorPage, p)
	})
}

// keepForm asks for what the calculator of the claim needs that was chosen, here or by the link.
func keepForm(c ctx, p pages.Page, v *casework.CaseView) pages.Form {
	no, err := strconv.Atoi(cmp.Or(p.Kept.Get("claim"), c.Query("claim")))
	if err != nil {
		no = 0 // which claim is asked first
	}
	return pages.KeepForm(v, no)
}

// describeCalculator adds a calculator to the document: its body is made from its inputs.
func (s *Server) describeCalculator(c claims.Calculator) {
	op := s.operation(http.MethodPost, toolsPath+"/"+c.Name, "reckon-"+c.Name, c.Title().ZH+" "+c.Title().EN, false)
	op.Description = string(c.Code) + "：" + c.Formula.ZH + " / " + c.Formula.EN
	schema := &huma.Schema{Type: huma.TypeObject, Properties: map[string]*huma.Schema{}, AdditionalProperties: false}
	for _, in := range c.Inputs {
		schema.Properties[in.Name] = inputSchema(in, c.Example[in.Name])
		if in.Required {
			schema.Required = append(schema.Required, in.Name)
		}
	}
	op.RequestBody = &huma.RequestBody{Required: true, Content: jsonContent(schema)}
	op.Responses["200"].Content = jsonContent(s.binder.Schema(reflect.TypeFor[claims.Calculation]()))
	s.openapi.AddOperation(op)
}

func inputSchema(in claims.Input, example string) *huma.Schema {
	out := &huma.Schema{Type: huma.TypeString, Description: in.Label.ZH + " " + in.Label.EN}
	if in.Hint.ZH != "" {
		out.Description += "（" + in.Hint.ZH + " " + in.Hint.EN + "）"
	}
	money := `^[0-9]{1,12}(\.[0-9]{1,2})?$`
	switch in.Unit {
	case claims.InYuan:
		out.Pattern = money
	case claims.Wages:
		most := 12
		out.Type, out.MaxItems, out.Items = huma.TypeArray, &most, &huma.Schema{Type: huma.TypeString, Pattern: money}
	case claims.Number, claims.Whole:
		least, most := 0.0, float64(in.Most)
		out.Type, out.Minimum, out.Maximum = huma.TypeNumber, &least, &most
		if in.Unit == claims.Whole {
			out.Type = huma.TypeInteger
		}
	case claims.InDate:
		out.Format = "date"
	case claims.YesOrNo:
		out.Type = huma.TypeBoolean
	case claims.OneOf:
		for _, o := range in.Options {
			out.Enum = append(out.Enum, o.Value)
			out.Description += "；" + o.Value + "：" + o.Label.ZH + " " + o.Label.EN
		}
	}
	if example != "" && out.Type == huma.TypeString {
		out.Examples = []any{example}
	}
	return out
}

// calculatorList is the table as programs read it.
type calculatorList struct {
	Calculators []calculatorView `json:"calculators"`
}

type calculatorView struct {
	Code    claims.Code `json:"code"`
	Name    string      `json:"name"`
	Title   textView    `json:"title"`
	Formula textView    `json:"formula"`
	Inputs  []inputView `json:"inputs"`
}

type textView struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

type inputView struct {
	Name      string   `json:"name"`
	Label     textView `json:"label"`
	Unit      string   `json:"unit"`
	Required  bool     `json:"required"`
	Parameter bool     `json:"parameter,omitempty" doc:"不填时用登记的数值 Taken from the parameters on record if left out"`
	Options   []string `json:"options,omitempty"`
}

func calculatorViews() (list calculatorList) {
	for _, c := range claims.Calculators() {
		v := calculatorView{Code: c.Code, Name: c.Name, Title: textView(c.Title()), Formula: textView(c.Formula)}
		for _, in := range c.Inputs {
			i := inputView{Name: in.Name, Label: textView(in.Label), Unit: string(in.Unit), Required: in.Required, Parameter: in.Parameter != ""}
			for _, o := range in.Options {
				i.Options = append(i.Options, o.Value)
			}
			v.Inputs = append(v.Inputs, i)
		}
		list.Calculators = append(list.Calculators, v)
	}
	return list
}
