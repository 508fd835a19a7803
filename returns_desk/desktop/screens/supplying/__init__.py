"""Settings, the page of suppliers: what each of them agreed to, in versions, typed and tried before it counts."""
