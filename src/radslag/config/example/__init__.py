"""The example collaboration: an invented region whose papers go through the real import."""
