"""The cards of the Desk screen; each shows one part of a ``BenchSnapshot`` and submits scans, nothing else."""
