"""A page of the site as HTML: its Markdown as an article, the article in its shell. Pure text to text."""
