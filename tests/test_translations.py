"""Every sentence has its Chinese, with the same values in it."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def catalogue():
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "i18n" / "catalogue.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def chinese(catalogue):
    return catalogue.read(catalogue.CHINESE)


def test_every_source_sentence_is_translated(catalogue, chinese):
    missing = [source for source in catalogue.sources() if source not in chinese]
    assert not missing, missing


def test_a_translation_carries_the_same_values(chinese):
    names = re.compile(r"\{([a-z_0-9]*)[^{}]*\}")
    wrong = [source for source, target in chinese.items() if set(names.findall(source)) != set(names.findall(target))]
    assert not wrong, wrong


def test_the_file_holds_no_sentence_that_the_code_lost(catalogue, chinese):
    lost = sorted(set(chinese) - set(catalogue.sources()))
    assert not lost, lost


def test_no_sentence_to_translate_is_an_f_string(root):
    pattern = re.compile(r"\b(?:tr|text|mark)\(\s*f[\"']")
    found = [
        str(path)
        for folder in ("plugin", "layers", "processing")
        for path in (root / folder).rglob("*.py")
        if pattern.search(path.read_text("utf-8"))
    ]
    assert not found


def test_what_is_marked_for_translation_is_a_literal_or_another_sentence(root):
    # The catalogue collects literals only: a sentence in a variable would stay English.
    marked = {"tr", "text", "mark"}
    found = []
    for folder in ("plugin", "layers", "processing"):
        for path in (root / folder).rglob("*.py"):
            calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call) and node.args)
            found += [
                f"{path.name}:{call.lineno}"
                for call in calls
                if getattr(call.func, "id", None) in marked and isinstance(call.args[0], ast.Name)
            ]
    assert not found
