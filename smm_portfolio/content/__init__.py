"""YAML into typed, checked, cross-referenced content that knows where every value was typed."""
