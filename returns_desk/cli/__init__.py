"""The commands without a window: one small module per family, all running the very use cases of the desk."""
