"""What the pages are built of: one module per kind of component, registered as tags in `templatetags/radslag.py`."""
