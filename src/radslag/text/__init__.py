"""What a document alone can tell: Swedish words and dates, reading, review. No Django here."""
