"""What a run found, as a page, a table and a chart. Pure: samples in, text out."""
