"""The page where the next meeting is prepared: its agenda, what is suggested, what is missing, its papers."""
