"""学习记录: a kind of document that only these tests know."""
