"""The pages of the staff site as plain Markdown: pure functions of a plan and its drafts."""
