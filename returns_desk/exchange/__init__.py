"""Files in and out: tables read into rows of the trade, and the store's facts written as tables."""
