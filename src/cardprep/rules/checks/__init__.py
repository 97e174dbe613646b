"""One small function a rule, one module a screen."""
