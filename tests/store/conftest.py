"""The small shop, for every test here."""

from tests.shops import either, either_url, postgresql_template, shop, shop_file, shop_template, station

__all__ = ["either", "either_url", "postgresql_template", "shop", "shop_file", "shop_template", "station"]
