"""The small parts that screens are built of; they show what they are given and know nothing of the store."""
