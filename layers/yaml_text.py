"""YAML read by the parser in C where libyaml is there: a tenth of the time."""

from __future__ import annotations


def read_yaml(words: str) -> object:
    """What a YAML text says, plain values only; raises yaml.YAMLError where it is none."""
    import yaml

    try:
        return yaml.load(words, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # nosec B506, both loaders are safe
    except yaml.YAMLError:
        # The slow parser says in which line it stumbled, the quick one sometimes the line after it.
        return yaml.safe_load(words)
