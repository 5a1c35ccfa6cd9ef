package evidence

import "os"

// Spool is a temporary file of the program's own, where files that come in lie too. The caller closes and removes it;
// what a crash leaves behind, Tidy removes.
func (in *Intake) Spool() (*os.File, error) {
	f, err := os.CreateTemp(in.dir, "made-")
	return f, diskFault("make", "", err)
}

// Written puts an error of writing to such a file into our words.
func Written(err error) error { return diskFault("make", "", err) }
