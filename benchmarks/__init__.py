"""Desk Diary measured beside other makers of sites, on invented desks of any size. No part of the program."""
