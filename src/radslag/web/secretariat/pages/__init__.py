"""Pages as data: what each shows, composed of several domains, in a number of statements that does not grow."""
