package evidence

import "strings"

// Probing says whether an object is one of those on which locks are tried: nobody's evidence.
func Probing(key string) bool { return strings.HasPrefix(key, probeFolder) }
