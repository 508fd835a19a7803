"""From the text or the picture of a scan to what it says; pure, looks nothing up and never raises whatever comes."""
