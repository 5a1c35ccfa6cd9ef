package world

import (
	"sync"
	"time"

	"tiaocai/models"
	"tiaocai/workflows/calendar"
)

// Clock is the time that the program believes while a world is made and measured.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock stands at nine in the morning of a day.
func NewClock(day calendar.Date) *Clock {
	c := &Clock{}
	c.Set(day)
	return c
}

// Now is the moment it is; time goes on between two acts.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(time.Millisecond)
	return c.now
}

// Set moves to nine in the morning of a day.
func (c *Clock) Set(d calendar.Date) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = time.Date(d.Year(), d.Month(), d.Day(), 9, 0, 0, 0, models.Zone)
}
