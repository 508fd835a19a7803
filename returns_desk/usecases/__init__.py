"""What people do: plain functions whose first argument is a unit of work; they never commit and never ask."""
