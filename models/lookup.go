package models

// CommissionByID reads a commission.
func CommissionByID(tx *Tx, id int64) (*Commission, error) {
	c := &Commission{}
	return c, tx.Where("id = ?", id).Take(c).Error
}

// OrganisationByID reads a mediation organisation.
func OrganisationByID(tx *Tx, id int64) (*Organisation, error) {
	o := &Organisation{}
	return o, tx.Where("id = ?", id).Take(o).Error
}

// Organisations lists the mediation organisations of a commission (调解组织名册, public).
func Organisations(tx *Tx, commission int64) ([]Organisation, error) {
	var list []Organisation
	return list, tx.Where("commission_id = ?", commission).Order("id").Find(&list).Error
}

// SeatNames are the names of those who sit, in the order of the seats.
func SeatNames(tx *Tx, seats []Seat) ([]string, error) {
	ids := make([]int64, len(seats))
	for i, s := range seats {
		ids[i] = s.AccountID
	}
	byID, err := AccountNames(tx, ids)
	names := make([]string, len(seats))
	for i, id := range ids {
		names[i] = byID[id]
	}
	return names, err
}

// AccountNames are the names of accounts, for staff and papers.
func AccountNames(tx *Tx, ids []int64) (map[int64]string, error) {
	names := map[int64]string{}
	if len(ids) == 0 {
		return names, nil
	}
	var list []Account
	err := tx.Select("id, name").Where("id in ?", ids).Find(&list).Error
	for _, a := range list {
		names[a.ID] = a.Name
	}
	return names, err
}

// Colleague is somebody who holds a role in a commission or an organisation.
type Colleague struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
}

// Colleagues lists who holds a role in a commission (organisation 0) or in an organisation.
func Colleagues(tx *Tx, role string, commission, organisation int64) ([]Colleague, error) {
	var list []Colleague
	b := tx.batch()
	if organisation != 0 {
		colleagues(b, &list, "organisation_id", role, organisation)
	} else {
		colleagues(b, &list, "commission_id", role, commission)
	}
	return list, b.send()
}

// Holds says whether an account holds a role in a commission, or in an organisation.
func Holds(tx *Tx, account int64, role string, commission, organisation int64) (bool, error) {
	list, err := Colleagues(tx, role, commission, organisation)
	for _, c := range list {
		if c.ID == account {
			return true, err
		}
	}
	return false, err
}
