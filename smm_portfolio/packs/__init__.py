"""Onboarding packs: a guide for each person of a list, laid out once for all who share it and filled in for each."""
