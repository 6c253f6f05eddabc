"""Records → Markdown, Word, HTML, sheets. Plain values in, text or files out; knows nobody."""
