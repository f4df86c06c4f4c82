"""问题清单、整改台账: its description, its reader, its layout."""
