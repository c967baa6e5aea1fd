"""What to say: drafts of e-mails and letters, and cards for calls. Nothing here can send anything."""
