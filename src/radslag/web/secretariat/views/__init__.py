"""Pages: load with permission, form or action, render or redirect."""
