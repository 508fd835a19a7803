"""The screens: each shows one part of the work and gives what people do to the use cases, through the runner."""
