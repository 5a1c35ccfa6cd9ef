// Package world makes a large world to measure in: some hundred cases made through the door, as
// people would make them over five years, then multiplied in SQL.
//
// A copy is a case like any other: its own reference and number, its own events with their text
// rewritten and their chain computed anew, its own clocks, standings and parties, spread over many
// arbitrators, mediators and workers. The check of all chains and the balance of the figures must
// hold on it. Two things stay as they were: what is sealed (a copy's papers name the first case's
// people) and whom an event's detail names.
package world
