"""The environment check: a page that shows and explains, and installs nothing."""
