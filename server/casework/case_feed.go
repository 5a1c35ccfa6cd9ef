package casework

import (
	"context"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"strings"

	"tiaocai/models"
	"tiaocai/workflows/fault"
)

// The calendar of one case (凭查询码订阅) is for whoever holds a paper of the case and has no account. Its address is derived
// from the query code's version, so nothing is kept, and a new query code ends it. It says times, places and the number.

// caseFeed is the address.
func (d *Desk) caseFeed(tx *models.Tx, c *models.Case) string {
	return d.url + "/feeds/case/" + c.Ref + "-" + caseSecret(tx, c) + ".ics"
}

// caseSecret is 120 bits that nobody can work out without the key set.
func caseSecret(tx *models.Tx, c *models.Case) string {
	return hex.EncodeToString(tx.Keys.MAC("case-feed", c.Ref+" "+itoa(c.CodeVersion))[:15])
}

// ReadCaseFeed reads the calendar of one case; fault.NotFound unless the address was given for the query code in force.
func (d *Desk) ReadCaseFeed(ctx context.Context, name string) (*FeedView, error) {
	out := &FeedView{At: d.now()}
	ref, secret, _ := strings.Cut(name, "-")
	err := d.db.Reading(ctx, out.At, func(tx *models.Tx) error {
		if !models.IsRef(ref) {
			return fault.Missing()
		}
		c, err := models.FindCase(tx, ref)
		if err != nil {
			return err
		}
		if subtle.ConstantTimeCompare([]byte(secret), []byte(caseSecret(tx, c))) != 1 {
			return fault.Missing()
		}
		for _, r := range models.CaseHearings(c) {
			h := d.feedHearing(r)
			h.Link = d.url + "/status?ref=" + r.Ref
			out.Hearings = append(out.Hearings, h)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("case feed: %w", err)
	}
	return out, nil
}
