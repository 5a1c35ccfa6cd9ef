package casework

import "tiaocai/models"

// mediated are the accounts that mediated the dispute. The law names no bar, but it is a relation that
// may affect fairness: it bars unless both parties agreed in writing.
func mediated(c *models.Case) map[int64]bool {
	list := map[int64]bool{}
	for _, m := range c.Mediations {
		if m.MediatorID != nil {
			list[*m.MediatorID] = true
		}
	}
	return list
}

// barred are the accounts that may not sit on a case (回避): whoever accepted it, advised in it, is a party to it,
// speaks for one, or was recused from it.
func barred(c *models.Case) map[int64]bool {
	list := map[int64]bool{}
	add := func(id *int64) {
		if id != nil {
			list[*id] = true
		}
	}
	for _, id := range c.Recused() {
		list[id] = true
	}
	add(c.AcceptedBy)
	add(c.AdvisorID)
	for _, r := range c.Reviews {
		add(r.HandledBy) // read the agreement
	}
	for _, p := range c.Parties {
		add(p.AccountID)
	}
	for _, g := range c.Agents {
		add(g.AccountID)
	}
	return list
}
