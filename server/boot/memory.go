package boot

import (
	"os"
	"runtime/debug"
)

// heapGrowth is by how many per cent the heap may grow before it is cleared. What lives on is some twenty
// megabytes, and a page leaves one behind: at Go's own 100 clearing up takes a sixth of the processor.
const heapGrowth = 400

// Memory sets how often the heap is cleared, unless the operator says so (GOGC).
func Memory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
}
