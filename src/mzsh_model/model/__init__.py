"""The domain's values: frozen, typed, described in Chinese. They judge nothing and do no I/O."""
