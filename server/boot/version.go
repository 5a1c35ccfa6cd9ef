package boot

import "runtime/debug"

// Version is the revision that the program was built from, with a + if the sources had been changed.
func Version() string {
	rev, changed := "unknown", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				rev = s.Value
			case s.Key == "vcs.modified" && s.Value == "true":
				changed = "+"
			}
		}
	}
	return rev + changed
}
