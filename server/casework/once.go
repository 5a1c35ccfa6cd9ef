package casework

import (
	"encoding/json"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// once carries a request out the first time, and gives the first answer back every other time: the
// same key with the same body is the same request (Idempotency-Key). The actor has been admitted
// again before. A refused attempt stores nothing, so it may be tried again.
func once[T any](tx *models.Tx, who policies.Actor, o Options, f func() (*T, error)) (*T, error) {
	if who.Program != "" {
		return f()
	}
	if len(o.Key) < 8 || len(o.Key) > 200 {
		return nil, bad("Idempotency-Key", "请在 Idempotency-Key 里给这次请求一个 8 到 200 个字符的编号。", "Please give this request a key of 8 to 200 characters in Idempotency-Key.")
	}
	k, err := models.FirstAnswer(tx, who.Account, o.Route, o.Key)
	if err != nil {
		return nil, err
	}
	if k != nil {
		return again[T](k, o)
	}
	answer, err := f()
	if err != nil {
		return nil, err
	}
	text, err := json.Marshal(answer)
	if err != nil {
		return nil, err
	}
	return answer, tx.Create(&models.Key{AccountID: who.Account, Route: o.Route, Key: o.Key, BodyDigest: o.Digest[:], Answer: string(text), At: tx.Now}).Error
}

// again is the first answer, if it was the same request.
func again[T any](k *models.Key, o Options) (*T, error) {
	if string(k.BodyDigest) != string(o.Digest[:]) {
		return nil, fault.New(fault.Invalid, "key-reused", text("这个编号已经用于另一次内容不同的请求。", "This key was used for another request with a different body."))
	}
	answer := new(T)
	return answer, json.Unmarshal([]byte(k.Answer), answer)
}
