"""民主生活会情况报告: its description, its reader, its layout."""
