"""A document as plain lines and headings: no XML, no pydantic."""
