"""Plays recordings back: reads their segments, decodes, keeps picture and sound in step. No Qt."""
