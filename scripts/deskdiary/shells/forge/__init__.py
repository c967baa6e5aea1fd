"""The forges: each a few questions and answers behind `issues.forge.Forge`, and one way to ask them all."""
