"""What carries the findings of a run out of it: JSON, SARIF, JUnit, annotations, a page, a workbook, a paper."""
