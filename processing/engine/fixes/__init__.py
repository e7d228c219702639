"""Carries out decisions about problems: each rule with a sound fix has one here."""
