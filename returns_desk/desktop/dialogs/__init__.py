"""The few dialogs there are; each opens beside the work and never waits in a loop of its own."""
