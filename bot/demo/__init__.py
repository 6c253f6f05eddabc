"""The demo: everything embedded, a sample city, a clock that can be moved forward."""
