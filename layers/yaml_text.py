"""YAML, read by the parser in C where libyaml is there: a tenth of the time; and written so that people can read it."""

from __future__ import annotations


def read_yaml(words: str) -> object:
    """What a YAML text says, plain values only; raises yaml.YAMLError where it is none."""
    import yaml

    try:
        return yaml.load(words, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # nosec B506, both loaders are safe
    except yaml.YAMLError:
        # The slow parser says in which line it stumbled, the quick one sometimes the line after it.
        return yaml.safe_load(words)


def yaml_words(content: object) -> str:
    """Plain values as YAML text in their own order, a line for each entry of a list."""
    import yaml

    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, default_flow_style=None, width=10_000)
