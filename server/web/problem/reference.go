package problem

import "crypto/rand"

// letters leaves out those that are mistaken for one another on the phone: 0, O, 1, I, L and U.
const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

// NewReference is a number to log a mistake under and to read out to the staff (编号), as in
// "K7Q2-9MXT". It is random and says nothing about the case or the person.
func NewReference() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails: crypto/rand ends the program instead
	ref := make([]byte, 0, 9)
	for i, n := range b {
		if i == 4 {
			ref = append(ref, '-')
		}
		ref = append(ref, letters[int(n)%len(letters)])
	}
	return string(ref)
}
