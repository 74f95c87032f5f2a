"""What the review of a read document shows: pure shapes made of a draft and what the register says of it."""
