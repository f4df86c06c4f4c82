"""对照检查材料, of a team or of a member: its description, its reader, its layout."""
