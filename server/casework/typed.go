package casework

import "fmt"

// SealTyped seals what somebody typed into a form that could not be sent, for the time until they have signed in again.
// It is bound to the account, so that nobody else's session can open it.
func (d *Desk) SealTyped(account int64, plain []byte) ([]byte, error) {
	return d.db.Keys.Seal(typedPlace(account), plain)
}

// OpenTyped is the opposite.
func (d *Desk) OpenTyped(account int64, sealed []byte) ([]byte, error) {
	return d.db.Keys.Unseal(typedPlace(account), sealed)
}

func typedPlace(account int64) string { return fmt.Sprintf("typed by %d", account) }
