package main

import "testing"

// BenchmarkAdmit is the right to one act in one case, asked of the gate.
func BenchmarkAdmit(b *testing.B) { admit(b) }
