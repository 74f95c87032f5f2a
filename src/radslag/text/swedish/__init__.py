"""The Swedish language: dates, sorting, name variants. Pure functions without data of any collaboration."""
