"""Banjie (办结): the work-group assistant of a city government office."""
